package io.parkbench.plant.bems;

import io.parkbench.kernel.Loop;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the client wants of each zone, so that it can be sent again: a schedule's setpoint until it has been taken, and what a restart
 * of the gateway has lost. What was refused for good stays refused until something else is wanted.
 */
final class Standing {
  private final Loop loop;
  private final ReductionWriter writer;
  private final boolean resend;
  private final Map<String, Want> wants = new TreeMap<>();

  private static final class Want {
    final Reduction reduction;
    final boolean scheduled;
    boolean due;
    boolean underWay;
    boolean taken;
    long notBefore;
    long ends;

    Want(Reduction reduction, boolean scheduled, long now) {
      this.reduction = reduction;
      this.scheduled = scheduled;
      this.due = scheduled;
      this.ends = reduction.ends(now);
    }

    /** What is left of it. */
    Reduction rest() {
      return new Reduction(reduction.value(), reduction.unit(), new Reduction.Until(ends));
    }
  }

  Standing(Loop loop, ReductionWriter writer, boolean resend) {
    this.loop = loop;
    this.writer = writer;
    this.resend = resend;
  }

  /** The schedule wants this from now on; sent as soon as the gateway is heard. */
  void scheduled(String zone, Reduction reduction) {
    wants.put(zone, new Want(reduction, true, loop.now()));
  }

  /** Somebody has written this by hand; it is kept for a restart of the gateway. */
  void written(String zone, Reduction reduction, Outcome outcome) {
    if (outcome.isTaken()) {
      Want want = new Want(reduction, false, loop.now());
      want.taken = true;
      wants.put(zone, want);
    }
  }

  void lifted(String zone) {
    wants.remove(zone);
  }

  void gatewayRestarted() {
    for (Want want : wants.values()) {
      if (want.taken && (resend || want.scheduled)) {
        want.taken = false;
        want.due = true;
        want.notBefore = 0;
      }
    }
  }

  /** The gateway is heard: sends what is due. */
  void look(SiteMap map) {
    long now = loop.now();
    wants.values().removeIf(want -> want.ends <= now);
    wants.forEach((zone, want) -> {
      if (want.due && !want.underWay && now >= want.notBefore) {
        send(map, zone, want);
      }
    });
  }

  private void send(SiteMap map, String zone, Want want) {
    want.underWay = true;
    writer.reduce(zone, map.zone(zone), want.rest(), outcome -> {
      want.underWay = false;
      want.taken = outcome.isTaken();
      boolean tooSoon = outcome.result() == Outcome.Result.REFUSED && outcome.notBefore() > 0;
      want.notBefore = outcome.notBefore();
      want.due = tooSoon || outcome.result() == Outcome.Result.UNANSWERED;
    });
  }
}
