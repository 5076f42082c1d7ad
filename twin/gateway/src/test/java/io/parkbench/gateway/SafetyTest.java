package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stations have agreed to never adds up to more than the limit, at no instant of a long random day of starts, stops, lost
 * and regained links (R-ALLOC-1, the simple form of R-LEASE-3).
 */
class SafetyTest {
  private static final int STATIONS = 12;
  private static final int LIMIT_A = 80;

  /** A station and its open transaction; 0 for none. */
  private static final class Bay {
    final ScriptedStation station;
    int transaction;

    Bay(ScriptedStation station) {
      this.station = station;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4, 7, 8, 11})
  void theSumOfWhatStationsAgreedToNeverExceedsTheLimit(long seed) {
    Yard yard = Yard.flat(STATIONS, LIMIT_A);
    List<Bay> bays = new ArrayList<>();
    for (int n = 1; n <= STATIONS; n++) {
      bays.add(new Bay(yard.online("cp-" + n)));
    }
    Chance chance = new Seed(seed).fork("day");
    for (int step = 0; step < 1_500; step++) {
      Bay bay = bays.get((int) chance.between(0, STATIONS - 1));
      if (bay.station.link == null) {
        bay.station.connect();
      } else if (chance.happens(0.2)) {
        bay.station.disconnect();
      } else if (bay.transaction == 0) {
        bay.transaction = bay.station.start(1, "card");
      } else if (chance.happens(0.5)) {
        int ended = bay.transaction;
        bay.transaction = 0;
        bay.station.stop(ended, 100);
      }
      watch(yard, bays, chance.between(1, 40));
    }
    healed(yard, bays);
  }

  /** Lets so many events pass and looks after each. */
  private static void watch(Yard yard, List<Bay> bays, long events) {
    for (long i = 0; i < events; i++) {
      long before = yard.time.events();
      yard.time.runUntil(() -> yard.time.events() > before, yard.time.now() + 60_000_000L);
      double sum = 0;
      for (Bay bay : bays) {
        sum += bay.transaction == 0 ? 0 : bay.station.limitNow(1);
      }
      assertTrue(sum <= LIMIT_A + 1e-9, "agreed to " + sum + " A of " + LIMIT_A + " A");
      assertTrue(yard.gateway.view().zone("main").leasedDa().l1Da() <= LIMIT_A * 10);
    }
  }

  /** When all is well again, everybody has what was decided, and nothing is left over. */
  private static void healed(Yard yard, List<Bay> bays) {
    for (Bay bay : bays) {
      if (bay.station.link == null) {
        bay.station.connect();
      }
    }
    yard.pass(Duration.ofMinutes(6));
    int sumDa = 0;
    for (GatewayView.Session session : yard.gateway.view().sessions()) {
      assertEquals(session.setpointDa(), session.confirmedDa());
      sumDa += session.setpointDa();
    }
    assertEquals(PerPhase.all(sumDa), yard.gateway.view().zone("main").leasedDa());
    assertTrue(sumDa > LIMIT_A * 10 - 5 * STATIONS || yard.gateway.view().sessions().size() < 3);
  }
}
