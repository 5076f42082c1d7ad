package io.parkbench.kernel;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Header fields by their name in lower case, in the order of the names; never changes. What is given several times is kept so. */
public final class WebHeaders {
  public static final WebHeaders NONE = new WebHeaders(new TreeMap<>());

  private final SortedMap<String, List<String>> fields;

  private WebHeaders(SortedMap<String, List<String>> fields) {
    this.fields = Collections.unmodifiableSortedMap(fields);
  }

  /** Names and values in turn; an odd count throws {@link IllegalArgumentException}. */
  public static WebHeaders of(String... namesAndValues) {
    WebHeaders headers = NONE;
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a header without a value: " + namesAndValues[namesAndValues.length - 1]);
    }
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers = headers.with(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  /** As an HTTP library has them. */
  public static WebHeaders of(Map<String, List<String>> all) {
    SortedMap<String, List<String>> fields = new TreeMap<>();
    all.forEach((name, values) -> fields.put(lower(name), List.copyOf(values)));
    return new WebHeaders(fields);
  }

  /** With this field, which takes the place of one of the same name. */
  public WebHeaders with(String name, String value) {
    SortedMap<String, List<String>> changed = new TreeMap<>(fields);
    changed.put(lower(name), List.of(value));
    return new WebHeaders(changed);
  }

  /** The first value of a field, or null. */
  public @Nullable String get(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? null : values.getFirst();
  }

  /** All values of a field, in the order in which they came. */
  public List<String> all(String name) {
    return fields.getOrDefault(lower(name), List.of());
  }

  public SortedMap<String, List<String>> fields() {
    return fields;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebHeaders that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
