package io.parkbench.scenarios.campaign.plan;

import io.parkbench.scenarios.campaign.plan.BuildingPlan.Kind;
import io.parkbench.scenarios.campaign.plan.BuildingPlan.Load;
import io.parkbench.scenarios.campaign.plan.BuildingPlan.Metered;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a case's meters and loads as parts of its site file; for a case without them, nothing. */
final class BuildingYaml {
  private static final String SIGNED_MODEL = """
      meter_models:
        - name: Signed
          points:
            current_l1: {register: 100, format: Float32}
            current_l2: {register: 102, format: Float32}
            current_l3: {register: 104, format: Float32}
            power_l1: {register: 110, format: Float32}
            power_l2: {register: 112, format: Float32}
            power_l3: {register: 114, format: Float32}
            power_total: {register: 116, format: Float32}
            energy_total: {register: 120, format: Int64}
      """;

  private static final int MINIATURE_MOST_A = 125;

  private final List<Metered> metered;
  private final List<Load> loads;

  BuildingYaml(@Nullable BuildingPlan building) {
    metered = building == null ? List.of() : building.metered();
    loads = building == null ? List.of() : building.loads();
  }

  void meters(StringBuilder yaml) {
    if (metered.stream().anyMatch(zone -> zone.model().equals(Metered.SIGNED))) {
      yaml.append(SIGNED_MODEL);
    }
    if (!metered.isEmpty()) {
      yaml.append("meters:\n");
    }
    for (Metered zone : metered) {
      yaml.append("  - {id: ").append(zone.meter()).append(", model: ").append(zone.model());
      yaml.append(", refresh: ").append(millis(zone.refreshS())).append(", poll_interval: ").append(millis(zone.pollS()))
          .append("}\n");
    }
    for (Load load : loads) {
      if (load.kind() == Kind.PRODUCTION) {
        yaml.append("  - {id: ").append(roof(load)).append(", model: PM5320, role: production, poll_interval: 5s}\n");
      }
    }
  }

  private static String roof(Load load) {
    return "roof-" + load.zone();
  }

  private static String millis(double seconds) {
    return Math.round(seconds * 1_000) + "ms";
  }

  void zone(StringBuilder yaml, String id) {
    for (Metered zone : metered) {
      if (zone.zone().equals(id)) {
        yaml.append(", directive: dynamic, meter: ").append(zone.meter()).append(", degraded_a: ").append(zone.degradedA());
        yaml.append(", building_peak_a: ").append(zone.peakA());
        if (zone.breakerA() != null) {
          yaml.append(", plant: {breaker: {rating_a: ").append(zone.breakerA()).append(", curve: ")
              .append(zone.breakerA() > MINIATURE_MOST_A ? "MCCB" : "C").append("}}");
        }
      }
    }
  }

  void plant(StringBuilder yaml) {
    if (metered.isEmpty()) {
      return;
    }
    yaml.append("  meters:\n");
    for (Metered zone : metered) {
      yaml.append("    ").append(zone.meter()).append(": {class: ").append(zone.accuracyClass()).append("}\n");
    }
    for (Load load : loads) {
      if (load.kind() == Kind.PRODUCTION) {
        yaml.append("    ").append(roof(load)).append(": {measures: ").append(load.zone()).append('/').append(load.kind().word())
            .append("}\n");
      }
    }
    yaml.append(loads.isEmpty() ? "" : "  loads:\n");
    for (Load load : loads) {
      yaml.append("    - {zone: ").append(load.zone()).append(", name: ").append(load.kind().word()).append(text(load))
          .append("}\n");
    }
  }

  private static String text(Load load) {
    return switch (load.kind()) {
      case CONSTANT -> ", type: constant, a: " + load.a();
      case STEPS -> ", type: profile, day: " + day(load);
      case MOTOR -> ", type: motor, a: " + load.a() + ", inrush: " + load.inrush() + ", runs: " + seconds(load.forS()) + ", every: "
          + seconds(load.everyS());
      case NOISE -> ", type: noise, a: " + load.a() + ", deviation_a: " + load.deviationA() + ", every: " + seconds(load.everyS());
      case PRODUCTION -> ", type: production, day: " + day(load);
    };
  }

  private static String seconds(double seconds) {
    return Math.round(seconds) + "s";
  }

  /** The run begins at midnight. */
  private static String day(Load load) {
    return load.points().stream()
        .map(point -> String.format(
            Locale.ROOT, "\"%02d:%02d:%02d\": %s", point.atS() / 3_600, point.atS() / 60 % 60, point.atS() % 60, point.a()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
