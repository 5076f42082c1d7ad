package io.parkbench.reports.page;

import io.parkbench.kernel.Micros;
import io.parkbench.reports.trace.Amps;
import io.parkbench.reports.trace.BreakerTrace;
import io.parkbench.reports.trace.StepSeries;
import io.parkbench.reports.trace.ZoneTrace;
import io.parkbench.reports.trace.ZoneTrace.Breach;
import io.parkbench.reports.trace.ZoneTrace.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what the plots of a zone show. */
final class ZoneEvidence {
  private ZoneEvidence() {}

  /** The phases worth a plot (0 to 2), those that look alike together. */
  static List<List<Integer>> groups(ZoneTrace zone) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int phase = 0; phase < 3; phase++) {
      int here = phase;
      if (!zone.idle(phase)) {
        groups.stream().filter(group -> zone.alike(group.getFirst(), here)).findFirst()
            .ifPresentOrElse(group -> group.add(here), () -> groups.add(new ArrayList<>(List.of(here))));
      }
    }
    return groups;
  }

  static Figure.ZonePlots of(ZoneTrace zone, int index, Clock clock, long end) {
    List<Figure> figures = new ArrayList<>();
    List<List<Integer>> groups = groups(zone);
    for (int group = 0; group < groups.size(); group++) {
      int phase = groups.get(group).getFirst();
      boolean bad = zone.breaches().stream().anyMatch(breach -> breach.concerns(phase))
          || zone.breaker().trips().stream().anyMatch(trip -> trip.phase() == phase);
      figures.add(new Figure("zone", index, group, names(groups.get(group)), sentence(zone, phase, bad, clock), bad));
    }
    List<String> breaches = new ArrayList<>();
    zone.breaker().trips().forEach(trip -> breaches.add(sentence(zone, trip, clock)));
    zone.breaches().forEach(breach -> breaches.add(sentence(zone, breach, clock, end)));
    return new Figure.ZonePlots(zone.id(), limits(zone), notes(zone, clock, end), breaches, figures);
  }

  /** The limit in force over all phases and time, e.g. {@code 50.4 to 63 A}; empty where none was recorded. */
  private static String limits(ZoneTrace zone) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int phase = 0; phase < 3; phase++) {
      StepSeries limit = zone.limit(phase);
      for (int i = 0; i < limit.size(); i++) {
        lowest = Math.min(lowest, limit.value(i));
        highest = Math.max(highest, limit.value(i));
      }
    }
    return lowest > highest ? "" : lowest == highest ? Amps.text(highest) + " A"
        : Amps.text(lowest) + " to " + Amps.text(highest) + " A";
  }

  private static List<String> notes(ZoneTrace zone, Clock clock, long end) {
    List<String> notes = new ArrayList<>();
    BreakerTrace breaker = zone.breaker();
    if (!breaker.device().isEmpty()) {
      double left = breaker.leastSeconds(end);
      notes.add("Breaker " + breaker.device() + ": " + (!breaker.trips().isEmpty() ? "tripped." : left == Double.POSITIVE_INFINITY
          ? "never carried too much." : Words.duration(left) + " from a trip at " + clock.at(breaker.leastAt(end)) + "."));
    }
    List<Integer> loaded = List.of(0, 1, 2).stream().filter(phase -> !zone.load(phase).isZero()).toList();
    if (!loaded.isEmpty()) {
      notes.add("Other loads on " + names(loaded) + ", up to "
          + Amps.text(loaded.stream().mapToDouble(phase -> zone.load(phase).max()).max().orElse(0))
          + (zone.isDynamic() ? " A: charging and its limit are drawn on top of them." : " A: the limit is for charging alone."));
    }
    List<Integer> idle = List.of(0, 1, 2).stream().filter(zone::idle).toList();
    if (!idle.isEmpty()) {
      notes.add(names(idle) + ": nothing given out, nothing drawn.");
    }
    StepSeries power = zone.power();
    if (!power.isEmpty()) {
      double last = power.value(power.size() - 1);
      notes.add((power.size() == 1 ? "Power limit over all phases: " : "Power limit over all phases, at the end: ")
          + (Double.isNaN(last) ? "none." : Amps.text(last) + " kW."));
    }
    return notes;
  }

  private static String sentence(ZoneTrace zone, int phase, boolean bad, Clock clock) {
    Closest closest = zone.closest(phase);
    if (zone.current(phase).isEmpty()) {
      return "No true current was recorded.";
    }
    String peak = "Peak " + Amps.text(zone.current(phase).max()) + " A";
    if (closest == null) {
      return peak + ". No limit was recorded.";
    }
    return peak + ". " + margin(closest, bad, clock);
  }

  private static String sentence(ZoneTrace zone, Breach breach, Clock clock, long end) {
    String unit = breach.ofPower() ? " kW" : " A";
    return "Breach " + (breach.ofPower() ? "of the power limit" : "on L" + (breach.phase() + 1)) + " from "
        + clock.at(breach.since()) + " to " + clock.at(zone.end(breach, end)) + ": " + Amps.text(breach.value()) + unit
        + " against a limit of " + Amps.text(breach.limit()) + unit + ".";
  }

  private static String sentence(ZoneTrace zone, BreakerTrace.Trip trip, Clock clock) {
    return "Breaker " + zone.breaker().device() + " tripped at " + clock.at(trip.instant()) + " by L" + (trip.phase() + 1) + " at "
        + Amps.text(trip.amps()) + " A, too much since " + clock.at(trip.since()) + ".";
  }

  private static String margin(Closest closest, boolean bad, Clock clock) {
    String pair = Amps.text(closest.value()) + " A of " + Amps.text(closest.limit()) + " A at " + clock.at(closest.instant());
    if (closest.isAbove()) {
      String length = closest.longestAbove() == 0 ? "at the end" : "at most "
          + Words.duration(closest.longestAbove() / (double) Micros.SECOND) + " at a time";
      return "Above the limit " + length + ", by up to " + Amps.text(-closest.headroom()) + " A (" + pair + ")"
          + (bad ? "." : "; no breach.");
    }
    return "Least headroom " + Amps.text(Math.max(0, closest.headroom())) + " A: " + pair + ".";
  }

  private static String names(List<Integer> phases) {
    return phases.stream().map(phase -> "L" + (phase + 1)).collect(Collectors.joining(", "));
  }
}
