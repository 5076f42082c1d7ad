package io.parkbench.scenarios.runner;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.kernel.Recording;
import io.parkbench.reports.RunFolder;
import io.parkbench.rigs.Rig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario's world has to know of the run it is part of, and where it files the hash of its recording. The container hands
 * it to whoever asks for it in a constructor.
 */
public final class RunSettings {
  private final Rig rig;
  private final long seed;
  private final LeasePolicy policy;
  private final RunFolder folder;
  private final @Nullable Trial trial;
  private final Function<ScenarioKey, Recording> watch;
  private final Map<ScenarioKey, String> hashes = new LinkedHashMap<>();

  /**
   * @param trial of a run that is measured and not judged; null for one that is judged
   * @param watch hears the lines of a scenario's recording, besides
   */
  RunSettings(
      Rig rig, long seed, LeasePolicy policy, RunFolder folder, @Nullable Trial trial, Function<ScenarioKey, Recording> watch) {
    this.rig = rig;
    this.seed = seed;
    this.policy = policy;
    this.folder = folder;
    this.trial = trial;
    this.watch = watch;
  }

  public Rig rig() {
    return rig;
  }

  /** The root of all chance; each scenario begins with it anew. */
  public long seed() {
    return seed;
  }

  /** How the gateway counts what stations could be drawing. */
  public LeasePolicy policy() {
    return policy;
  }

  public RunFolder folder() {
    return folder;
  }

  /** Who hears the lines of the scenario's recording, besides. */
  public Recording watch(ScenarioKey scenario) {
    return watch.apply(scenario);
  }

  /** Where the run is measured and not judged; null where it is judged. */
  public @Nullable Trial trial() {
    return trial;
  }

  /** The command that runs one scenario alone as it runs here. */
  public String repeat(ScenarioKey scenario) {
    return "parkbench run " + scenario.place() + options();
  }

  /** What the command line says after the features. */
  String options() {
    return " --rig " + rig.word() + " --seed " + seed + (policy == LeasePolicy.LEASES ? "" : " --policy " + policy.word());
  }

  /** A scenario has closed its recording. */
  public void recorded(ScenarioKey scenario, String hash) {
    hashes.put(scenario, hash);
  }

  /** The hash of the scenario's recording; null if it made none. */
  @Nullable
  String hash(ScenarioKey scenario) {
    return hashes.get(scenario);
  }
}
