package io.parkbench.gateway.site;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
final class Suggest {
  private Suggest() {}

  /** {@code "; did you mean 'x'?"} for a word close enough, else {@code "; known are: …"}. */
  static String remedy(String word, Collection<String> known) {
    String nearest = nearest(word, known);
    return nearest != null
        ? "; did you mean '" + nearest + "'?"
        : "; known are: " + (known.isEmpty() ? "none" : String.join(", ", known));
  }

  /** The known word that is nearest by spelling, or that this one begins or is begun by; null if none is near. */
  static @Nullable String nearest(String word, Collection<String> known) {
    String given = plain(word);
    String best = null;
    int least = Math.max(1, given.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(given, plain(candidate));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best != null ? best : begun(given, known);
  }

  private static @Nullable String begun(String given, Collection<String> known) {
    for (String candidate : known) {
      String word = plain(candidate);
      if (Math.min(word.length(), given.length()) >= 3 && (word.startsWith(given) || given.startsWith(word))) {
        return candidate;
      }
    }
    return null;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(" ", "");
  }

  /** Levenshtein's distance, a swap of neighbours counting one. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
