package io.parkbench.scenarios.campaign.run;

import io.parkbench.plant.quirk.Quirk;
import io.parkbench.scenarios.campaign.plan.BuildingPlan;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CampaignCase.QuirkPlan;
import io.parkbench.scenarios.campaign.plan.FaultKind;
import io.parkbench.scenarios.campaign.plan.Severity;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** Which stations the gateway cannot be expected to serve to the end, because they are made so; their neighbours it must. */
final class Excuses {
  /** Strict ones (no breach!) with which a station is away, or deaf, or cannot be told from one that is. */
  private static final Set<Quirk> OUT_OF_REACH = EnumSet.of(
      Quirk.NO_RECONNECT_AFTER_PONG_TIMEOUT, Quirk.RECONNECT_LOOP, Quirk.HALF_OPEN_TCP, Quirk.OVERLAPPING_SOCKETS,
      Quirk.BROKEN_JSON, Quirk.LATE_REPLY, Quirk.DEAF_BEFORE_BOOT, Quirk.PILOT_OFFSET, Quirk.OFFLINE_START_LOST,
      Quirk.OFFLINE_TXID_MINUS1, Quirk.ZERO_ENDS_TRANSACTION, Quirk.MEASURAND_PROBE_REBOOT_LOOP, Quirk.FLASH_WEAR,
      Quirk.MIN_OVER_ALL_PURPOSES);

  /** Strict ones for raises, but bounded when a limit drops (R-LEASE-5): they follow later than a sound device may. */
  private static final Set<Quirk> SLOW = EnumSet.of(Quirk.SLOW_APPLY_30S, Quirk.SLOW_FOLLOWER_30S);

  /** A lease of so many seconds is over, or about to be, when a station that takes 30 s puts it to its pilot. */
  private static final int OUTLIVED_S = 60;

  private final Set<String> stations = new TreeSet<>();
  private final Set<String> slow = new TreeSet<>();
  private final Set<String> exposed = new TreeSet<>();

  Excuses(CampaignCase plan) {
    for (QuirkPlan quirk : plan.quirks()) {
      if (quirk.severity() != Severity.STRICT || OUT_OF_REACH.contains(quirk.quirk())) {
        stations.add(plan.stationOf(quirk));
      }
      if (quirk.severity() != Severity.STRICT) {
        exposed.add(plan.stationOf(quirk));
      }
      if (quirk.quirk() == Quirk.SLOW_APPLY_30S && leases(plan) <= OUTLIVED_S) {
        stations.add(plan.stationOf(quirk));
      }
      if (SLOW.contains(quirk.quirk())) {
        slow.add(plan.stationOf(quirk));
      }
    }
    // a clock that was put right again may go on being mistrusted, and a station that drew on other phases than said as well
    plan.faults().stream()
        .filter(fault -> fault.what() == FaultKind.CLOCK_JUMP || fault.severity() == Severity.BOUNDED)
        .forEach(fault -> {
          stations.addAll(fault.on());
          exposed.addAll(fault.on());
        });
  }

  /** Whether the gateway cannot prove what the station does: what such a one holds below a dynamic zone is exposed (R-LEASE-4). */
  boolean isExposed(String station) {
    return exposed.contains(station);
  }

  private static int leases(CampaignCase plan) {
    BuildingPlan building = plan.building();
    return building == null ? Integer.MAX_VALUE : building.leaseS();
  }

  /** Whether how the station itself is served is not judged. */
  boolean covers(String station) {
    return stations.contains(station);
  }

  /** Whether something at the station follows a cut so late that it is found to ignore it. */
  boolean isSlow(String station) {
    return slow.contains(station);
  }
}
