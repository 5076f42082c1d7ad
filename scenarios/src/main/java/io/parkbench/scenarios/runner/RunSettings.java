package io.parkbench.scenarios.runner;

import io.parkbench.reports.RunFolder;
import io.parkbench.rigs.Rig;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario's world has to know of the run it is part of, and where it files the hash of its recording. The container hands
 * it to whoever asks for it in a constructor.
 */
public final class RunSettings {
  private final Rig rig;
  private final long seed;
  private final RunFolder folder;
  private final Map<ScenarioKey, String> hashes = new LinkedHashMap<>();

  RunSettings(Rig rig, long seed, RunFolder folder) {
    this.rig = rig;
    this.seed = seed;
    this.folder = folder;
  }

  public Rig rig() {
    return rig;
  }

  /** The root of all chance; each scenario begins with it anew. */
  public long seed() {
    return seed;
  }

  public RunFolder folder() {
    return folder;
  }

  /** The command that runs one scenario alone as it runs here. */
  public String repeat(ScenarioKey scenario) {
    return "parkbench run " + scenario.place() + " --rig " + rig.word() + " --seed " + seed;
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
