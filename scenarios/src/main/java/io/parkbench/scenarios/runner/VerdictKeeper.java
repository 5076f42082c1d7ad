package io.parkbench.scenarios.runner;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.HookTestStep;
import io.cucumber.plugin.event.Node;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestSourceParsed;
import io.cucumber.plugin.event.TestStep;
import io.cucumber.plugin.event.TestStepFinished;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.StepVerdict;
import io.parkbench.reports.Verdicts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears how the scenarios go and keeps their verdicts. */
final class VerdictKeeper implements ConcurrentEventListener {
  private static final int TRACE_LINES = 12;

  private final RunSettings settings;
  private final Consumer<ScenarioVerdict> progress;
  private final Map<URI, Node> features = new LinkedHashMap<>();
  private final List<ScenarioVerdict> verdicts = new ArrayList<>();
  private final Map<UUID, List<StepVerdict>> steps = new LinkedHashMap<>();

  /**
   * @param progress hears each verdict as soon as it is known
   */
  VerdictKeeper(RunSettings settings, Consumer<ScenarioVerdict> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** In the order of the features and of the scenarios in them, however they ran. */
  synchronized Verdicts verdicts() {
    List<String> order = features.keySet().stream().map(uri -> new ScenarioKey(uri, 1).name()).toList();
    return new Verdicts(
        verdicts.stream().sorted(
            Comparator.comparingInt((ScenarioVerdict verdict) -> order.indexOf(verdict.uri()))
                .thenComparingInt(ScenarioVerdict::line))
            .toList());
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestSourceParsed.class, this::parsed);
    publisher.registerHandlerFor(TestCaseStarted.class, this::started);
    publisher.registerHandlerFor(TestStepFinished.class, this::stepped);
    publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
  }

  private void parsed(TestSourceParsed source) {
    source.getNodes().forEach(feature -> features.put(source.getUri(), feature));
  }

  private synchronized void started(TestCaseStarted started) {
    steps.put(started.getTestCase().getId(), new ArrayList<>());
  }

  private synchronized void stepped(TestStepFinished finished) {
    List<StepVerdict> heard = heard(finished.getTestCase());
    TestStep step = finished.getTestStep();
    Result result = finished.getResult();
    if (step instanceof PickleStepTestStep written) {
      String text = written.getStep().getKeyword() + written.getStep().getText();
      heard.add(new StepVerdict(text, status(result), message(result, text)));
    } else if (step instanceof HookTestStep hook && status(result) != Status.PASSED) {
      heard.add(new StepVerdict(hook.getHookType().toString(), status(result), message(result, "the hook")));
    }
  }

  private List<StepVerdict> heard(TestCase scenario) {
    return steps.computeIfAbsent(scenario.getId(), id -> new ArrayList<>());
  }

  private synchronized void finished(TestCaseFinished finished) {
    TestCase scenario = finished.getTestCase();
    List<StepVerdict> heard = heard(scenario);
    steps.remove(scenario.getId());
    ScenarioKey key = new ScenarioKey(scenario.getUri(), scenario.getLocation().getLine());
    Node feature = features.get(scenario.getUri());
    Path recording = settings.folder().recording(key.id());
    String unhappy = heard.stream()
        .filter(step -> step.status() != Status.PASSED && step.message() != null)
        .map(step -> step.status() == Status.SKIPPED ? step.message() : step.text() + "\n" + step.message())
        .findFirst()
        .orElse(message(finished.getResult(), scenario.getName()));
    ScenarioVerdict verdict = new ScenarioVerdict(
        key.id(),
        feature == null ? "" : feature.getName().orElse(""),
        name(scenario, feature),
        key.name(),
        key.line(),
        scenario.getTags(),
        status(finished.getResult()),
        finished.getResult().getDuration().toMillis() / 1_000.0,
        status(finished.getResult()) == Status.PASSED ? null : unhappy,
        settings.repeat(key),
        Files.exists(recording) ? settings.folder().name(recording) : null,
        settings.hash(key),
        heard);
    verdicts.add(verdict);
    progress.accept(verdict);
  }

  /** Example rows whose name has no placeholder are told apart by their number. */
  private static String name(TestCase scenario, @Nullable Node feature) {
    String name = scenario.getName();
    if (feature == null) {
      return name;
    }
    return feature.findPathTo(node -> node.getLocation().equals(scenario.getLocation()))
        .filter(path -> path.stream()
            .anyMatch(node -> node instanceof Node.ScenarioOutline && node.getName().equals(Optional.of(name))))
        .map(List::getLast)
        .flatMap(Node::getName)
        .map(row -> name + " (" + row + ")")
        .orElse(name);
  }

  private static Status status(Result result) {
    if (result.getError() instanceof NotJudgedException) {
      return Status.SKIPPED;
    }
    return switch (result.getStatus()) {
      case PASSED -> Status.PASSED;
      case SKIPPED -> Status.SKIPPED;
      case PENDING, UNDEFINED, AMBIGUOUS, FAILED, UNUSED -> Status.FAILED;
    };
  }

  private static @Nullable String message(Result result, String what) {
    Throwable error = result.getError();
    if (error instanceof NotJudgedException) {
      return error.getMessage();
    }
    return switch (result.getStatus()) {
      case PASSED -> null;
      case SKIPPED -> error == null ? null : error.getMessage();
      case UNDEFINED -> "no step is defined for: " + what;
      case PENDING, AMBIGUOUS, FAILED, UNUSED ->
          error instanceof AssertionError ? Objects.requireNonNullElse(error.getMessage(), error.toString()) : trace(error);
    };
  }

  private static String trace(@Nullable Throwable error) {
    if (error == null) {
      return "failed";
    }
    StringBuilder text = new StringBuilder(error.toString());
    StackTraceElement[] stack = error.getStackTrace();
    for (int i = 0; i < Math.min(TRACE_LINES, stack.length); i++) {
      text.append("\n  at ").append(stack[i]);
    }
    return text.toString();
  }
}
