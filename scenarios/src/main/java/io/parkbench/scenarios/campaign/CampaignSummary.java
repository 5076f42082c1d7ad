package io.parkbench.scenarios.campaign;

import io.parkbench.scenarios.campaign.plan.Severity;
import io.parkbench.scenarios.campaign.run.Probe;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A campaign in figures: what was tried, what was reached, what failed.
 *
 * @param failing in the order of the seeds
 * @param energy by the name of a class of seeds
 * @param probes with 0 for those never reached
 * @param missed probes that a campaign of this size should have reached
 * @param pairs {@code fault × state}, {@code fault × source}, {@code state × source} and how often they met
 */
public record CampaignSummary(
    int seeds, List<SeedVerdict> failing, Map<String, EnergyClass> energy, Map<Probe, Integer> probes, List<Probe> missed,
    Map<String, Map<String, Integer>> pairs, List<Allowed> allowed) {
  /** So many seeds of the profile {@code all} have to reach every probe. */
  public static final int SEEDS_FOR_ALL_PROBES = 200;

  /** Of fault-free dynamic cases: guards, ramps, a meter's lag and the building's noise are in it. */
  private static final double LEAST_DYNAMIC = 0.90;

  /** Energy of a class of seeds, kWh, and the least share of the perfect allocator's that is asked for (0 for none). */
  public record EnergyClass(int seeds, double delivered, double perfect, double unmanaged, double overloadAs, double least) {
    /** Delivered ÷ the all-knowing allocator's; 1 where there was nothing to deliver. */
    public double share() {
      return perfect == 0 ? 1 : delivered / perfect;
    }

    public boolean enough() {
      return share() >= least;
    }

    private EnergyClass plus(SeedVerdict.Energy energy) {
      return new EnergyClass(
          seeds + 1, delivered + energy.delivered(), perfect + energy.perfect(), unmanaged + energy.unmanaged(),
          overloadAs + energy.overloadAs(), least);
    }
  }

  /** A breach that the class of a declared quirk allows. */
  public record Allowed(long seed, SeedVerdict.BreachNote breach) {}

  public static CampaignSummary of(CampaignResult result) {
    List<SeedVerdict> verdicts = result.verdicts();
    Map<Probe, Integer> probes = new EnumMap<>(Probe.class);
    Map<String, EnergyClass> energy = new TreeMap<>();
    Map<String, Map<String, Integer>> pairs = new TreeMap<>();
    List<Allowed> allowed = new ArrayList<>();
    for (Probe probe : Probe.values()) {
      probes.put(probe, verdicts.stream().mapToInt(verdict -> verdict.probes().getOrDefault(probe, 0)).sum());
    }
    for (SeedVerdict verdict : verdicts) {
      String group = (verdict.faultFree() ? "fault-free" : verdict.severity().word()) + (verdict.dynamic() ? ", dynamic" : "")
          + (verdict.lowered() ? ", lowered" : "");
      double least = verdict.faultFree() ? verdict.dynamic() ? LEAST_DYNAMIC : 0.95
          : verdict.severity() == Severity.STRICT ? 0.70 : 0;
      EnergyClass before = energy.getOrDefault(group, new EnergyClass(0, 0, 0, 0, 0, least));
      energy.put(group, before.plus(verdict.energy()));
      verdict.coverage().forEach((triple, count) -> {
        String[] part = triple.split("\\|", -1);
        pair(pairs, "fault × state", part[0] + " × " + part[1], count);
        pair(pairs, "fault × source", part[0] + " × " + part[2], count);
        pair(pairs, "state × source", part[1] + " × " + part[2], count);
      });
      verdict.breaches().stream().filter(breach -> !breach.allowedBy().isEmpty())
          .forEach(breach -> allowed.add(new Allowed(verdict.seed(), breach)));
    }
    boolean judged = result.isWhole() && result.profile().equals("all") && verdicts.size() >= SEEDS_FOR_ALL_PROBES;
    List<
        Probe> missed = probes.entrySet().stream().filter(entry -> judged && entry.getValue() == 0).map(Map.Entry::getKey).toList();
    return new CampaignSummary(
        verdicts.size(), verdicts.stream().filter(verdict -> !verdict.passed()).toList(), energy, probes, missed, pairs, allowed);
  }

  private static void pair(Map<String, Map<String, Integer>> pairs, String table, String cell, int count) {
    pairs.computeIfAbsent(table, key -> new TreeMap<>()).merge(cell, count, Integer::sum);
  }

  /** Whether no seed fails, no probe is missing, and enough energy was delivered. */
  public boolean passed() {
    return failing.isEmpty() && missed.isEmpty() && energy.values().stream().allMatch(EnergyClass::enough);
  }
}
