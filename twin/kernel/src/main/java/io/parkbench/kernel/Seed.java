package io.parkbench.kernel;

/**
 * The root of all chance in a run. Streams are forked by name, so that adding a charger shifts nobody else's draws.
 *
 * @param value any number; the same value gives the same run
 */
public record Seed(long value) {
  /** The stream called {@code name}, the same at every call; names are paths such as {@code charger-3/link}. */
  public Chance fork(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return new Chance(Chance.mix(value) ^ Chance.mix(hash));
  }
}
