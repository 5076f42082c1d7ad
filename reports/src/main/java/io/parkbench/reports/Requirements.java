package io.parkbench.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The requirements that Parkbench knows, each with a short title, so that a report can also say what nothing proves. */
public final class Requirements {
  /** By family, then by number: {@code R-ALLOC-2} before {@code R-ALLOC-10}. */
  public static final Comparator<String> ORDER = Comparator.comparing(Requirements::family).thenComparingInt(Requirements::number)
      .thenComparing(Comparator.naturalOrder());

  private static final Requirements KNOWN = load();

  private final Map<String, String> titles;

  private Requirements(Map<String, String> titles) {
    this.titles = Collections.unmodifiableMap(titles);
  }

  public static Requirements known() {
    return KNOWN;
  }

  /** All ids, in the order of the families' importance. */
  public Set<String> ids() {
    return titles.keySet();
  }

  /** The short title; empty for an id that is not known. */
  public String title(String id) {
    return titles.getOrDefault(id, "");
  }

  private static Requirements load() {
    try (InputStream in = Objects.requireNonNull(Requirements.class.getResourceAsStream("requirements.tsv"))) {
      Map<String, String> titles = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
        int tab = line.indexOf('\t');
        titles.put(line.substring(0, tab), line.substring(tab + 1));
      });
      return new Requirements(titles);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String family(String id) {
    return id.substring(0, id.lastIndexOf('-'));
  }

  private static int number(String id) {
    try {
      return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
