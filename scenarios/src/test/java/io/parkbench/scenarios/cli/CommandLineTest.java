package io.parkbench.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parkbench.rigs.ReadySites;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a user of the command line sees: output, messages and exit codes. */
class CommandLineTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private int runs;

  private int parkbench(String... arguments) {
    CommandLine line = Parkbench.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private JsonNode sim(String... arguments) throws IOException {
    Path run = folder.resolve("run" + runs++);
    String[] all = new String[arguments.length + 3];
    all[0] = "sim";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--out";
    all[all.length - 1] = run.toString();
    assertEquals(0, parkbench(all), err.toString());
    return new ObjectMapper().readTree(run.resolve("summary.json").toFile());
  }

  @Test
  void sitesListsEveryReadySite() {
    assertEquals(0, parkbench("sites"));
    for (String name : ReadySites.NAMES) {
      assertTrue(out.toString().contains(name), name);
    }
  }

  /** A feature in which a station is lost at its full lease while a car comes to another, and then this holds. */
  private Path lostStation(String claim) throws IOException {
    return file("lost.feature", """
        Feature: Loss
          Scenario: A station is lost
            Given a zone main of 32 A
            And the stations
              | id |
              | a  |
              | b  |
            And a sedan-22kw plugs in at a
            And 1 min passes
            When the link of a is cut
            And a sedan-22kw plugs in at b
        """ + "    " + claim + "\n");
  }

  @Test
  void policiesAreComparedInATableAndInAReport() throws IOException {
    Path feature = lostStation("Then within 1 min b draws 32 A");
    assertEquals(0, parkbench("compare-policies", feature.toString(), "--out", folder.resolve("run").toString()), err.toString());
    assertTrue(out.toString().lines().anyMatch(line -> line.startsWith("leases ") && line.contains(" 0 As ")), out.toString());
    assertTrue(out.toString().lines().anyMatch(line -> line.startsWith("subtract-nothing ")), out.toString());
    assertTrue(Files.readString(folder.resolve("run").resolve("report.html")).contains("By leases every limit was kept."));
  }

  @Test
  void anUnknownPolicyIsToldWithThoseThatThereAre() {
    assertEquals(2, parkbench("run", "--policy", "hope"));
    assertTrue(err.toString().contains(
        "no policy is called 'hope'; there are leases, subtract-degraded, subtract-nothing, none"), err.toString());
  }

  @Test
  void aRunByAnotherPolicySaysSoAndMayFail() throws IOException {
    Path run = folder.resolve("run");
    Path feature = lostStation("Then throughout 3 min every phase of main carries at most 32 A");
    assertEquals(0, parkbench("run", feature.toString(), "--out", run.toString()), out.toString());
    assertEquals(1, parkbench("run", feature.toString(), "--policy", "subtract-degraded", "--out", run.toString()));
    assertEquals("subtract-degraded", new ObjectMapper().readTree(run.resolve("run.json").toFile()).get("policy").asText());
    assertTrue(out.toString().contains("--policy subtract-degraded"), out.toString());
  }

  @Test
  void aSiteLivesAndLeavesASummaryAndAReport() throws IOException {
    JsonNode summary = sim("residential", "--for", "PT20H");
    assertEquals(72_000, summary.get("simulated_seconds").asDouble());
    assertEquals(0, summary.get("invariants").get("broken").asInt());
    assertTrue(summary.get("invariants").get("checked").asInt() > 0);
    assertTrue(summary.get("frames").asInt() > 1_000);
    assertTrue(summary.get("sessions").size() > 0);
    assertTrue(out.toString().contains("report: "));
    assertTrue(Files.exists(folder.resolve("run0").resolve("report.html")));
  }

  @Test
  void theSameSeedGivesTheSameHashOnMemoryAndLoopbackAndAnotherSeedAnother() throws IOException {
    String memory = sim("office", "--for", "PT9H").get("hash").asText();
    assertEquals(memory, sim("office", "--for", "PT9H", "--rig", "loopback").get("hash").asText());
    assertNotEquals(memory, sim("office", "--for", "PT9H", "--seed", "2").get("hash").asText());
  }

  @Test
  void fiveMistakesInASiteFileGetFiveMessagesWithLineAndPath() throws IOException {
    Path site = file(
        "bad.yaml", """
            name: Bad
            licence: ESM
            time_zone: Mars/Olympus
            zones:
              - {id: main, max_a: 100}
              - {id: sub, parent: main, max_a: 200}
            stations:
              - {id: cp 1, model: parking, zone: sub}
              - {id: cp-2, model: parkinng, zone: sub}
              - {id: cp-3, model: parking, zone: attic}
            """);
    assertEquals(2, parkbench("sim", site.toString()));
    List<String> messages = err.toString().lines().filter(line -> line.contains("bad.yaml:")).toList();
    assertEquals(5, messages.size(), err.toString());
    for (String place : List.of(
        ":3:", "time_zone", ":6:", "zones[1].max_a", ":8:", "stations[0].id", ":9:", "stations[1].model", ":10:",
        "stations[2].zone")) {
      assertTrue(err.toString().contains(place), place + " in\n" + err);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "sim nowhere",
          "sim office --days 0",
          "sim office --for PT0S",
          "sim office --rig submarine",
          "sim office --arrivals nobody-knows",
          "sim office --days 1 --for PT1H",
          "demo --speed 0",
          "demo --port 70000",
          "demo nowhere --port 0",
          "demo office --for PT1H",
          "demo office --bind no-such-host.invalid",
          "allocate missing.json",
          "charger --url http://localhost/ --id CP-1",
          "charger --url ws://localhost/ --id CP-1 --model none",
          "charger --url ws://localhost/ --id CP-1 --plug-in none",
          "gateway --site office",
          "step-response --cases 9..1",
          "step-response --cases 1..2 --record",
          "step-response --cases 1 --quirk none-such",
          "fly"})
  void wrongUsageIsToldAndEndsWith2(String arguments) {
    assertEquals(2, parkbench(arguments.split(" ")), arguments);
    assertTrue(err.toString().length() > 10, arguments);
    assertTrue(!err.toString().contains("\tat "), "no stack trace: " + err);
  }

  @Test
  void aStepResponseEndsInFiguresAndAPage() throws IOException {
    assertEquals(0, parkbench("step-response", "--cases", "1", "--record", "--out", folder.toString()), err.toString());
    assertTrue(out.toString().contains("1 cases, 0 out of bound, 0 tripped a breaker"), out.toString());
    assertTrue(out.toString().contains("parkbench step-response --cases 1"), out.toString());
    assertTrue(Files.readString(folder.resolve("step-response.html")).contains("below the limit again"));
    assertTrue(Files.size(folder.resolve("recordings").resolve("step-response-1.jsonl.zst")) > 1_000);
    assertEquals(1, new ObjectMapper().readTree(folder.resolve("step-response.json").toFile()).get("responses").size());
  }

  @Test
  void allocatePrintsTheSetpointsOfEachCase() throws IOException {
    Path cases = file(
        "cases.json", """
            {"format": "parkbench-allocation/1", "cases": [{"id": "two", "voltage_v": 230, "priority": "energy",
             "zones": [{"id": "main", "parent": null, "max_a": 20, "max_kw": null}],
             "sessions": [
              {"id": "a", "zone": "main", "wiring": "MONO1", "conductors": 1, "max_a": 16, "min_a": 6, "vip": false, "class": 0,
               "energy_wh": 0, "age_s": 0},
              {"id": "b", "zone": "main", "wiring": "TRI123", "conductors": 3, "max_a": 32, "min_a": 6, "vip": false, "class": 0,
               "energy_wh": 0, "age_s": 0}]}]}
            """);
    assertEquals(0, parkbench("allocate", cases.toString()), err.toString());
    JsonNode setpoints = new ObjectMapper().readTree(out.toString()).get("cases").get(0).get("setpoints_a");
    assertEquals(6.6, setpoints.get("a").asDouble());
    assertEquals(13.3, setpoints.get("b").asDouble());
  }

  @Test
  void aDemoThatIsNoTerminalPrintsAPictureEveryQuarterOfAnHour() {
    assertEquals(0, parkbench("demo", "residential", "--terminal", "--for", "PT1H"));
    assertEquals(4, out.toString().lines().filter(line -> line.startsWith("Residential")).count(), out.toString());
  }

  @Test
  void aMeterThatCannotBeSaysWhyAndWhatThereIs() throws IOException {
    meterFails("no meter model is called Acme; there are PM5320, iEM3x5x,", "--model", "Acme", "--port", "0");
    meterFails("no trap is called 'swop'; there are off-by-one, word-swap,", "--model", "MTZ", "--port", "0", "--trap", "swop");
    meterFails("--unit is 1 to 255", "--model", "MTZ", "--port", "0", "--unit", "0");
    meterFails("--unit is 1 to 247 on a serial line", "--model", "MTZ", "--serial", "/dev/ttyS0", "--unit", "255");
    meterFails("--currents are three, such as 46.5,47.25,45", "--model", "MTZ", "--port", "0", "--currents", "10,10");
    meterFails("--port is 0 to 65535", "--model", "MTZ", "--port", "70000");
    meterFails("(--port=P | --serial=PATH)", "--model", "MTZ");
    meterFails("parkbench: there is no serial line /dev/none", "--model", "MTZ", "--serial", "/dev/none");
    meterFails("parkbench: no such file: none.json", "--model-file", "none.json", "--port", "0");
    meterFails("acme.json:1: name is a text, not 5", "--model-file", file("acme.json", "{\"name\": 5, \"points\": {}}").toString(),
        "--port", "0");
  }

  private void meterFails(String message, String... arguments) {
    err.getBuffer().setLength(0);
    String[] all = new String[arguments.length + 1];
    all[0] = "meter";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertEquals(2, parkbench(all));
    assertTrue(err.toString().contains(message), err.toString());
  }
}
