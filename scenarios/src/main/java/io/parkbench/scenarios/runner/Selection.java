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
import io.cucumber.plugin.Plugin;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scenarios chosen to be run, read once. */
final class Selection {
  private static final URI GLUE = URI.create("classpath:/io/parkbench/scenarios/steps");

  private final List<String> features;
  private final @Nullable String tags;
  private final RuntimeOptions options;
  private final List<Feature> read;
  private final int count;

  /**
   * @param features feature files, {@code FILE:LINE}, or folders of them
   * @param tags a Cucumber tag expression, or null for all
   * @throws BadFeatureException if there is nothing to run or it cannot be read
   */
  Selection(List<String> features, @Nullable String tags) throws BadFeatureException {
    this.features = features;
    this.tags = tags;
    options = options();
    read = read();
    count = (int) read.stream().flatMap(feature -> feature.getPickles().stream()).filter(new Filters(options)).count();
    if (count == 0) {
      throw new BadFeatureException("no scenario matches " + String.join(" ", features) + (tags == null ? "" : " with " + tags));
    }
  }

  /** How many scenarios there are; 1 or more. */
  int count() {
    return count;
  }

  /** What was chosen, as a reader calls it. */
  String title() {
    String what = features.stream().map(feature -> Path.of(feature).getFileName().toString()).collect(Collectors.joining(", "));
    return tags == null ? what : what + " (" + tags + ")";
  }

  /** What was chosen, as the command line takes it. */
  String arguments() {
    return String.join(" ", features) + (tags == null ? "" : " --tags '" + tags + "'");
  }

  /**
   * Runs the scenarios.
   *
   * @param jobs how many at once
   * @param messages where Cucumber's messages go, or null for nowhere
   */
  void run(RunSettings settings, @Nullable Path messages, int jobs, Plugin... plugins) {
    ThreadLocal<StepObjects> objects = ThreadLocal.withInitial(() -> new StepObjects(settings));
    RuntimeOptionsBuilder builder = new RuntimeOptionsBuilder().setThreads(jobs);
    if (messages != null) {
      builder.addPluginName("message:" + messages);
    }
    Runtime.builder()
        .withRuntimeOptions(builder.build(options))
        .withClassLoader(Selection.class::getClassLoader)
        .withFeatureSupplier(() -> read)
        .withObjectFactorySupplier(objects::get)
        .withAdditionalPlugins(plugins)
        .build()
        .run();
  }

  private RuntimeOptions options() throws BadFeatureException {
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

  private List<Feature> read() throws BadFeatureException {
    try {
      FeatureParser parser = new FeatureParser(new RandomUuidGenerator()::generateId);
      return new FeaturePathFeatureSupplier(Selection.class::getClassLoader, options, parser).get();
    } catch (FeatureParserException | CucumberException bad) {
      throw new BadFeatureException(String.valueOf(bad.getMessage()), bad);
    }
  }
}
