package io.parkbench.gateway.limits;

import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.site.LimitRules;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Tariff;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lowers zones below their own limits: the tariff periods in force, the active inputs, the building's reductions
 * (R-TOU-1…3, R-DI-1…3, R-BEMS-1, 2). Its methods are the events; {@link #step} draws the conclusions, and says whether anything is
 * other than before.
 */
public final class Ceilings {
  private final LimitRules rules;
  private final Reductions reductions;
  private final double volts;
  private List<Input> inputs;
  private final Set<Integer> active = new LinkedHashSet<>();
  private TariffClock clock;
  private List<Tariff> inForce = List.of();
  private long edgeAt = Long.MIN_VALUE;
  private long clocksChangeAt = Long.MIN_VALUE;
  private List<TariffClock.OddSlot> oddSlots = List.of();
  private boolean changed = true;

  /**
   * @param volts phase to neutral
   */
  public Ceilings(List<Tariff> tariffs, ZoneId timeZone, List<Input> inputs, LimitRules rules, long minimumPeriod, double volts) {
    this.inputs = List.copyOf(inputs);
    this.rules = rules;
    this.volts = volts;
    reductions = new Reductions(minimumPeriod);
    clock = new TariffClock(tariffs, timeZone);
  }

  /** When which period is in force. */
  public TariffClock clock() {
    return clock;
  }

  /** The reductions in force; after a change of them {@link #touched}. */
  public Reductions reductions() {
    return reductions;
  }

  /** Something is other than before. */
  public void touched() {
    changed = true;
  }

  /** Other tariff periods from now on. */
  public void tariffs(List<Tariff> tariffs, ZoneId timeZone) {
    clock = new TariffClock(tariffs, timeZone);
    edgeAt = Long.MIN_VALUE;
    clocksChangeAt = Long.MIN_VALUE;
    changed = true;
  }

  /** Other inputs from now on; which contacts are closed stays. */
  public void inputs(List<Input> others) {
    inputs = List.copyOf(others);
    changed = true;
  }

  /** A contact has become active or inactive. */
  public void input(int number, boolean isActive) {
    changed |= isActive ? active.add(number) : active.remove(number);
  }

  /**
   * Takes in what is so at {@code now}.
   *
   * @return whether {@link #terms} may be others than before
   */
  public boolean step(long now) {
    boolean other = reductions.expire(now) || changed;
    changed = false;
    oddSlots = List.of();
    if (now >= clocksChangeAt) {
      oddSlots = clocksChangeAt == Long.MIN_VALUE ? List.of() : clock.oddSlots(clocksChangeAt);
      clocksChangeAt = clock.nextClockChange(now);
    }
    if (now >= edgeAt) {
      List<Tariff> present = clock.at(now);
      other |= !present.equals(inForce);
      inForce = present;
      edgeAt = clock.next(now);
    }
    return other;
  }

  /** When {@link #step} is due even if nothing happens, µs; {@link TariffClock#NEVER} for never. */
  public long nextWakeAt() {
    return Math.min(clocksChangeAt, Math.min(edgeAt, reductions.nextEnd()));
  }

  /** The slots that the clocks have cut or doubled at the last {@link #step} (R-TOU-4). */
  public List<TariffClock.OddSlot> oddSlots() {
    return oddSlots;
  }

  /** The first instant after {@code at} at which a tariff or a reduction is known to change, µs; {@link TariffClock#NEVER} for none. */
  public long nextKnown(long at) {
    return Math.min(clock.next(at), reductions.nextEnd(at));
  }

  /** The tariff periods in force, whether they limit or not. */
  public List<Tariff> inForce() {
    return inForce;
  }

  /** The enabled inputs that are active. */
  public List<Input> activeInputs() {
    return inputs.stream().filter(input -> input.enabled() && active.contains(input.number())).toList();
  }

  /** Whether the tariffs count while the inputs are as they are (R-DI-3). */
  private boolean tariffsCount() {
    return activeInputs().isEmpty() && !(rules.touOffWithInputs() && inputs.stream().anyMatch(Input::enabled));
  }

  /** What lowers a zone now. */
  List<Term> terms(String zone, PerPhase maxDa, @Nullable Integer maxW) {
    return terms(zone, maxDa, maxW, inForce, Long.MIN_VALUE);
  }

  /** What will lower a zone at {@code at}, µs, if inputs and reductions are as now until they end. */
  List<Term> termsAt(String zone, PerPhase maxDa, @Nullable Integer maxW, long at) {
    return terms(zone, maxDa, maxW, clock.at(at), at);
  }

  private List<Term> terms(String zone, PerPhase maxDa, @Nullable Integer maxW, List<Tariff> tariffs, long at) {
    List<Term> terms = new ArrayList<>(3);
    if (!tariffs.isEmpty() && tariffsCount()) {
      for (Tariff tariff : tariffs) {
        if (!tariff.offIn().contains(zone)) {
          terms.add(Term.percent(Source.TARIFF, tariff.name(), maxDa, maxW, tariff.maxPercent(), false));
        }
      }
    }
    if (!active.isEmpty()) {
      for (Input input : activeInputs()) {
        terms.add(Term.percent(Source.INPUT, input.name(), maxDa, maxW, input.maxPercent(), input.hard()));
      }
    }
    Reduction reduction = reductions.of(zone);
    if (reduction != null && reduction.until() > at) {
      terms.add(term(reduction, maxDa, maxW));
    }
    return terms;
  }

  /** What an input marked hard leaves a zone whenever it comes: lost stations cannot be told (R-DI-5). */
  List<Term> hardOnes(PerPhase maxDa, @Nullable Integer maxW) {
    return inputs.stream().filter(input -> input.enabled() && input.hard())
        .map(input -> Term.percent(Source.INPUT, input.name(), maxDa, maxW, input.maxPercent(), true)).toList();
  }

  /** Whether a reduction is what is taken off; else what remains. */
  public boolean cuts() {
    return rules.reductionsCut();
  }

  /** What a reduction leaves by itself on the lowest phase, a power spread evenly, 0.1 A. */
  public int leftDa(Reduction reduction, PerPhase maxDa, @Nullable Integer maxW) {
    Term term = term(reduction, maxDa, maxW);
    Integer watts = term.limitW();
    int da = Math.min(maxDa.minDa(), term.limitDa().minDa());
    return watts == null ? da : (int) Math.min(da, watts * 10 / (3 * volts));
  }

  private Term term(Reduction reduction, PerPhase maxDa, @Nullable Integer maxW) {
    double value = reduction.value().doubleValue();
    boolean cut = rules.reductionsCut();
    return switch (reduction.kind()) {
      case PERCENTAGE -> Term.percent(Source.REDUCTION, reduction.by(), maxDa, maxW, cut ? 100 - value : value, false);
      case CURRENT -> {
        int da = (int) Math.min(Math.floor(value * 10 + 1e-6), Term.FREE);
        yield new Term(
            Source.REDUCTION, reduction.by(), cut ? less(maxDa, da) : PerPhase.all(da), null, false);
      }
      case POWER -> {
        int watts = (int) Math.min(Math.floor(value * 1_000 + 1e-6), Term.FREE);
        int mostW = maxW != null ? maxW : (int) ((maxDa.da(1) + maxDa.da(2) + maxDa.da(3)) * volts / 10);
        yield new Term(
            Source.REDUCTION, reduction.by(), PerPhase.all(Term.FREE), cut ? Math.max(0, mostW - watts) : watts, false);
      }
    };
  }

  private static PerPhase less(PerPhase maxDa, int da) {
    return new PerPhase(Math.max(0, maxDa.da(1) - da), Math.max(0, maxDa.da(2) - da), Math.max(0, maxDa.da(3) - da));
  }
}
