package io.parkbench.scenarios.campaign.run;

import io.parkbench.kernel.Micros;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.TariffPlan;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tariff periods are in force by the clock on the wall: each is a set of minutes of the week (R-TOU-1, 2, 4). */
final class TariffTruth {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  private final ZoneId zone;
  private final Map<TariffPlan, BitSet> minutes = new LinkedHashMap<>();

  TariffTruth(CeilingPlan plan) {
    zone = ZoneId.of(plan.timeZone());
    for (TariffPlan tariff : plan.tariffs()) {
      if (tariff.enabled()) {
        minutes.put(tariff, minutes(tariff));
      }
    }
  }

  private static BitSet minutes(TariffPlan tariff) {
    BitSet minutes = new BitSet(WEEK);
    for (String day : tariff.days()) {
      for (String slot : tariff.slots()) {
        int from = minute(slot.substring(0, 5));
        int lasts = Math.floorMod(minute(slot.substring(6)) - from, DAY);
        for (int i = 0; i < (lasts == 0 ? DAY : lasts); i++) {
          minutes.set((DAYS.indexOf(day) * DAY + from + i) % WEEK);
        }
      }
    }
    return minutes;
  }

  private static int minute(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  /** Those in force at {@code now}, µs since 1970, whether they limit or not. */
  List<TariffPlan> at(long now) {
    ZonedDateTime local = local(now);
    int minute = (local.getDayOfWeek().getValue() - 1) * DAY + local.getHour() * 60 + local.getMinute();
    List<TariffPlan> inForce = new ArrayList<>();
    minutes.forEach((tariff, set) -> {
      if (set.get(minute)) {
        inForce.add(tariff);
      }
    });
    return inForce;
  }

  /** How far the site's clocks are ahead of UTC, s. */
  int offset(long now) {
    return local(now).getOffset().getTotalSeconds();
  }

  private ZonedDateTime local(long now) {
    return Micros.toInstant(now).atZone(zone);
  }
}
