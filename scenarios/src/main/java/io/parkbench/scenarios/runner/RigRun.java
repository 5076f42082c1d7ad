package io.parkbench.scenarios.runner;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.hardware.Abilities;
import io.parkbench.rigs.hardware.Bindings;
import io.parkbench.rigs.hardware.BoundSite;
import io.parkbench.rigs.hardware.Need;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run with real devices. It is rehearsed in memory first, with simulated ones in their places, which takes no time: a scenario that wants of
 * a real device what the rig cannot give is not run, and how long the others will take is known (R-RIG-5, R-BENCH-2).
 */
public final class RigRun {
  private final Bindings bindings;
  private final String file;
  private final boolean rehearsal;
  private final Map<ScenarioKey, Long> lasting;
  private @Nullable String halted;

  private RigRun(Bindings bindings, String file, boolean rehearsal, Map<ScenarioKey, Long> lasting) {
    this.bindings = bindings;
    this.file = file;
    this.rehearsal = rehearsal;
    this.lasting = lasting;
  }

  /** @param file as the command line names it */
  static RigRun rehearsal(Bindings bindings, String file) {
    return new RigRun(bindings, file, true, new LinkedHashMap<>());
  }

  /** The run that was rehearsed. */
  RigRun earnest() {
    return new RigRun(bindings, file, false, lasting);
  }

  public Bindings bindings() {
    return bindings;
  }

  public String file() {
    return file;
  }

  /** Whether all devices are simulated, and only what is wanted of the real ones counts. */
  public boolean isRehearsal() {
    return rehearsal;
  }

  /** Opens a bench with the real devices. */
  Bench open(BenchPlan plan) {
    try {
      return Bench.open(plan, bindings);
    } catch (SiteException bad) {
      throw NotJudgedException.notRun("its site cannot be with the rig's bindings: " + bad.getMessage());
    }
  }

  /** A site on this rig; one that cannot be is not run. */
  public void fits(Site site) {
    String unfit = new Abilities(bindings.rig(), site).unfit();
    if (unfit != null) {
      throw NotJudgedException.notRun(unfit);
    }
    try {
      BoundSite.of(bindings.rig(), site);
    } catch (SiteException bad) {
      throw NotJudgedException.notRun("its site cannot be with the rig's bindings: " + bad.getMessage());
    }
  }

  /** A step wants this of a station; where the rig cannot give it the scenario is not run. */
  public void wants(Site site, Need need, String station) {
    lacking(new Abilities(bindings.rig(), site).lacks(need, station));
  }

  /** Likewise of the contact of an input. */
  public void wantsAtInput(Site site, Need need, int input) {
    lacking(new Abilities(bindings.rig(), site).lacksAtInput(need, input));
  }

  /** Likewise of what only a simulated meter does. */
  public void wantsAtMeter(Site site, String meter) {
    lacking(new Abilities(bindings.rig(), site).lacksAtMeter(meter));
  }

  /** Likewise of the true current of a zone. */
  public void wantsInZone(Site site, String zone) {
    lacking(new Abilities(bindings.rig(), site).lacksInZone(zone));
  }

  private static void lacking(@Nullable String why) {
    if (why != null) {
      throw NotJudgedException.notRun(why);
    }
  }

  /** So long the scenario took, µs. */
  public void lasted(ScenarioKey scenario, long micros) {
    if (rehearsal) {
      lasting.put(scenario, micros);
    }
  }

  /** How long a scenario took in the rehearsal, µs; 0 where it was not run. */
  long lasting(ScenarioKey scenario) {
    return lasting.getOrDefault(scenario, 0L);
  }

  /** Nothing more is run: a real device has been stopped. */
  public void halt(String why) {
    halted = why;
  }

  /** Throws where nothing more is run. */
  public void goesOn() {
    if (halted != null) {
      throw NotJudgedException.notRun("the run was stopped before: " + halted);
    }
  }
}
