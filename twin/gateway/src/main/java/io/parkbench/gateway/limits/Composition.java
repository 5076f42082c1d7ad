package io.parkbench.gateway.limits;

import io.parkbench.gateway.site.PerPhase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds what limits a zone into one limit: the lowest, phase by phase, and which one that is (R-BEMS-1). Pure. */
final class Composition {
  private Composition() {}

  /**
   * @param own what the zone has of itself: maximum, meter or degraded
   * @param lowering what may lower it, in the order in which equals are named
   * @param volts phase to neutral, to hold powers beside currents
   */
  static Limits fold(Limits own, List<Term> lowering, double volts) {
    if (lowering.isEmpty()) {
      return own;
    }
    PerPhase da = own.limitDa();
    Integer watts = own.limitW();
    String by = own.by();
    String name = own.name();
    double lowest = tightness(da, watts, volts);
    for (Term term : lowering) {
      da = lower(da, term.limitDa());
      watts = lower(watts, term.limitW());
      double tightness = tightness(term.limitDa(), term.limitW(), volts);
      if (tightness < lowest) {
        lowest = tightness;
        by = term.source().word();
        name = term.name();
      }
    }
    List<Source> sources = new ArrayList<>(3);
    if (touches(own.limitDa(), own.limitW(), da, watts)) {
      sources.add(own.sources().getFirst());
    }
    for (Term term : lowering) {
      if (!sources.contains(term.source()) && touches(term.limitDa(), term.limitW(), da, watts)) {
        sources.add(term.source());
      }
    }
    return new Limits(own.zone(), da, watts, by, name, sources);
  }

  static PerPhase lower(PerPhase a, PerPhase b) {
    return new PerPhase(Math.min(a.l1Da(), b.l1Da()), Math.min(a.l2Da(), b.l2Da()), Math.min(a.l3Da(), b.l3Da()));
  }

  /** The lower of two that may say nothing. */
  static @Nullable Integer lower(@Nullable Integer a, @Nullable Integer b) {
    return a == null ? b : b == null || a <= b ? a : b;
  }

  /** The least current on a phase, 0.1 A, a power spread evenly. */
  private static double tightness(PerPhase da, @Nullable Integer watts, double volts) {
    return watts == null ? da.minDa() : Math.min(da.minDa(), watts * 10 / (3 * volts));
  }

  private static boolean touches(PerPhase da, @Nullable Integer w, PerPhase lowest, @Nullable Integer watts) {
    return da.l1Da() == lowest.l1Da() || da.l2Da() == lowest.l2Da() || da.l3Da() == lowest.l3Da()
        || w != null && w.equals(watts);
  }
}
