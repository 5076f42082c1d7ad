package io.parkbench.gateway.access;

import io.parkbench.kernel.Micros;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hands out the code with which a gateway's first administrator is made: one at a time, for a short while, for one use (ASVS 2.3.1, 2.5.4). */
final class FirstRun {
  /** Without those that are easily mistaken for one another. */
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final int MOST_ATTEMPTS = 5;

  private record Open(String digest, long expiresAt) {}

  private final Entropy entropy;
  private final long life;
  private @Nullable Open open;
  private int attempts;

  FirstRun(Entropy entropy, Duration life) {
    this.entropy = entropy;
    this.life = Micros.of(life);
  }

  /** A new code; the one before it is no good any more. */
  synchronized FirstRunCode issue(long now) {
    StringBuilder code = new StringBuilder();
    for (byte each : entropy.bytes(LENGTH)) {
      code.append(!code.isEmpty() && code.length() % (GROUP + 1) == GROUP ? "-" : "").append(LETTERS.charAt(each & 31));
    }
    open = new Open(PasswordHasher.digest(plain(code.toString())), now + life);
    attempts = 0;
    return new FirstRunCode(code.toString(), now + life);
  }

  /** Whether this is the code that is good now; five wrong ones in a row end it. */
  synchronized boolean isGood(long now, String code) {
    Open kept = open;
    if (kept == null || now >= kept.expiresAt() || ++attempts > MOST_ATTEMPTS) {
      open = null;
      return false;
    }
    boolean good = MessageDigest.isEqual(PasswordHasher.digest(plain(code)).getBytes(StandardCharsets.US_ASCII),
        kept.digest().getBytes(StandardCharsets.US_ASCII));
    attempts = good ? 0 : attempts;
    return good;
  }

  /** It has been used. */
  synchronized void close() {
    open = null;
  }

  private static String plain(String code) {
    return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
