package io.parkbench.gateway.dynamic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** R-DYN-1: what counts as drawn by samples, surely and at most. */
class ProvenDrawTest {
  private static final long SECOND = 1_000_000;

  private final ProvenDraw draw = new ProvenDraw(new int[] {-1, 0}, 15 * SECOND);

  private int[] sure() {
    int[] into = new int[3];
    draw.sure(0, into);
    return into;
  }

  private int[] seen() {
    int[] into = new int[3];
    draw.seen(0, into);
    return into;
  }

  @Test
  void aSampleCountsUpTheTree() {
    draw.sampled(3, 1, new double[] {10.04, 0, 0}, 1, 0);
    assertArrayEquals(new int[] {100, 0, 0}, sure());
    assertArrayEquals(new int[] {101, 0, 0}, seen());
  }

  /** Seed 278 of the campaign: a station that tells no currents while its car is paused hid a building that took its room. */
  @Test
  void aStaleSampleIsNoMoreThanTheConnectorMayDraw() {
    draw.sampled(0, 1, new double[] {10, 10, 10}, 1, 0);
    draw.sampled(1, 1, new double[] {6, 6, 6}, 1, 10 * SECOND);
    draw.unproved(order -> 0);
    assertArrayEquals(new int[] {160, 160, 160}, seen(), "samples are new");
    draw.expire(16 * SECOND);
    assertArrayEquals(new int[] {60, 60, 60}, sure());
    assertArrayEquals(new int[] {160, 160, 160}, seen(), "it may be drawing as before");
    draw.unproved(order -> 80);
    assertArrayEquals(new int[] {140, 140, 140}, seen());
    draw.unproved(order -> 0);
    assertArrayEquals(new int[] {60, 60, 60}, seen(), "it was told 0 A, and agreed");
  }
}
