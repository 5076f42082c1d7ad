package io.parkbench.gateway.site;

import io.parkbench.gateway.site.ZoneReader.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names what nobody can take back under a dynamic zone while the building has its peak, or while an input marked hard limits (R-LEASE-4,
 * R-DI-5): what lost stations keep for good, and what all may have while the meter is lost.
 */
final class ExposureRules {
  private final ZoneReader zones;
  private final List<Station> stations;
  private final double nominalVoltage;

  ExposureRules(ZoneReader zones, List<Station> stations, double nominalVoltage) {
    this.zones = zones;
    this.stations = stations;
    this.nominalVoltage = nominalVoltage;
  }

  void check() {
    for (Draft zone : zones.dynamic()) {
      PerPhase max = zone.max();
      PerPhase peak = zone.buildingPeak() == null ? PerPhase.all(0) : zone.buildingPeak();
      if (max != null) {
        checkDegraded(zone, max, peak);
        checkKept(zone, max, peak);
      }
    }
  }

  private static void checkDegraded(Draft zone, PerPhase max, PerPhase peak) {
    int phase = tightest(max, peak);
    int togetherDa = zone.degradedDa() + peak.da(phase);
    if (zone.buildingPeak() != null && zone.degradedDa() > 0 && togetherDa > max.da(phase)) {
      zone.block().place("degraded_a")
          .warning(
              "together with the building's peak of " + Show.amps(peak.da(phase)) + " it makes " + Show.amps(togetherDa) + " of "
                  + Show.amps(max.da(phase)) + ", and while the meter is lost nobody sees it; lower it to "
                  + Show.amps(Math.max(0, max.da(phase) - peak.da(phase))));
    }
  }

  /** What lost stations keep of a zone that an input marked hard leaves so many percent of, as a warning; null where it fits everywhere. */
  @Nullable
  String underHardInput(int percent) {
    for (Draft zone : zones.all()) {
      PerPhase max = zone.max();
      List<Station> keep = kept(zone);
      int ratedDa = keep.stream().mapToInt(this::ratedDa).sum();
      int leftDa = max == null ? Integer.MAX_VALUE : max.minDa() * percent / 100;
      if (ratedDa > leftDa) {
        return "what keeps its last setpoint when it is lost (" + names(keep) + ") can make " + Show.amps(ratedDa) + " of the "
            + Show.amps(leftDa) + " that " + percent + " % leave of zone " + zone.id()
            + ", and nobody can take it back; lower the stations' max_kw, or raise max_percent";
      }
    }
    return null;
  }

  private List<Station> kept(Draft zone) {
    return stations.stream()
        .filter(station -> !station.model().degradedMode() && zones.isUnder(station.zone(), zone.id())).toList();
  }

  private String names(List<Station> keep) {
    return String.join(", ", keep.stream().map(s -> s.id() + " " + Show.amps(ratedDa(s))).toList());
  }

  private void checkKept(Draft zone, PerPhase max, PerPhase peak) {
    List<Station> keep = kept(zone);
    int ratedDa = keep.stream().mapToInt(this::ratedDa).sum();
    int phase = tightest(max, peak);
    if (keep.isEmpty() || ratedDa + peak.da(phase) <= max.da(phase)) {
      return;
    }
    String names = names(keep);
    String building = zone.buildingPeak() == null ? "" : ", and the building's peak of " + Show.amps(peak.da(phase)) + ",";
    zone.block().place(zone.buildingPeak() == null ? "directive" : "building_peak_a")
        .warning("what keeps its last setpoint when it is lost (" + names + ")" + building + " can make "
            + Show.amps(ratedDa + peak.da(phase)) + " of " + Show.amps(max.da(phase))
            + ", and nobody can take it back; lower the stations' max_kw, hang them under a static zone, or raise max_a");
  }

  /** What all stations below a zone can take from each supply phase, their standby included, 0.1 A. */
  int ratedDa(Draft zone) {
    return stations.stream().filter(station -> zones.isUnder(station.zone(), zone.id())).mapToInt(this::ratedDa).sum();
  }

  /** What a station can take from each supply phase, its standby included, 0.1 A. */
  private int ratedDa(Station station) {
    int da = station.oneAtATime() ? station.connectors().stream().mapToInt(Connector::maxDa).max().orElse(0)
        : station.connectors().stream().mapToInt(Connector::maxDa).sum();
    Integer feederDa = station.feederDa();
    return (feederDa == null ? da : Math.min(da, feederDa))
        + station.model().supply().standbyDa(station.model().countedVoltage(nominalVoltage));
  }

  /** The phase on which the building leaves least. */
  private static int tightest(PerPhase max, PerPhase peak) {
    int tightest = 1;
    for (int phase = 2; phase <= 3; phase++) {
      if (max.da(phase) - peak.da(phase) < max.da(tightest) - peak.da(tightest)) {
        tightest = phase;
      }
    }
    return tightest;
  }
}
