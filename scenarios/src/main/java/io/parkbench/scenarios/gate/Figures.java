package io.parkbench.scenarios.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.parkbench.reports.Requirements;
import io.parkbench.reports.Status;
import io.parkbench.scenarios.campaign.plan.CaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a release came to, in as few figures as it takes to hold the next one against them. Names say what the world was, not
 * what the gateway was, so that the same name in two releases can be compared.
 *
 * @param format {@link #FORMAT}
 * @param versions what took part, by name, the machine included
 * @param scenarios by file, name, rig and seed
 * @param simulations by the command that repeats them
 * @param campaigns by profile and length
 * @param responses by what all cars or stations do
 */
public record Figures(
    String format, NavigableMap<String, String> versions, NavigableMap<String, Scenario> scenarios,
    NavigableMap<String, Simulated> simulations, NavigableMap<String, Campaigned> campaigns,
    NavigableMap<String, Responded> responses) {
  public static final String FORMAT = "parkbench-figures-1";

  public Figures {
    versions = sorted(versions);
    scenarios = sorted(scenarios);
    simulations = sorted(simulations);
    campaigns = sorted(campaigns);
    responses = sorted(responses);
  }

  /** How a scenario ended, and the requirements it is about. */
  public record Scenario(Status status, List<String> requirements) {
    public Scenario {
      requirements = List.copyOf(requirements);
    }
  }

  /**
   * A site that lived without a script.
   *
   * @param feasibleKwh what stays, cars and connectors would have allowed without limits
   * @param cpuS processor time it took, s
   */
  public record Simulated(long broken, long trips, double deliveredKwh, double feasibleKwh, double simulatedS, double cpuS) {}

  /**
   * A campaign, or what there is of it.
   *
   * @param states rare states and how often they were reached, only those that were
   * @param situations how many different ones of fault, state and source were met
   */
  public record Campaigned(NavigableMap<Long, Seed> seeds, NavigableMap<String, Integer> states, int situations) {
    public Campaigned {
      seeds = sorted(seeds);
      states = sorted(states);
    }
  }

  /** One seed: whether it passed, kWh delivered, and kWh of an allocator that knows everything. */
  public record Seed(boolean passed, double delivered, double feasible) {}

  /** Answers to jumps of the building, by case. */
  public record Responded(NavigableMap<Long, Answer> cases) {
    public Responded {
      cases = sorted(cases);
    }
  }

  /** One case: whether it passed, and the time until the current was below the limit again, s. */
  public record Answer(boolean passed, double seconds) {}

  /** What all scenarios together say of a requirement. */
  enum Proof {
    /** One passed and none failed. */
    PROVED,
    FAILED,
    /** All were skipped. */
    OPEN
  }

  /** By requirement, in the order of their ids. */
  @JsonIgnore
  NavigableMap<String, Proof> proofs() {
    NavigableMap<String, Proof> proofs = new TreeMap<>(Requirements.ORDER);
    for (Scenario scenario : scenarios.values()) {
      Proof proof = switch (scenario.status()) {
        case PASSED -> Proof.PROVED;
        case FAILED -> Proof.FAILED;
        case SKIPPED -> Proof.OPEN;
      };
      scenario.requirements().forEach(id -> proofs.merge(id, proof, Figures::worse));
    }
    return proofs;
  }

  private static Proof worse(Proof a, Proof b) {
    return a == Proof.FAILED || b == Proof.FAILED ? Proof.FAILED
        : a == Proof.PROVED || b == Proof.PROVED ? Proof.PROVED : Proof.OPEN;
  }

  /** Whether there is nothing in it. */
  @JsonIgnore
  boolean isEmpty() {
    return scenarios.isEmpty() && simulations.isEmpty() && campaigns.isEmpty() && responses.isEmpty();
  }

  /** Writes a baseline file. */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    CaseFile.JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }

  /** Reads a baseline file; one that is none throws with its name. */
  static Figures read(Path file) throws IOException {
    try {
      Figures figures = CaseFile.JSON.readValue(file.toFile(), Figures.class);
      if (FORMAT.equals(figures.format)) {
        return figures;
      }
    } catch (JsonProcessingException bad) {
      throw new IOException(
          file + " is no baseline: " + bad.getOriginalMessage() + "; make one with parkbench gate RUN --save FILE", bad);
    }
    throw new IOException(file + " is no baseline of the format " + FORMAT + "; make one with parkbench gate RUN --save FILE");
  }

  private static <K extends Comparable<K>, V> NavigableMap<K, V> sorted(@Nullable Map<K, V> map) {
    return Collections.unmodifiableNavigableMap(map == null ? new TreeMap<>() : new TreeMap<>(map));
  }
}
