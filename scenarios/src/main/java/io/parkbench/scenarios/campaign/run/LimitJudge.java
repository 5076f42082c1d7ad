package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.limits.Limits;
import io.parkbench.gateway.limits.Source;
import io.parkbench.gateway.site.Zone;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.rigs.Bench;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the limits that the gateway has in force against what must be so, once that has stood for some seconds (R-BEMS-1, R-TOU-3, R-DI-2):
 * of itself a static zone has the lowest of all, a dynamic one no more than that; with the zones above, the lowest of theirs; and the one that
 * is said to bind does. Looks every 5 s, and compares when something is new, and each minute.
 */
final class LimitJudge {
  private static final long EVERY = 5 * Micros.SECOND;
  private static final long AGAIN = Micros.MINUTE;

  private final Bench bench;
  private final ExpectedLimits expected;
  private final BuildingClient client;
  private final List<String> wrong = new ArrayList<>();
  private final long start;
  private @Nullable List<Double> before;
  private @Nullable List<Double> judged;
  private long judgedAt = Long.MIN_VALUE / 2;
  private int comparisons;

  LimitJudge(Bench bench, ExpectedLimits expected, BuildingClient client) {
    this.bench = bench;
    this.expected = expected;
    this.client = client;
    start = bench.time().now();
    bench.time().after(EVERY, this::look);
  }

  /** What was wrong, the first few, one sentence each. */
  List<String> wrong() {
    return wrong;
  }

  /** How often all zones were compared. */
  int comparisons() {
    return comparisons;
  }

  private void look() {
    ExpectedLimits.State state = expected.now();
    List<Double> now = new ArrayList<>();
    for (Zone zone : bench.plan().site().zones()) {
      for (int phase = 0; phase < 4; phase++) {
        now.add(most(state, zone, phase));
      }
    }
    boolean settled = state.sure() && now.equals(before);
    boolean due = !now.equals(judged) || state.at() - judgedAt >= AGAIN;
    before = state.sure() ? now : null;
    if (settled && due && wrong.size() < 3) {
      judged = now;
      judgedAt = state.at();
      comparisons++;
      compare(state);
      client.agrees();
    }
    bench.time().after(EVERY, this::look);
  }

  private double most(ExpectedLimits.State state, Zone zone, int phase) {
    return Math.min(expected.maximum(zone, phase), state.most(zone.id(), phase));
  }

  private void compare(ExpectedLimits.State state) {
    GatewayView view = bench.gateway().view();
    Map<String, double[]> effective = new TreeMap<>();
    for (Zone zone : bench.plan().site().zones()) {
      GatewayView.Zone has = view.zone(zone.id());
      double[] above = effective.getOrDefault(Objects.requireNonNullElse(zone.parent(), ""), free());
      double[] whole = new double[4];
      for (int phase = 0; phase < 4; phase++) {
        double own = own(has.limits(), phase);
        double most = most(state, zone, phase);
        if (zone.dynamic() ? own > most : own != most) {
          say(zone, phase, own, most, state);
        }
        whole[phase] = Math.min(own, above[phase]);
        double told = phase == 0 ? has.effectiveW() == null ? Double.POSITIVE_INFINITY : has.effectiveW()
            : has.effectiveDa().da(phase);
        if (told != whole[phase]) {
          wrong.add(at(state) + zone.id() + " is told to have " + told + " with all above it, which comes to " + whole[phase]);
        }
      }
      effective.put(zone.id(), whole);
      binds(zone, has.limits(), state);
    }
  }

  private static double[] free() {
    double[] free = new double[4];
    java.util.Arrays.fill(free, Double.POSITIVE_INFINITY);
    return free;
  }

  private static double own(Limits limits, int phase) {
    return phase > 0 ? limits.limitDa().da(phase) : limits.limitW() == null ? Double.POSITIVE_INFINITY : limits.limitW();
  }

  private void say(Zone zone, int phase, double own, double most, ExpectedLimits.State state) {
    wrong.add(String.format(
        Locale.ROOT, "%s%s has a limit of %s %s, and must have %s: %s", at(state), zone.id(),
        phase == 0 ? own + " W" : own / 10 + " A",
        phase == 0 ? "over all phases" : "on L" + phase, phase == 0 ? most + " W" : most / 10 + " A", state.most().get(zone.id())));
  }

  /** Whether what is said to bind is as low as the limit, on some phase or in power. */
  private void binds(Zone zone, Limits limits, ExpectedLimits.State state) {
    Set<Source> lowest = EnumSet.noneOf(Source.class);
    for (Source source : List.of(Source.TARIFF, Source.INPUT, Source.REDUCTION)) {
      for (int phase = 0; phase < 4; phase++) {
        double own = own(limits, phase);
        if (own < Double.POSITIVE_INFINITY && state.most(zone.id(), source, phase) == own) {
          lowest.add(source);
        }
      }
    }
    Source by = Source.valueOf(limits.by().toUpperCase(Locale.ROOT));
    boolean lowering = by == Source.TARIFF || by == Source.INPUT || by == Source.REDUCTION;
    if (lowering && !lowest.contains(by)) {
      wrong.add(at(state) + zone.id() + " is said to be held by " + limits.by() + ", and is by " + lowest);
    }
  }

  private String at(ExpectedLimits.State state) {
    return String.format(Locale.ROOT, "at %.0f s: ", (state.at() - start) / (double) Micros.SECOND);
  }
}
