package io.parkbench.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Makes verifiers from passwords and checks them: PBKDF2-HMAC-SHA-256 over the password in NFC with a salt of its own, then HMAC-SHA-256 with the
 * {@link Pepper} (ASVS 2.4.1 to 2.4.5). Slow on purpose: 210 000 iterations take about 50 ms of a processor; never call it with a lock held.
 */
public final class PasswordHasher {
  /** Fewer iterations ASVS 2.4.4 does not allow. */
  public static final int LEAST_ITERATIONS = 100_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final String SCHEME = "pbkdf2-sha256-pepper";
  private static final Pattern VERIFIER = Pattern.compile(SCHEME + ":(\\d{1,9}):([\\w-]{22}):([\\w-]{43})");

  private final Pepper pepper;
  private final Entropy entropy;
  private final int iterations;
  private final AtomicLong hashed = new AtomicLong();

  private PasswordHasher(Pepper pepper, Entropy entropy, int iterations) {
    this.pepper = pepper;
    this.entropy = entropy;
    this.iterations = iterations;
  }

  /**
   * @param iterations from {@value #LEAST_ITERATIONS}; fewer throw
   */
  public static PasswordHasher of(Pepper pepper, Entropy entropy, int iterations) {
    if (iterations < LEAST_ITERATIONS) {
      throw new IllegalArgumentException(iterations + " iterations are too few for a password; at least " + LEAST_ITERATIONS);
    }
    return new PasswordHasher(pepper, entropy, iterations);
  }

  /** A weak one for runs in virtual time, whose passwords are written in the scenario; never for a gateway that somebody can reach. */
  public static PasswordHasher forBench(Pepper pepper, Entropy entropy, int iterations) {
    return new PasswordHasher(pepper, entropy, iterations);
  }

  /** A verifier for a password, another one at each call. */
  String verifier(String password) {
    byte[] salt = entropy.bytes(SALT_BYTES);
    return SCHEME + ":" + iterations + ":" + text(salt) + ":" + text(hash(password, salt, iterations));
  }

  /** Whether a password is the verifier's; a verifier of no known make throws, see {@link #isVerifier}. */
  boolean matches(String verifier, String password) {
    Matcher parts = VERIFIER.matcher(verifier);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no verifier");
    }
    byte[] kept = Base64.getUrlDecoder().decode(parts.group(3));
    byte[] salt = Base64.getUrlDecoder().decode(parts.group(2));
    return MessageDigest.isEqual(kept, hash(password, salt, Integer.parseInt(parts.group(1))));
  }

  /** As much work as {@link #matches}, for logins that have no verifier (ASVS 2.2.1: unknown users cannot be told by time); false. */
  boolean matchesNothing(String password) {
    byte[] hash = hash(password, new byte[SALT_BYTES], iterations);
    return MessageDigest.isEqual(hash, new byte[hash.length]);
  }

  /** Whether text is a verifier that can be checked. */
  static boolean isVerifier(String text) {
    Matcher parts = VERIFIER.matcher(text);
    return parts.matches() && Integer.parseInt(parts.group(1)) > 0;
  }

  /** Whether a verifier was made with fewer iterations than new ones are. */
  boolean isOutdated(String verifier) {
    Matcher parts = VERIFIER.matcher(verifier);
    return parts.matches() && Integer.parseInt(parts.group(1)) < iterations;
  }

  /** How many passwords it has hashed. */
  long hashed() {
    return hashed.get();
  }

  private byte[] hash(String password, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(normal(password).toCharArray(), salt, rounds, HASH_BITS);
    hashed.incrementAndGet();
    try {
      return pepper.seal(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }

  /** The same text however it was typed: Unicode's NFC (ASVS 2.1.4). */
  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** SHA-256 of a text, in base64url. */
  static String digest(String text) {
    try {
      return text(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Base64url without padding. */
  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
