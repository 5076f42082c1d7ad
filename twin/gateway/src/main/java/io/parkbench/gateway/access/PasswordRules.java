package io.parkbench.gateway.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.parkbench.gateway.site.AccessSettings.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a new password (ASVS 2.1.1, 2.1.2, 2.1.4, 2.1.7, 2.1.9; R-SEC-1 in compatibility mode). */
public final class PasswordRules {
  /** In characters (code points of the NFC). */
  public static final int LONGEST = 128;

  private static final int SHORTEST = 12;
  private static final int SHORTEST_SEED = 8;
  /** Beyond so many characters guessing is hopeless and judging slow. */
  private static final int JUDGED = 40;
  /** An attacker who tries common words, names, keyboard rows, dates and repetitions gets there within so many guesses. */
  private static final double EASY = 1e6;

  /** Loaded when the first password is set, as its word lists are large. */
  private static final class Judge {
    private static final Zxcvbn ZXCVBN = new Zxcvbn();
  }

  private final Policy policy;

  public PasswordRules(Policy policy) {
    this.policy = policy;
  }

  /** What is wrong and what to do; null for a good one. */
  public @Nullable String problem(String password, String login) {
    String normal = PasswordHasher.normal(password);
    int length = normal.codePointCount(0, normal.length());
    int shortest = policy == Policy.SEED ? SHORTEST_SEED : SHORTEST;
    if (length < shortest) {
      return "the password has " + length + " characters; use at least " + shortest + ", a few words for example";
    }
    if (length > LONGEST) {
      return "the password has " + length + " characters; use at most " + LONGEST;
    }
    if (normal.codePoints().anyMatch(PasswordRules::cannotBeTyped)) {
      return "the password has characters that cannot be typed; use printable ones";
    }
    return switch (policy) {
      case ASVS -> easy(normal, login);
      case SEED -> composed(normal);
    };
  }

  private static boolean cannotBeTyped(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE
        || Character.getType(point) == Character.UNASSIGNED;
  }

  private static @Nullable String easy(String normal, String login) {
    if (normal.codePointCount(0, normal.length()) > JUDGED) {
      return repeats(normal) ? easy() : null;
    }
    double guesses = Judge.ZXCVBN.measure(normal, List.of(login, "parkbench", "gateway")).getGuesses();
    return guesses < EASY ? easy() : null;
  }

  private static String easy() {
    return "the password is one of the first that anybody would try; choose another, a few words that do not belong together for example";
  }

  /** Whether it is made of one piece again and again. */
  private static boolean repeats(String normal) {
    return (normal + normal).indexOf(normal, 1) < normal.length();
  }

  private static @Nullable String composed(String normal) {
    boolean all = normal.codePoints().anyMatch(Character::isUpperCase) && normal.codePoints().anyMatch(Character::isLowerCase)
        && normal.codePoints().anyMatch(Character::isDigit) && normal.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c));
    return all ? null
        : "the password lacks an upper-case or lower-case letter, a digit or a special character; it needs one of each";
  }
}
