package io.parkbench.gateway.access;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of this gateway that every verifier is made with and no account holds: accounts alone check no password (ASVS 2.4.5). */
public final class Pepper {
  /** Its length in bytes. */
  public static final int LENGTH = 32;

  private final byte[] key;

  /** Of {@value #LENGTH} bytes; any other number throws. */
  public Pepper(byte[] key) {
    if (key.length != LENGTH) {
      throw new IllegalArgumentException("a pepper has " + LENGTH + " bytes, not " + key.length);
    }
    this.key = key.clone();
  }

  public static Pepper fresh(Entropy entropy) {
    return new Pepper(entropy.bytes(LENGTH));
  }

  byte[] bytes() {
    return key.clone();
  }

  /** HMAC-SHA-256. */
  byte[] seal(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
