package io.parkbench.rigs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The judge counts what an input marked hard leaves, by its contact and not by the gateway (R-DI-5, R-LEASE-6). */
class HardInputsTest {
  private final Bench bench = Bench.open(BenchPlan.of(site()));

  private static Site site() {
    try {
      return SiteFile.parse("site.yaml", """
          name: Contacts
          licence: EDL
          zones: [{id: main, max_a: 100, auth: all}]
          stations: [{id: cp-1, model: pro-ac, zone: main}]
          inputs:
            - {number: 1, name: grid, max_percent: 50, hard: true}
            - {number: 2, name: alarm, max_percent: 20, hard: true, active: low}
            - {number: 3, name: soft, max_percent: 10}
          plant:
            contacts: [{input: 2, inverted: true}]
          """);
    } catch (SiteException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private double shareAfter(Duration passed) {
    bench.time().runFor(passed);
    return bench.plant().checker().chargingShare();
  }

  @Test
  void aClosedContactCountsWhenItMustBeKnownAndAnOpenOneAtOnce() {
    assertEquals(1, shareAfter(Duration.ofSeconds(10)));
    bench.plant().contact(1).close();
    assertEquals(1, shareAfter(Duration.ofSeconds(1)));
    assertEquals(0.5, shareAfter(Duration.ofSeconds(2)));
    bench.plant().contact(1).open();
    assertEquals(1, shareAfter(Duration.ofMillis(10)));
  }

  @Test
  void theLowestOfTheHardOnesCounts() {
    bench.plant().contact(3).close();
    assertEquals(1, shareAfter(Duration.ofSeconds(5)));
    bench.plant().contact(1).close();
    bench.plant().contact(2).close();
    assertEquals(0.2, shareAfter(Duration.ofSeconds(5)));
  }

  @Test
  void aBrokenWireCountsAsWhatItLooksLike() {
    bench.plant().contact(1).close();
    bench.plant().contact(1).breakWire(true);
    assertEquals(1, shareAfter(Duration.ofSeconds(5)));
    bench.plant().contact(2).breakWire(true);
    assertEquals(0.2, shareAfter(Duration.ofSeconds(5)));
  }

  @Test
  void aContactThatChattersCountsOnceItIsStill() {
    bench.plant().contact(1).close();
    bench.plant().contact(1).chatter(10_000_000, 5);
    assertEquals(1, shareAfter(Duration.ofSeconds(9)));
    assertEquals(0.5, shareAfter(Duration.ofSeconds(4)));
  }
}
