package io.parkbench.scenarios.runner;

import io.cucumber.core.eventbus.RandomUuidGenerator;
import io.cucumber.core.exception.CucumberException;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.filter.Filters;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealTime;
import io.parkbench.reports.JUnitXml;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Verdicts;
import io.parkbench.reports.page.Report;
import io.parkbench.rigs.Rig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run of scenarios on one rig with one seed (R-BENCH-1).
 *
 * @param features feature files, {@code FILE:LINE}, or folders of them
 * @param tags a Cucumber tag expression, or null for all
 * @param out the run folder, made where it is missing
 */
public record ScenarioRun(List<String> features, @Nullable String tags, Rig rig, long seed, Path out) {
  private static final URI GLUE = URI.create("classpath:/io/parkbench/scenarios/steps");

  /** Hears how far a run has come. */
  @FunctionalInterface
  public interface Progress {
    /** {@code verdict} is the one of scenario number {@code done} out of {@code all}. */
    void finished(ScenarioVerdict verdict, int done, int all);
  }

  /** What a run came to. */
  public record Outcome(Verdicts verdicts, Path report) {}

  public ScenarioRun {
    features = List.copyOf(features);
  }

  /**
   * Runs the scenarios one after another and leaves verdicts, JUnit XML, Cucumber messages, a recording of each, and the report.
   *
   * @param versions what takes part, by name
   * @throws BadFeatureException if there is nothing to run or it cannot be read
   */
  public Outcome run(Map<String, String> versions, Progress progress) throws IOException, BadFeatureException {
    String started = DateTimeFormatter.ISO_INSTANT.format(Micros.toInstant(RealTime.micros() / Micros.SECOND * Micros.SECOND));
    RuntimeOptions selected = selection();
    List<Feature> read = read(selected);
    int all = count(selected, read);
    RunFolder folder = RunFolder.create(out);
    RuntimeOptions options = new RuntimeOptionsBuilder().addPluginName("message:" + out.resolve("messages.ndjson"))
        .build(selected);
    RunSettings settings = new RunSettings(rig, seed, folder);
    StepObjects objects = new StepObjects(settings);
    int[] done = {0};
    VerdictKeeper keeper = new VerdictKeeper(settings, verdict -> progress.finished(verdict, ++done[0], all));
    Runtime.builder()
        .withRuntimeOptions(options)
        .withClassLoader(ScenarioRun.class::getClassLoader)
        .withFeatureSupplier(() -> read)
        .withObjectFactorySupplier(() -> objects)
        .withAdditionalPlugins(keeper)
        .build()
        .run();
    return write(folder, keeper.verdicts(), started, versions);
  }

  private Outcome write(RunFolder folder, Verdicts verdicts, String started, Map<String, String> versions) throws IOException {
    folder.write(new RunInfo(RunInfo.FORMAT, title(), command(), rig.word(), seed, started, versions, null, null));
    folder.write(verdicts);
    JUnitXml.write(verdicts, out.resolve("junit.xml"));
    return new Outcome(verdicts, Report.write(out));
  }

  private String title() {
    String what = features.stream().map(feature -> Path.of(feature).getFileName().toString()).collect(Collectors.joining(", "));
    return tags == null ? "Scenarios: " + what : "Scenarios: " + what + " (" + tags + ")";
  }

  /** The command that repeats the whole run. */
  private String command() {
    return "parkbench run " + String.join(" ", features) + (tags == null ? "" : " --tags '" + tags + "'") + " --rig " + rig.word()
        + " --seed " + seed;
  }

  private RuntimeOptions selection() throws BadFeatureException {
    RuntimeOptionsBuilder builder = new RuntimeOptionsBuilder().addGlue(GLUE).setMonochrome().setNoSummary().setPublishQuiet(true);
    for (String feature : features) {
      Path file = Path.of(feature.replaceAll("(:\\d+)+$", ""));
      if (!Files.exists(file)) {
        throw new BadFeatureException("no such feature file or folder: " + file);
      }
      builder.addFeature(FeatureWithLines.parse(feature));
    }
    if (tags != null) {
      try {
        builder.addTagFilter(TagExpressionParser.parse(tags));
      } catch (TagExpressionException bad) {
        throw new BadFeatureException("'" + tags + "' is no tag expression: " + bad.getMessage(), bad);
      }
    }
    return builder.build();
  }

  private static List<Feature> read(RuntimeOptions options) throws BadFeatureException {
    try {
      FeatureParser parser = new FeatureParser(new RandomUuidGenerator()::generateId);
      return new FeaturePathFeatureSupplier(ScenarioRun.class::getClassLoader, options, parser).get();
    } catch (FeatureParserException | CucumberException bad) {
      throw new BadFeatureException(String.valueOf(bad.getMessage()), bad);
    }
  }

  private int count(RuntimeOptions options, List<Feature> read) throws BadFeatureException {
    Filters chosen = new Filters(options);
    int all = (int) read.stream().flatMap(feature -> feature.getPickles().stream()).filter(chosen).count();
    if (all == 0) {
      throw new BadFeatureException("no scenario matches " + String.join(" ", features) + (tags == null ? "" : " with " + tags));
    }
    return all;
  }
}
