package io.parkbench.reports.page;

import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.StepVerdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One scenario as the template needs it.
 *
 * @param open whether it is unfolded when the page opens
 * @param evidence null without a recording
 * @param failedAt when it failed, ms since 1970; null where the failure does not tell
 */
record ScenarioView(String key, String name, String outcome, String took, String where, List<String> requirements,
    List<String> otherTags, @Nullable String message, String repeat, @Nullable String hash, List<StepView> steps,
    @Nullable StepView failedStep, boolean open, @Nullable Evidence evidence, @Nullable Long failedAt) {

  /** As failures tell when something did not hold. */
  private static final Pattern INSTANT = Pattern.compile("(?m)^at (\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)");

  /** Whether there is a plot to go to. */
  boolean isDrawn() {
    return evidence != null && (evidence.hasZones() || evidence.hasConnectors());
  }

  /** One step: text, {@code passed}, {@code failed} or {@code skipped}, message. */
  record StepView(String text, String outcome, @Nullable String message) {}

  static ScenarioView of(String key, ScenarioVerdict verdict, @Nullable Evidence evidence, boolean open) {
    List<StepView> steps = verdict.steps().stream().map(ScenarioView::step).toList();
    StepView failed = steps.stream().filter(step -> step.outcome().equals(Status.FAILED.word())).findFirst().orElse(null);
    List<String> tags = verdict.tags().stream().filter(tag -> !verdict.requirements().contains(tag.substring(1))).toList();
    return new ScenarioView(key, verdict.name(), verdict.status().word(), Words.duration(verdict.seconds()),
        verdict.uri() + ":" + verdict.line(), verdict.requirements(), tags, verdict.message(), verdict.repeat(), verdict.hash(),
        steps, failed, open || verdict.status() == Status.FAILED, evidence, failedAt(verdict.message()));
  }

  private static @Nullable Long failedAt(@Nullable String message) {
    Matcher matcher = INSTANT.matcher(message == null ? "" : message);
    try {
      return matcher.find() ? Instant.parse(matcher.group(1)).toEpochMilli() : null;
    } catch (DateTimeException noInstant) {
      return null;
    }
  }

  private static StepView step(StepVerdict step) {
    return new StepView(step.text(), step.status().word(), step.message());
  }
}
