package io.parkbench.scenarios.steps;

/**
 * When a claim has to hold.
 *
 * @param micros how long it is looked at, µs; 0 for {@link Kind#NOW}
 */
public record Span(Kind kind, long micros) {
  /** The temporal forms. */
  public enum Kind {
    /** At this instant. */
    NOW,
    /** At some instant from now on. */
    WITHIN,
    /** At the instant that lies so far ahead. */
    AFTER,
    /** At the end of every instant from now on. */
    THROUGHOUT,
    /** At the end of no instant from now on. */
    NEVER
  }

  static Span named(String text) {
    if (text.equals("now")) {
      return new Span(Kind.NOW, 0);
    }
    for (String form : new String[] {"within ", "after ", "throughout ", "at no time during "}) {
      if (text.startsWith(form)) {
        Kind kind = switch (form.charAt(0)) {
          case 'w' -> Kind.WITHIN;
          case 't' -> Kind.THROUGHOUT;
          default -> form.equals("after ") ? Kind.AFTER : Kind.NEVER;
        };
        return new Span(kind, Quantity.micros(text.substring(form.length())));
      }
    }
    throw new IllegalArgumentException("no span of time: " + text);
  }

  @Override
  public String toString() {
    String length = Quantity.duration(micros);
    return switch (kind) {
      case NOW -> "now";
      case WITHIN -> "within " + length;
      case AFTER -> "after " + length;
      case THROUGHOUT -> "throughout " + length;
      case NEVER -> "at no time during " + length;
    };
  }
}
