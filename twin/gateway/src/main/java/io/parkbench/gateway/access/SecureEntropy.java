package io.parkbench.gateway.access;

import io.parkbench.kernel.RealWorld;
import java.security.SecureRandom;

/** The operating system's randomness, for a live gateway (ASVS 3.2.4, 6.3.1). */
@RealWorld("a token that a seed can tell is no secret")
public final class SecureEntropy implements Entropy {
  private final SecureRandom random = new SecureRandom();

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
