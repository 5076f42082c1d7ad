package io.parkbench.scenarios.campaign.plan;

import io.parkbench.kernel.Chance;
import io.parkbench.scenarios.campaign.plan.CampaignCase.FaultPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.ContactKind;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.ContactPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.InputPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws digital inputs and what happens to their contacts, a share of it while a station is away. */
final class InputDraw {
  private static final List<Integer> POLLS_MS = List.of(500, 1_000, 1_000, 2_000);
  private static final List<Integer> DEBOUNCES_MS = List.of(0, 50, 50, 200, 1_000, 3_000);
  private static final List<Integer> HOLDS_MS = List.of(0, 1_000, 1_000, 5_000, 30_000);
  private static final List<String> ON_LOSS = List.of("active", "inactive", "keep");
  private static final double LAST = 0.97;

  private final Chance chance;
  private final double horizonS;
  /** Those that take a station away for a while: what comes then cannot be told to it. */
  private final List<FaultPlan> absences;
  private final List<InputPlan> inputs = new ArrayList<>();
  private final List<ContactPlan> contacts = new ArrayList<>();

  InputDraw(Chance chance, double horizonS, List<FaultPlan> faults) {
    this.chance = chance;
    this.horizonS = horizonS;
    absences = CeilingDraw.absences(faults);
    long count = chance.between(1, 3);
    for (int number = 1; number <= count; number++) {
      inputs.add(input(number));
      drawContact(number);
    }
    contacts.sort(Comparator.comparingDouble(ContactPlan::atS).thenComparingInt(ContactPlan::input));
  }

  List<InputPlan> inputs() {
    return inputs;
  }

  List<ContactPlan> contacts() {
    return contacts;
  }

  private InputPlan input(int number) {
    boolean enabled = chance.happens(0.93);
    double size = chance.nextDouble();
    int percent = size < 0.12 ? 0 : size > 0.97 ? 100 : (int) chance.between(5, 90);
    boolean hard = chance.happens(0.4);
    boolean remote = chance.happens(0.4);
    int poll = pick(POLLS_MS);
    int debounce = pick(DEBOUNCES_MS);
    int hold = pick(HOLDS_MS);
    boolean low = chance.happens(0.3);
    int longer = (int) chance.between(0, 6_000);
    String lost = ON_LOSS.get((int) chance.between(0, ON_LOSS.size() - 1));
    return new InputPlan(
        number, enabled, percent, hard, remote ? poll : 0, low, remote ? Math.max(debounce, 2 * poll) : debounce, hold,
        Math.max(2_000, remote ? 3 * poll : 0) + longer, hard ? "active" : lost);
  }

  private int pick(List<Integer> from) {
    return from.get((int) chance.between(0, from.size() - 1));
  }

  private void drawContact(int number) {
    long count = 1 + (long) (horizonS / 3_600 * 4 * chance.nextDouble());
    boolean closedFromTheStart = chance.happens(0.12);
    for (int i = 0; i < count; i++) {
      double kind = chance.nextDouble();
      double at = i == 0 && closedFromTheStart ? 0 : moment();
      double size = chance.nextDouble();
      double hertz = Math.round(10 * Math.pow(50, chance.nextDouble())) / 10.0;
      ContactKind what = kind < 0.6 ? ContactKind.CLOSED
          : kind < 0.7 ? ContactKind.CHATTER : kind < 0.78 ? ContactKind.BOUNCE
              : kind < 0.88 ? ContactKind.BROKEN_WIRE : ContactKind.CUT;
      double lasts = switch (what) {
        case CLOSED -> 2 * Math.pow(1_800, size);
        case BOUNCE -> 0.02 + 0.5 * size;
        case CHATTER -> 0.5 + 20 * size;
        case BROKEN_WIRE -> 5 * Math.pow(200, size);
        case CUT -> 0.5 * Math.pow(2_000, size);
      };
      lasts = CarDraw.round(Math.min(lasts, horizonS * LAST - at));
      if (lasts > 0) {
        contacts.add(new ContactPlan(number, what, CarDraw.round(at), lasts, what == ContactKind.CHATTER ? hertz : 0));
      }
    }
  }

  /** Anywhere, or while a station is away. */
  private double moment() {
    double anywhere = horizonS * 0.93 * chance.nextDouble();
    boolean beside = chance.happens(0.4);
    int pick = (int) chance.between(0, 999);
    double share = chance.nextDouble();
    if (!beside || absences.isEmpty()) {
      return anywhere;
    }
    FaultPlan fault = absences.get(pick % absences.size());
    return Math.min(horizonS * 0.93, fault.atS() + share * Math.min(fault.forS(), 200));
  }
}
