package io.parkbench.rigs;

import io.parkbench.gateway.site.Site;
import io.parkbench.plant.fault.TroubleReader;
import io.parkbench.plant.load.ClearSky;
import io.parkbench.plant.load.Daily;
import io.parkbench.plant.load.DayProfile;
import io.parkbench.plant.load.Load;
import io.parkbench.plant.load.LoadAmps;
import io.parkbench.plant.load.Motor;
import io.parkbench.plant.load.Noise;
import io.parkbench.plant.load.ProfileCsv;
import io.parkbench.plant.load.Steps;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one of the other loads of a site file (R-PLANT-1). Currents are a number of A for every phase, or one for each; {@code kw}
 * over all phases stands instead of {@code a} anywhere. Files are looked for from the working directory.
 *
 * <pre>
 * - {zone: main, name: servers, type: constant, a: [12, 10, 14]}
 * - {zone: main, name: heater, type: step, a: 0, to: 20, at: 10 min}
 * - {zone: main, name: offices, type: profile, day: {"06:30": 40, "19:00": [12, 12, 9]}}
 * - {zone: main, name: hall, type: profile, file: hall.csv}
 * - {zone: main, name: lift, type: motor, a: 15, inrush: 6, decay: 2s, runs: 25s, every: 3 min, spread: 0.5}
 * - {zone: main, name: sockets, type: noise, a: 8, deviation_a: 2, every: 30s}
 * - {zone: main, name: roof, type: production, peak_kw: 30, latitude: 45}
 * - {zone: main, name: barn, type: production, file: barn.csv}
 * </pre>
 */
final class LoadSection {
  private static final String DECAY = "2s";
  private static final double LATITUDE = 45;

  private final Site site;
  private final Map<String, Object> entry;

  private LoadSection(Site site, Map<String, Object> entry) {
    this.site = site;
    this.entry = entry;
  }

  /** The load of an entry; what is wrong with it fails with {@link IllegalArgumentException}. */
  static Load read(Site site, Map<String, Object> entry) {
    return new LoadSection(site, entry).read();
  }

  private Load read() {
    String type = String.valueOf(entry.get("type"));
    return switch (type) {
      case "constant" -> {
        known("a", "kw");
        yield Steps.constant(amps("a", "kw"));
      }
      case "step" -> {
        known("a", "kw", "to", "to_kw", "at");
        yield Steps.step(has("a", "kw") ? amps("a", "kw") : LoadAmps.ZERO, TroubleReader.span(entry, "at", null),
            amps("to", "to_kw"));
      }
      case "profile" -> {
        known("file", "day");
        yield profile();
      }
      case "motor" -> {
        known("a", "kw", "inrush", "decay", "runs", "every", "spread");
        yield new Motor(amps("a", "kw"), number("inrush", Motor.USUAL_INRUSH), TroubleReader.span(entry, "decay", DECAY),
            TroubleReader.span(entry, "runs", null), TroubleReader.span(entry, "every", null), number("spread", 0.5));
      }
      case "noise" -> {
        known("a", "kw", "deviation_a", "every");
        yield new Noise(has("a", "kw") ? amps("a", "kw") : LoadAmps.ZERO, number("deviation_a", null),
            TroubleReader.span(entry, "every", null));
      }
      case "production" -> {
        known("file", "day", "peak_a", "peak_kw", "latitude");
        yield has("file", "day")
            ? profile().asProduction()
            : new ClearSky(amps("peak_a", "peak_kw"), number("latitude", LATITUDE), site.timeZone());
      }
      default -> throw new IllegalArgumentException(
          "type is constant, step, profile, motor, noise or production, not '" + type + "'");
    };
  }

  private DayProfile profile() {
    if (entry.containsKey("file")) {
      return ProfileCsv.read(Path.of(String.valueOf(entry.get("file"))), site.timeZone(), site.nominalVoltage());
    }
    return new DayProfile(day(entry.get("day"), site, value -> amps("day", value)));
  }

  /** A mapping from times of day to values. */
  static <T> Daily<T> day(@Nullable Object value, Site site, Function<Object, T> read) {
    if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
      throw new IllegalArgumentException("needs times of day with values, like {\"06:30\": 40, \"19:00\": 10}");
    }
    Map<LocalTime, T> points = new TreeMap<>();
    map.forEach((time, amount) -> {
      try {
        points.put(LocalTime.parse(time.toString()), read.apply(amount));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("'" + time + "' is no time of day; write it like \"06:30\"", e);
      }
    });
    return Daily.local(points, site.timeZone());
  }

  private boolean has(String... keys) {
    return List.of(keys).stream().anyMatch(entry::containsKey);
  }

  private LoadAmps amps(String key, String powerKey) {
    if (entry.containsKey(key) == entry.containsKey(powerKey)) {
      throw new IllegalArgumentException("needs either " + key + " in A or " + powerKey);
    }
    return entry.containsKey(key)
        ? amps(key, entry.get(key))
        : LoadAmps.ofKw(number(powerKey, entry.get(powerKey)), site.nominalVoltage());
  }

  private static LoadAmps amps(String key, @Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return LoadAmps.all(number(key, value));
    }
    if (list.size() != 3) {
      throw new IllegalArgumentException(
          key + " has " + list.size() + " values; give one for every phase, or three like [10, 12, 9]");
    }
    return new LoadAmps(number(key, list.get(0)), number(key, list.get(1)), number(key, list.get(2)));
  }

  private double number(String key, @Nullable Double otherwise) {
    Object value = entry.get(key);
    return value == null && otherwise != null ? otherwise : number(key, value);
  }

  /** A number of the file; what is none fails with the key. */
  static double number(String key, @Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(value == null ? "needs " + key : key + " is a number, not '" + value + "'");
  }

  private void known(String... keys) {
    Set<String> all = new LinkedHashSet<>(List.of("zone", "name", "type"));
    all.addAll(List.of(keys));
    Map<String, Object> others = new LinkedHashMap<>(entry);
    others.keySet().removeAll(all);
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          "no such key: " + String.join(", ", others.keySet()) + "; there are " + String.join(", ", all));
    }
  }
}
