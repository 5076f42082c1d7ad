package io.parkbench.gateway.access;

import io.parkbench.kernel.Chance;

/** Where salts, tokens and codes come from. */
@FunctionalInterface
public interface Entropy {

  /** As many random bytes; may be called by several threads at a time. */
  byte[] bytes(int count);

  /** What a seed gives, so that a run repeats: for virtual time only, as whoever knows the seed knows every token. */
  static Entropy repeatable(Chance chance) {
    return new Entropy() {
      @Override
      public synchronized byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
          bytes[i] = (byte) (chance.nextLong() >>> 32);
        }
        return bytes;
      }
    };
  }
}
