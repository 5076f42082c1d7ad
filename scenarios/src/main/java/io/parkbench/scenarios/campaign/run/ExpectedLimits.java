package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.limits.Source;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Micros;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.InputPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.TariffPlan;
import io.parkbench.scenarios.campaign.run.ContactPlayer.Said;
import io.parkbench.scenarios.campaign.twin.Lowering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What tariffs, inputs and reductions leave each zone, from the case alone: by the clock on the wall, the contacts as they truly are, and the
 * API's answers. Nothing of it is asked of the gateway.
 */
final class ExpectedLimits {
  private static final long EVERY = 5 * Micros.SECOND;
  /** A hair: thousandths are exact in decimals only. */
  private static final double HAIR = 1e-6;

  private final Bench bench;
  private final CeilingPlan plan;
  private final FaultPlayer operator;
  private final ContactPlayer contacts;
  private final BuildingClient client;
  private final TariffTruth tariffs;
  private final List<Lowering> history = new ArrayList<>();
  private @Nullable State state;

  /**
   * How things are at an instant.
   *
   * @param sure whether each input's level has stood for so long that it must be known
   * @param inForce the tariff periods, whether they count or not
   * @param tariffsCount whether they are taken into account
   * @param active the inputs that surely limit
   * @param most for each zone by the source
   */
  record State(
      long at, boolean sure, List<TariffPlan> inForce, boolean tariffsCount, List<InputPlan> active,
      Map<String, Map<Source, Most>> most) {
    /** By the lowest of all, on supply phase 1 to 3 in 0.1 A, for 0 over all phases in W; infinite for no limit. */
    double most(String zone, int phase) {
      return most.getOrDefault(zone, Map.of()).values().stream().mapToDouble(each -> each.on(phase)).min()
          .orElse(Double.POSITIVE_INFINITY);
    }

    /** The same by one source. */
    double most(String zone, Source source, int phase) {
      Most by = most.getOrDefault(zone, Map.of()).get(source);
      return by == null ? Double.POSITIVE_INFINITY : by.on(phase);
    }
  }

  /** On supply phases 1 to 3, 0.1 A, and over all phases, W. */
  record Most(double l1, double l2, double l3, double watts) {
    static final Most FREE = new Most(
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    double on(int phase) {
      return switch (phase) {
        case 1 -> l1;
        case 2 -> l2;
        case 3 -> l3;
        default -> watts;
      };
    }

    Most lower(Most other) {
      return new Most(
          Math.min(l1, other.l1), Math.min(l2, other.l2), Math.min(l3, other.l3), Math.min(watts, other.watts));
    }
  }

  ExpectedLimits(Bench bench, CeilingPlan plan, FaultPlayer operator, ContactPlayer contacts, BuildingClient client) {
    this.bench = bench;
    this.plan = plan;
    this.operator = operator;
    this.contacts = contacts;
    this.client = client;
    tariffs = new TariffTruth(plan);
    look();
  }

  private void look() {
    State now = now();
    Map<String, List<Double>> most = new LinkedHashMap<>();
    for (Zone zone : bench.plan().site().zones()) {
      most.put(zone.id(), DoubleStream.of(
          now.most(zone.id(), 1), now.most(zone.id(), 2), now.most(zone.id(), 3), now.most(zone.id(), 0)).boxed().toList());
    }
    if (history.isEmpty() || !history.getLast().most().equals(most)) {
      history.add(new Lowering(now.at(), most));
    }
    bench.time().after(EVERY, this::look);
  }

  /** What was left from when on, with the inputs that nobody could be sure of left out. */
  List<Lowering> history() {
    return history;
  }

  TariffTruth tariffs() {
    return tariffs;
  }

  /** How things are now; where an input's state is open, as if it did not limit, and tariffs neither. */
  State now() {
    long now = bench.time().now();
    State known = state;
    if (known == null || known.at() != now) {
      known = make(now);
      state = known;
    }
    return known;
  }

  private State make(long now) {
    List<InputPlan> active = new ArrayList<>();
    boolean sure = true;
    for (InputPlan input : plan.inputs()) {
      Said said = contacts.of(input);
      sure &= said != Said.UNSURE;
      if (said == Said.ACTIVE) {
        active.add(input);
      }
    }
    boolean off = plan.touOffWithInputs() && plan.inputs().stream().anyMatch(InputPlan::enabled);
    boolean count = sure && active.isEmpty() && !off;
    List<TariffPlan> inForce = tariffs.at(now);
    Map<String, Map<Source, Most>> most = new LinkedHashMap<>();
    for (Zone zone : bench.plan().site().zones()) {
      Map<Source, Most> by = new EnumMap<>(Source.class);
      for (TariffPlan tariff : count ? inForce : List.<TariffPlan>of()) {
        if (!tariff.offIn().contains(zone.id())) {
          by.merge(Source.TARIFF, percent(zone, tariff.percent()), Most::lower);
        }
      }
      for (InputPlan input : active) {
        by.merge(Source.INPUT, percent(zone, input.percent()), Most::lower);
      }
      BuildingClient.Standing reduction = client.of(zone.id());
      if (reduction != null) {
        by.put(Source.REDUCTION, reduction(zone, reduction));
      }
      most.put(zone.id(), by);
    }
    return new State(now, sure, inForce, count, active, most);
  }

  /** The zone's maximum as the operator has set it, 0.1 A; for phase 0 W, infinite for none. */
  double maximum(Zone zone, int phase) {
    if (phase > 0) {
      return 10 * operator.limitAmps(zone.id(), phase);
    }
    Integer watts = zone.maxW();
    return watts == null ? Double.POSITIVE_INFINITY : operator.limitWatts(zone.id(), watts);
  }

  private Most percent(Zone zone, double percent) {
    double[] most = new double[4];
    for (int phase = 0; phase < 4; phase++) {
      double maximum = maximum(zone, phase);
      most[phase] = maximum == Double.POSITIVE_INFINITY ? maximum : Math.floor(maximum * percent / 100 + HAIR);
    }
    return new Most(most[1], most[2], most[3], most[0]);
  }

  private Most reduction(Zone zone, BuildingClient.Standing standing) {
    double value = standing.value();
    boolean cut = plan.reductionsCut();
    return switch (standing.unit()) {
      case "percentage" -> percent(zone, cut ? 100 - value : value);
      case "current" -> {
        double da = Math.floor(10 * value + HAIR);
        double[] most = new double[4];
        Arrays.setAll(most, phase -> cut ? Math.max(0, maximum(zone, phase) - da) : da);
        yield new Most(most[1], most[2], most[3], Double.POSITIVE_INFINITY);
      }
      default -> {
        double watts = Math.floor(1_000 * value + HAIR);
        double all = maximum(zone, 0) < Double.POSITIVE_INFINITY ? maximum(zone, 0)
            : (maximum(zone, 1) + maximum(zone, 2) + maximum(zone, 3)) * bench.plan().site().nominalVoltage() / 10;
        yield new Most(Most.FREE.l1(), Most.FREE.l2(), Most.FREE.l3(), cut ? Math.max(0, Math.floor(all) - watts) : watts);
      }
    };
  }
}
