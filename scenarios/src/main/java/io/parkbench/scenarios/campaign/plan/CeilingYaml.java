package io.parkbench.scenarios.campaign.plan;

import io.parkbench.scenarios.campaign.plan.CeilingPlan.InputPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.TariffPlan;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a case's tariffs, inputs and users as parts of its site file; for a case without them, nothing. */
final class CeilingYaml {
  private static final String MODULE = "192.168.7.";

  private final @Nullable CeilingPlan plan;

  CeilingYaml(@Nullable CeilingPlan plan) {
    this.plan = plan;
  }

  String timeZone() {
    return plan == null ? "UTC" : plan.timeZone();
  }

  void settings(StringBuilder yaml) {
    if (plan != null) {
      yaml.append(", tou_off_when_di_enabled: ").append(plan.touOffWithInputs());
      yaml.append(", reduction_semantics: ").append(plan.reductionsCut() ? "cut" : "remaining");
      yaml.append(", remote_energy_management: {enabled: true, login: ").append(CeilingPlan.WRITER).append(", minimum_period: ")
          .append(plan.minimumPeriodS()).append("s}");
    }
  }

  void lists(StringBuilder yaml) {
    if (plan == null) {
      return;
    }
    if (!plan.tariffs().isEmpty()) {
      yaml.append("tariffs:\n");
    }
    for (TariffPlan tariff : plan.tariffs()) {
      yaml.append("  - {name: ").append(tariff.name()).append(", enabled: ").append(tariff.enabled()).append(", max_percent: ")
          .append(tariff.percent()).append(", days: ").append(tariff.days()).append(", slots: ").append(quoted(tariff.slots()))
          .append(", off_in: ").append(tariff.offIn()).append("}\n");
    }
    if (!plan.inputs().isEmpty()) {
      yaml.append("inputs:\n");
    }
    for (InputPlan input : plan.inputs()) {
      yaml.append("  - {number: ").append(input.number()).append(", name: contact-").append(input.number()).append(", enabled: ")
          .append(input.enabled()).append(", max_percent: ").append(input.percent()).append(", hard: ").append(input.hard())
          .append(", source: ").append(source(input)).append(", active: ").append(input.activeLow() ? "low" : "high")
          .append(", debounce: ").append(input.debounceMs()).append("ms, hold: ").append(input.holdMs()).append("ms, lost: ")
          .append(input.lost()).append(", lost_after: ").append(input.lostAfterMs()).append("ms}\n");
    }
    yaml.append("users:\n  - {name: ").append(CeilingPlan.WRITER).append(", role: WEBSERVICES}\n  - {name: ")
        .append(CeilingPlan.READER).append(", role: WEBSERVICES}\n");
  }

  private static String source(InputPlan input) {
    return input.pollMs() == 0 ? "virtual"
        : "{modbus: {host: " + MODULE + input.number() + ", address: 3, poll: " + input.pollMs() + "ms}}";
  }

  private static String quoted(List<String> slots) {
    return slots.stream().map(slot -> '"' + slot + '"').collect(Collectors.joining(", ", "[", "]"));
  }

  /** The contacts that are wired the other way round, as a part of {@code plant}. */
  void contacts(StringBuilder yaml) {
    List<InputPlan> low = plan == null ? List.of() : plan.inputs().stream().filter(InputPlan::activeLow).toList();
    if (!low.isEmpty()) {
      yaml.append("  contacts:\n");
    }
    low.forEach(input -> yaml.append("    - {input: ").append(input.number()).append(", inverted: true}\n"));
  }

  /** Whether {@code plant} has anything of it. */
  boolean hasContacts() {
    return plan != null && plan.inputs().stream().anyMatch(InputPlan::activeLow);
  }
}
