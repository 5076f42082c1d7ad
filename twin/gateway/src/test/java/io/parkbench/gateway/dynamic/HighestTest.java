package io.parkbench.gateway.dynamic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import org.junit.jupiter.api.Test;

class HighestTest {
  @Test
  void whatEndedLongerAgoThanTheSpanIsForgotten() {
    Highest highest = new Highest(10);
    highest.put(0, 7);
    highest.put(5, 3);
    assertEquals(7, highest.get(15));
    assertEquals(16, highest.fallsAt(15));
    assertEquals(3, highest.get(16));
    assertEquals(3, highest.get(1000));
    assertEquals(Long.MAX_VALUE, highest.fallsAt(1000));
  }

  @Test
  void itIsTheHighestOfAllThatWereInForce() {
    for (int seed = 0; seed < 50; seed++) {
      Chance chance = new Seed(seed).fork("highest");
      long span = chance.between(0, 40);
      Highest highest = new Highest(span);
      long[] at = new long[200];
      int[] value = new int[200];
      long now = 0;
      for (int i = 0; i < at.length; i++) {
        now += chance.between(0, 9);
        at[i] = now;
        value[i] = (int) chance.between(-20, 20);
        highest.put(now, value[i]);
        now += chance.between(0, 2);
        long asked = now;
        int most = Integer.MIN_VALUE;
        for (int k = 0; k <= i; k++) {
          long end = k == i ? Long.MAX_VALUE : at[k + 1];
          most = end >= asked - span ? Math.max(most, value[k]) : most;
        }
        assertEquals(most, highest.get(asked));
      }
    }
  }
}
