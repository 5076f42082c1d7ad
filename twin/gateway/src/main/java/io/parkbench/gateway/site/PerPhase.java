package io.parkbench.gateway.site;

/** A current for each supply phase, in 0.1 A. */
public record PerPhase(int l1Da, int l2Da, int l3Da) {

  /** The same current on each phase. */
  public static PerPhase all(int da) {
    return new PerPhase(da, da, da);
  }

  /** The current on supply phase 1, 2 or 3, in 0.1 A; another phase throws IllegalArgumentException. */
  public int da(int phase) {
    return switch (phase) {
      case 1 -> l1Da;
      case 2 -> l2Da;
      case 3 -> l3Da;
      default -> throw new IllegalArgumentException("no phase " + phase);
    };
  }

  /** The lowest of the three, in 0.1 A. */
  public int minDa() {
    return Math.min(l1Da, Math.min(l2Da, l3Da));
  }
}
