package io.parkbench.scenarios.gate;

import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Summary;
import io.parkbench.reports.Verdicts;
import io.parkbench.scenarios.campaign.CampaignResult;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import io.parkbench.scenarios.gate.Figures.Answer;
import io.parkbench.scenarios.gate.Figures.Campaigned;
import io.parkbench.scenarios.gate.Figures.Responded;
import io.parkbench.scenarios.gate.Figures.Scenario;
import io.parkbench.scenarios.gate.Figures.Seed;
import io.parkbench.scenarios.gate.Figures.Simulated;
import io.parkbench.scenarios.response.Response;
import io.parkbench.scenarios.response.ResponseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gathers the figures of a release from the folders its runs left, or from a baseline file. */
public final class FiguresReader {
  private final NavigableMap<String, String> versions = new TreeMap<>();
  private final NavigableMap<String, Scenario> scenarios = new TreeMap<>();
  private final NavigableMap<String, Simulated> simulations = new TreeMap<>();
  private final NavigableMap<String, NavigableMap<Long, Seed>> seeds = new TreeMap<>();
  private final NavigableMap<String, NavigableMap<String, Integer>> states = new TreeMap<>();
  private final NavigableMap<String, SortedSet<String>> situations = new TreeMap<>();
  private final NavigableMap<String, NavigableMap<Long, Answer>> answers = new TreeMap<>();

  private FiguresReader() {}

  /**
   * Reads run folders of {@code run}, {@code sim}, {@code campaign} and {@code step-response}, folders of such, or one baseline file.
   *
   * @throws IOException if something is missing, is none of these, or has the same scenario, simulation, seed or case twice
   */
  public static Figures read(List<Path> paths) throws IOException {
    if (paths.size() == 1 && Files.isRegularFile(paths.getFirst())) {
      return Figures.read(paths.getFirst());
    }
    FiguresReader reader = new FiguresReader();
    for (Path path : paths) {
      reader.folder(path);
    }
    return reader.figures();
  }

  private Figures figures() {
    NavigableMap<String, Campaigned> campaigns = new TreeMap<>();
    seeds.forEach((name, each) -> campaigns.put(name, new Campaigned(
        each, states.getOrDefault(name, new TreeMap<>()), situations.getOrDefault(name, new TreeSet<>()).size())));
    NavigableMap<String, Responded> responses = new TreeMap<>();
    answers.forEach((name, each) -> responses.put(name, new Responded(each)));
    return new Figures(Figures.FORMAT, versions, scenarios, simulations, campaigns, responses);
  }

  private void folder(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      throw new IOException(path + " is a file; beside other runs, name run folders only");
    }
    if (run(path)) {
      return;
    }
    int found = 0;
    try (Stream<Path> inside = Files.list(path)) {
      for (Path each : inside.filter(Files::isDirectory).sorted().toList()) {
        found += run(each) ? 1 : 0;
      }
    }
    if (found == 0) {
      throw new IOException(
          path + " is no run folder and has none in it; a run leaves verdicts.json, summary.json, campaign.json or "
              + "step-response.json");
    }
  }

  /** Whether it is a run folder; then all of it has been read. */
  private boolean run(Path path) throws IOException {
    if (Files.exists(path.resolve("campaign.json"))) {
      campaign(CampaignResult.read(path), path);
      return true;
    }
    if (Files.exists(path.resolve("step-response.json"))) {
      responses(ResponseResult.read(path), path);
      return true;
    }
    RunFolder folder = new RunFolder(path);
    Verdicts verdicts = folder.verdicts();
    Summary summary = folder.summary();
    if (verdicts == null && summary == null) {
      return false;
    }
    RunInfo run = folder.run();
    versions.putAll(run.versions());
    if (verdicts != null) {
      scenarios(run, verdicts, path);
    }
    if (summary != null) {
      once(simulations, world(run.command()), simulated(summary), path);
    }
    return true;
  }

  private void scenarios(RunInfo run, Verdicts verdicts, Path path) throws IOException {
    Map<String, Integer> alike = new TreeMap<>();
    for (ScenarioVerdict verdict : verdicts.scenarios()) {
      String name = verdict.uri() + ": " + verdict.name() + " (" + run.rig() + ", seed " + run.seed() + ")";
      int before = alike.merge(name, 1, Integer::sum);
      once(scenarios, before == 1 ? name : name + " #" + before, new Scenario(verdict.status(), verdict.requirements()), path);
    }
  }

  private static Simulated simulated(Summary summary) {
    double feasible = summary.sessions().stream()
        .mapToDouble(session -> session.feasibleKwh() == null ? session.requestedKwh() : session.feasibleKwh()).sum();
    double delivered = summary.sessions().stream().mapToDouble(Summary.Session::deliveredKwh).sum();
    return new Simulated(
        summary.invariants().broken(), summary.invariants().trips(), round(delivered), round(feasible), summary.simulatedSeconds(),
        round(summary.cpuSeconds()));
  }

  private void campaign(CampaignResult result, Path path) throws IOException {
    String name = "campaign " + result.profile() + (result.horizon() == null ? "" : " for " + result.horizon());
    NavigableMap<Long, Seed> into = seeds.computeIfAbsent(name, key -> new TreeMap<>());
    for (SeedVerdict verdict : result.verdicts()) {
      once(into, verdict.seed(), new Seed(verdict.passed(), verdict.energy().delivered(), verdict.energy().perfect()), path);
      verdict.probes().forEach((probe, count) -> {
        if (count > 0) {
          states.computeIfAbsent(name, key -> new TreeMap<>()).merge(probe.word(), count, Integer::sum);
        }
      });
      situations.computeIfAbsent(name, key -> new TreeSet<>()).addAll(verdict.coverage().keySet());
    }
  }

  private void responses(ResponseResult result, Path path) throws IOException {
    String name = "step-response" + (result.quirk() == null ? "" : " --quirk " + result.quirk());
    NavigableMap<Long, Answer> into = answers.computeIfAbsent(name, key -> new TreeMap<>());
    for (Response response : result.responses()) {
      boolean passed = !response.tripped() && (result.quirk() != null || response.inBound());
      once(into, response.seed(), new Answer(passed, response.seconds()), path);
    }
  }

  private static <K, V> void once(Map<K, V> map, K key, V value, Path from) throws IOException {
    if (map.putIfAbsent(key, value) != null) {
      throw new IOException(from + ": " + key + " is in another folder, too; name one of them only");
    }
  }

  /** The command without what makes no difference to what happens. */
  private static String world(String command) {
    return command.replaceAll(" --(out|jobs)[ =]('[^']*'|\\S+)", "").replaceFirst("^parkbench ", "");
  }

  private static double round(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
