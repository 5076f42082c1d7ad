package io.parkbench.reports.series;

import com.influxdb.client.write.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The values of one recording as lines of the line protocol: told when they change, the last one of an instant, instants in µs. Two
 * streams over the same lines tell the same points. Not safe for several threads.
 */
public final class PointStream {
  /** What a point without an instant ends in, written by the library, which knows how names are escaped. */
  private static final String NOTHING = " x=0i";

  private final Labels labels;
  private final Consumer<String> out;
  private final Map<String, Series> known = new HashMap<>();
  private final Map<String, String> states = new HashMap<>();
  private final List<Series> touched = new ArrayList<>();
  private long instant = Long.MIN_VALUE;
  private long points;

  /** Hands each point to {@code out}, without a line end. */
  public PointStream(Labels labels, Consumer<String> out) {
    this.labels = labels;
    this.out = out;
  }

  /**
   * The value from {@code at} on; not a number says nothing.
   *
   * @param at µs since 1970
   * @param tags values for {@link Field#tags()}; an empty one is left out
   */
  public void put(Field field, long at, double value, String... tags) {
    if (Double.isFinite(value)) {
      if (at != instant) {
        flush();
        instant = at;
      }
      Series series = known.computeIfAbsent(key(field, tags), key -> new Series(field.isEvent(), prefix(field, tags)));
      if (!series.isTouched) {
        series.isTouched = true;
        touched.add(series);
      }
      series.next = value;
    }
  }

  public void put(Field field, long at, long value, String... tags) {
    put(field, at, (double) value, tags);
  }

  public void put(Field field, long at, boolean value, String... tags) {
    put(field, at, value ? 1 : 0, tags);
  }

  /**
   * A state is {@code word} from {@code at} on: its series is 1, that of the state before 0.
   *
   * @param word null where nothing holds any more
   * @param tags all but the last one, which is the state's
   */
  void state(Field field, long at, @Nullable String word, String... tags) {
    String key = key(field, tags);
    String before = word == null ? states.remove(key) : states.put(key, word);
    if (before != null && !before.equals(word)) {
      put(field, at, 0, with(tags, before));
    }
    if (word != null) {
      put(field, at, 1, with(tags, word));
    }
  }

  /** Tells what the latest instant has brought: no more will come of it. */
  public void flush() {
    for (Series series : touched) {
      series.isTouched = false;
      if (series.event || series.next != series.last) {
        series.last = series.next;
        points++;
        out.accept(series.prefix + series.next + " " + instant);
      }
    }
    touched.clear();
  }

  /** How many points have been told. */
  public long points() {
    return points;
  }

  private String prefix(Field field, String... tags) {
    Point point = Point.measurement(field.measurement());
    add(point, "site", labels.site());
    add(point, "run", labels.run());
    add(point, "recording", labels.recording());
    for (int i = 0; i < tags.length; i++) {
      add(point, field.tags().get(i), tags[i]);
    }
    String line = point.addField("x", 0).toLineProtocol();
    return line.substring(0, line.length() - NOTHING.length()) + " " + field.field() + "=";
  }

  /** The protocol knows no empty tags, and no line ends in them. */
  private static void add(Point point, String tag, String value) {
    if (!value.isBlank()) {
      point.addTag(tag, value.replaceAll("[\\r\\n\\t]+", " ").strip());
    }
  }

  private static String key(Field field, String... tags) {
    return field.name() + '\n' + String.join("\n", tags);
  }

  private static String[] with(String[] tags, String last) {
    String[] all = java.util.Arrays.copyOf(tags, tags.length + 1);
    all[tags.length] = last;
    return all;
  }

  private static final class Series {
    private final boolean event;
    private final String prefix;
    private double last = Double.NaN;
    private double next;
    private boolean isTouched;

    private Series(boolean event, String prefix) {
      this.event = event;
      this.prefix = prefix;
    }
  }
}
