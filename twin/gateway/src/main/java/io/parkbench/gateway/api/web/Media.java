package io.parkbench.gateway.api.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses the representation that a client asks for (RFC 9110, 12.5.1), and knows bodies' media types. */
final class Media {
  static final String JSON = "application/json";
  static final String CSV = "text/csv";

  private Media() {}

  /** The one of {@code offered} that the Accept fields like most, the first where they do not care; null if they refuse all. */
  static @Nullable String choose(List<String> accept, List<String> offered) {
    String best = null;
    double bestQuality = 0;
    for (String type : offered) {
      double quality = accept.isEmpty() ? 1 : quality(accept, type);
      if (quality > bestQuality) {
        best = type;
        bestQuality = quality;
      }
    }
    return best;
  }

  /** Of the ranges that fit, the narrowest counts. */
  private static double quality(List<String> accept, String type) {
    double quality = 0;
    int narrowest = -1;
    for (String field : accept) {
      for (String part : field.split(",", -1)) {
        String[] pieces = part.split(";", -1);
        int width = width(pieces[0].strip().toLowerCase(Locale.ROOT), type);
        if (width > narrowest) {
          narrowest = width;
          quality = weight(pieces);
        }
      }
    }
    return quality;
  }

  private static int width(String range, String type) {
    if (range.equals(type)) {
      return 2;
    }
    if (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1))) {
      return 1;
    }
    return range.equals("*/*") ? 0 : -1;
  }

  private static double weight(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      String piece = pieces[i].strip().toLowerCase(Locale.ROOT);
      if (piece.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")) {
        return Double.parseDouble(piece.substring(2));
      }
    }
    return 1;
  }

  /** Whether a Content-Type is this one in UTF-8. */
  static boolean is(String type, @Nullable String contentType) {
    return contentType != null
        && contentType.strip().toLowerCase(Locale.ROOT).matches(type + "(\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?");
  }
}
