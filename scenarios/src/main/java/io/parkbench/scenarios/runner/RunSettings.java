package io.parkbench.scenarios.runner;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.kernel.Recording;
import io.parkbench.reports.RunFolder;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.Rig;
import io.parkbench.rigs.outside.Elsewhere;
import io.parkbench.rigs.outside.GatewayChoice;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final @Nullable GatewayChoice gateway;
  private final @Nullable RigRun rigRun;
  private final Map<ScenarioKey, String> hashes = new ConcurrentHashMap<>();

  /**
   * @param trial of a run that is measured and not judged; null for one that is judged
   * @param watch hears the lines of a scenario's recording, besides
   * @param gateway which one is put to the test; null: the built-in one
   */
  RunSettings(
      Rig rig, long seed, LeasePolicy policy, RunFolder folder, @Nullable Trial trial, Function<ScenarioKey, Recording> watch,
      @Nullable GatewayChoice gateway) {
    this(rig, seed, policy, folder, trial, watch, gateway, null);
  }

  /** @param rigRun of a run with real devices, or of its rehearsal; null where all is simulated */
  RunSettings(
      Rig rig, long seed, LeasePolicy policy, RunFolder folder, @Nullable Trial trial, Function<ScenarioKey, Recording> watch,
      @Nullable GatewayChoice gateway, @Nullable RigRun rigRun) {
    this.rigRun = rigRun;
    this.rig = rig;
    this.seed = seed;
    this.policy = policy;
    this.folder = folder;
    this.trial = trial;
    this.watch = watch;
    this.gateway = gateway;
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

  /** Opens a scenario's bench around the gateway of this run. */
  public Bench open(ScenarioKey scenario, BenchPlan plan) {
    GatewayChoice chosen = gateway;
    if (rigRun != null && !rigRun.isRehearsal()) {
      return rigRun.open(plan);
    }
    return chosen == null ? Bench.open(plan)
        : Bench.open(
            plan, (now, time, net) -> new Elsewhere(
                chosen, folder.path().resolve("gateway").resolve(scenario.id()), scenario.id(), now, time, net));
  }

  /** The real devices of the run; null where all is simulated. */
  public @Nullable RigRun rigRun() {
    return rigRun;
  }

  /** Whether the gateway runs elsewhere and shows nothing but OCPP, Modbus and REST. */
  public boolean isOutside() {
    return gateway != null;
  }

  /** Whether the gateway has a REST API that the bench may ask. */
  public boolean hasApi() {
    return !(gateway instanceof GatewayChoice.Url url) || url.api() != null;
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
    return " --rig " + (rigRun == null ? rig.word() : rigRun.file()) + " --seed " + seed
        + (policy == LeasePolicy.LEASES ? "" : " --policy " + policy.word())
        + (gateway == null ? "" : " --gateway " + gateway.text());
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
