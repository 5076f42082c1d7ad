package io.parkbench.gateway.allocation;

/** Who is suspended first when the floors do not fit (R-ALLOC-4). */
public enum ShedBy {
  /** The session that has received the most energy since it began. */
  ENERGY,
  /** The session that has charged longest. */
  DURATION
}
