package io.parkbench.reports.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.github.luben.zstd.ZstdOutputStream;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.reports.RunFolder;
import io.parkbench.reports.RunInfo;
import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Status;
import io.parkbench.reports.StepVerdict;
import io.parkbench.reports.Summary;
import io.parkbench.reports.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes run folders as a runner would: a site of three zones (63 A main, 32 A deck, 40 A roof) with six cars over
 * three hours from 2026-01-05 08:00 UTC. What is to be seen in them is in the constants.
 */
public final class SampleRun {
  static final long START = Micros.of(Instant.parse("2026-01-05T08:00:00Z"));
  /** From here on station 3 draws 14 A instead of 10.5 A, in runs with a breach: 66.5 A of 63 A on L1. */
  static final long BREACH = START + 95 * Micros.MINUTE + 3 * Micros.SECOND;
  static final long CALM = BREACH + 2 * Micros.MINUTE;
  public static final String HOSTILE = "</script><script>alert('x')</script>";

  private final Recording recording;
  private final double[][] leased = new double[3][3];
  private final double[][] current = new double[3][3];
  private final double[] setpoints = new double[7];
  private final double[] draws = new double[7];
  private static final List<String> ZONES = List.of("main", "main/deck", "main/roof");

  private SampleRun(Recording recording) {
    this.recording = recording;
  }

  /** A folder of three scenarios: one passed, one failed with a breach, one skipped; with their recordings. */
  public static RunFolder scenarios(Path path) throws IOException {
    RunFolder folder = RunFolder.create(path);
    String calm = record(folder.recording("equal-percentage"), false, "CP");
    String breached = record(folder.recording("deaf-station"), true, "CP");
    folder.write(new RunInfo(RunInfo.FORMAT, "Sharing the current", "parkbench run features/alloc --rig memory --seed 42",
        "memory", 42, "2026-11-20 18:40 UTC", Map.of("parkbench", "0.1.0", "java", "25.0.1"), null, "Europe/Paris"));
    folder.write(new Verdicts(List.of(
        new ScenarioVerdict("equal-percentage", "Sharing by equal percentage", "Six cars share 63 A by equal percentage",
            "features/alloc/percentage.feature", 12, List.of("@R-ALLOC-1", "@R-ALLOC-2", "@fast"), Status.PASSED, 0.42, null,
            "parkbench run features/alloc/percentage.feature:12 --seed 42", "recordings/equal-percentage.jsonl.zst", calm,
            steps(null)),
        new ScenarioVerdict("deaf-station", "Stations that do not obey", "A station that keeps its old setpoint is contained",
            "features/alloc/disobedient.feature", 31, List.of("@R-ALLOC-11", "@R-LEASE-5", "@R-ALLOC-1"), Status.FAILED, 0.57,
            "Breach: 66.5 A on L1 of zone main for 120 s, limit 63 A",
            "parkbench run features/alloc/disobedient.feature:31 --rig memory --seed 42",
            "recordings/deaf-station.jsonl.zst", breached,
            steps("Breach: 66.5 A on L1 of zone main for 120 s, limit 63 A\n  expected: at most 63 A throughout")),
        new ScenarioVerdict("over-sockets", "Stations that do not obey", "The same with a cable cut",
            "features/alloc/disobedient.feature", 52, List.of("@R-LEASE-3", "@hardware"), Status.SKIPPED, 0, "needs rig hardware",
            "parkbench run features/alloc/disobedient.feature:52 --rig hardware", null, null, List.of()))));
    return folder;
  }

  /** A folder of a simulation of the same three hours. */
  static RunFolder simulation(Path path) throws IOException {
    RunFolder folder = RunFolder.create(path);
    String hash = record(folder.recording("sim"), false, "CP");
    folder.write(new RunInfo(RunInfo.FORMAT, "Car park, 6 stations", "parkbench sim car-park --for PT3H --seed 7", "memory", 7,
        null, Map.of("parkbench", "0.1.0"), null, "Europe/Paris"));
    List<Summary.Session> sessions = new ArrayList<>();
    for (int car = 1; car <= 6; car++) {
      double asked = 8 + 2.5 * car;
      sessions.add(new Summary.Session("car-" + car, "CP-0" + car, 1, "2026-01-05T08:0" + car + ":00Z",
          car < 4 ? "2026-01-05T10:30:00Z" : null, asked, Math.min(asked, 14.25), asked));
    }
    folder.write(new Summary(hash, 10_800, 0.4, 27_000, 12_345, 6_789, new Summary.Invariants(54_321, 0, 0), sessions));
    return folder;
  }

  /** Records the three hours and returns the hash; in {@code breached} ones station 3 does not follow a cut. */
  static String record(Path file, boolean breached, String prefix) throws IOException {
    try (JsonLines lines = new JsonLines(new ZstdOutputStream(Files.newOutputStream(file), 1))) {
      record Told(long instant, String kind, Recording.Fields fields) {}
      List<Told> told = new ArrayList<>();
      new SampleRun((instant, kind, fields) -> told.add(new Told(instant, kind, fields))).threeHours(breached, prefix);
      told.stream().sorted(Comparator.comparingLong(Told::instant)).forEach(t -> lines.line(t.instant(), t.kind(), t.fields()));
      return lines.hash();
    }
  }

  private void threeHours(boolean breached, String prefix) {
    limit(START, 0, 63, 40.0, "maximum current");
    limit(START, 1, 32, null, "maximum current");
    limit(START, 2, 40, null, "maximum current");
    for (int car = 1; car <= 6; car++) {
      session(START + car * Micros.MINUTE, "plugged", prefix, car, 0);
      session(START + car * Micros.MINUTE + 2 * Micros.SECOND, "start", prefix, car, 0);
    }
    for (long t = START; t < START + 3 * Micros.HOUR; t += 30 * Micros.SECOND) {
      long minute = (t - START) / Micros.MINUTE;
      if (t == START + 60 * Micros.MINUTE) {
        limit(t, 0, 50.4, 32.0, "tariff period Morning (80 %)");
      }
      if (t == START + 90 * Micros.MINUTE) {
        limit(t, 0, 63, 40.0, "maximum current");
      }
      int present = (int) Math.min(6, minute);
      double most = minute >= 60 && minute < 90 ? 50.4 : 63;
      for (int car = 1; car <= present; car++) {
        double share = Math.floor(10 * Math.min(16, Math.min(most / present, 32.0 / Math.ceil(present / 2.0)))) / 10;
        double wanted = share * (1 - 0.02 * Math.max(0, minute - 120 - 5L * car) / 3);
        share(t, prefix, car, share);
        draw(t + 3 * Micros.SECOND, prefix, car,
            breached && car == 3 && t + 3 * Micros.SECOND >= BREACH && t + 3 * Micros.SECOND < CALM ? 14 : Math.max(0, wanted));
      }
      frame(t + 4 * Micros.SECOND, prefix + "-0" + (1 + minute % 6));
    }
    if (breached) {
      recording.line(BREACH, "fault", json -> {
        json.writeStringField("e", "on");
        json.writeStringField("what", "Drop[SetChargingProfile on " + prefix + "-03]");
      });
      breach(BREACH + 30 * Micros.SECOND, "main", 66.5, 63);
      breach(BREACH + 30 * Micros.SECOND, "main/deck", 35, 32);
    }
    for (int car = 1; car <= 3; car++) {
      session(START + 180 * Micros.MINUTE, "stop", prefix, car, 14_250);
      session(START + 180 * Micros.MINUTE, "unplugged", prefix, car, 14_250);
    }
  }

  private void share(long t, String prefix, int car, double share) {
    if (setpoints[car] == share) {
      return;
    }
    add(leased, car, share - setpoints[car]);
    setpoints[car] = share;
    recording.line(t, "setpoint", json -> {
      json.writeStringField("station", prefix + "-0" + car);
      json.writeNumberField("connector", 1);
      json.writeNumberField("tx", 100 + car);
      json.writeNumberField("a", share);
      json.writeObjectFieldStart("why");
      json.writeStringField("rule", share < 16 ? "share" : "full");
      json.writeStringField("zone", "main");
      json.writeNumberField("phase", 1);
      json.writeStringField("text", share < 16 ? "All cars under zone main share its current by equal percentage."
          : "The connector's maximum fits.");
      json.writeEndObject();
    });
    tell(t, "leased", leased, car);
  }

  private void draw(long t, String prefix, int car, double amps) {
    if (Math.abs(draws[car] - amps) < 0.005) {
      return;
    }
    add(current, car, amps - draws[car]);
    draws[car] = amps;
    recording.line(t, "draw", json -> {
      json.writeStringField("station", prefix + "-0" + car);
      json.writeNumberField("connector", 1);
      writeAmps(json, amps, amps, amps);
    });
    tell(t, "current", current, car);
  }

  /** Cars 1 to 4 are on three phases, 5 and 6 on L1 only; odd ones on the deck, even ones on the roof. */
  private static void add(double[][] sums, int car, double amps) {
    for (int phase = 0; phase < (car < 5 ? 3 : 1); phase++) {
      sums[0][phase] += amps;
      sums[car % 2 == 1 ? 1 : 2][phase] += amps;
    }
  }

  private void tell(long t, String kind, double[][] sums, int car) {
    for (int zone : new int[] {0, car % 2 == 1 ? 1 : 2}) {
      double[] a = Arrays.stream(sums[zone]).map(x -> Math.round(100 * x) / 100.0).toArray();
      recording.line(t, kind, json -> amps(json, ZONES.get(zone), a));
    }
  }

  private void limit(long t, int zone, double amps, @Nullable Double kw, String by) {
    recording.line(t, "zone", json -> {
      json.writeStringField("z", ZONES.get(zone));
      json.writeArrayFieldStart("limit");
      for (int phase = 0; phase < 3; phase++) {
        json.writeNumber(amps);
      }
      json.writeEndArray();
      if (kw == null) {
        json.writeNullField("kw");
      } else {
        json.writeNumberField("kw", kw);
      }
      json.writeStringField("by", by);
    });
  }

  private void breach(long t, String zone, double amps, double limit) {
    recording.line(t, "breach", json -> {
      json.writeStringField("z", zone);
      json.writeNumberField("phase", 1);
      json.writeNumberField("a", amps);
      json.writeNumberField("limit", limit);
      json.writeNumberField("since", BREACH);
    });
  }

  private static List<StepVerdict> steps(@Nullable String failure) {
    List<StepVerdict> steps = new ArrayList<>(List.of(
        new StepVerdict("Given the site \"three-zones\"", Status.PASSED, null),
        new StepVerdict("When six cars plug in one minute apart", Status.PASSED, null)));
    steps.add(new StepVerdict("Then the current in zone \"main\" stays below 63 A throughout",
        failure == null ? Status.PASSED : Status.FAILED, failure));
    steps.add(
        new StepVerdict("And every car charges at the same percentage", failure == null ? Status.PASSED : Status.SKIPPED, null));
    return steps;
  }

  private void session(long t, String event, String prefix, int car, long wh) {
    recording.line(t, "session", json -> {
      json.writeStringField("e", event);
      json.writeStringField("station", prefix + "-0" + car);
      json.writeNumberField("connector", 1);
      json.writeStringField("id", "car-" + car);
      json.writeNumberField("wh", wh);
    });
  }

  private void frame(long t, String link) {
    recording.line(t, "frame", json -> {
      json.writeStringField("l", link);
      json.writeStringField("d", "up");
      json.writeNumberField("s", t);
      json.writeFieldName("f");
      json.writeRawValue("[2,\"7\",\"Heartbeat\",{}]");
    });
  }

  private static void amps(JsonGenerator json, String zone, double... amps) throws IOException {
    json.writeStringField("z", zone);
    writeAmps(json, amps);
  }

  private static void writeAmps(JsonGenerator json, double... amps) throws IOException {
    json.writeArrayFieldStart("a");
    for (double a : amps) {
      json.writeNumber(Math.round(100 * a) / 100.0);
    }
    json.writeEndArray();
  }
}
