package io.parkbench.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.scenarios.campaign.CampaignResult;
import io.parkbench.scenarios.campaign.Seeds;
import io.parkbench.scenarios.campaign.plan.CaseGenerator;
import io.parkbench.scenarios.campaign.plan.SwarmProfile;
import io.parkbench.scenarios.campaign.run.CaseRun;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import io.parkbench.scenarios.response.ResponseResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The gate lets a repeat of the same release pass, and fails on each way in which a release can be worse (R-BENCH-8). */
class GateCommandTest {
  private static final String SEEDS = "1..30";
  private static final String CASES = "1..6";
  private static final Duration HORIZON = Duration.ofMinutes(20);

  private static final String GOOD = """
      Feature: Two cars
        Background:
          Given a zone main of 32 A
          And the stations
            | id |
            | a  |
            | b  |
          And a sedan-22kw plugs in at a
        @R-ALLOC-1
        Scenario: One has it all
          Then within 1 min a may draw 32 A
        @R-ALLOC-1
        Scenario: One keeps it
          Then throughout 2 min every phase of main carries at most 32 A
        @R-ALLOC-2
        Scenario: Two share
          And 1 min passes
          When a sedan-22kw plugs in at b
          Then within 10 s b may draw 16 A
      """;

  @TempDir static Path folder;

  private static final StringWriter OUT = new StringWriter();
  private static final StringWriter ERR = new StringWriter();
  private static Path feature;
  private static Path baseline;

  private static int parkbench(Object... arguments) {
    OUT.getBuffer().setLength(0);
    ERR.getBuffer().setLength(0);
    CommandLine line = Parkbench.commandLine();
    line.setOut(new PrintWriter(OUT));
    line.setErr(new PrintWriter(ERR));
    return line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  /** All kinds of runs, as a release leaves them: a folder of run folders. */
  private static Path release(String name) throws IOException {
    Path release = folder.resolve(name);
    scenarios(release.resolve("scenarios"), GOOD);
    assertEquals(0, parkbench("sim", "residential", "--for", "PT12H", "--out", release.resolve("sim")), ERR::toString);
    parkbench("campaign", "--seeds", SEEDS, "--for", HORIZON, "--profile", "calm", "--out", release.resolve("campaign"));
    assertEquals(0, parkbench("step-response", "--cases", CASES, "--out", release.resolve("jumps")), ERR::toString);
    return release;
  }

  private static void scenarios(Path out, String text) throws IOException {
    Files.writeString(feature, text);
    parkbench("run", feature, "--out", out);
    assertTrue(Files.exists(out.resolve("verdicts.json")), ERR.toString());
  }

  @BeforeAll
  static void releaseTheFirst() throws IOException {
    feature = folder.resolve("two.feature");
    baseline = release("first");
  }

  /** Gates the release whose {@code changed} run differs from the baseline's of the same kind. */
  private static int gate(String kind, Path changed, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("gate"));
    Stream.of("scenarios", "sim", "campaign", "jumps").map(each -> each.equals(kind) ? changed : baseline.resolve(each))
        .forEach(arguments::add);
    arguments.addAll(List.of("--baseline", baseline, "--out", folder.resolve("gate")));
    arguments.addAll(List.of(more));
    return parkbench(arguments.toArray());
  }

  /** The rules that the last gate found broken, without what they were applied to. */
  private static List<String> broken() {
    return OUT.toString().lines().filter(line -> line.startsWith("broken ")).map(line -> line.split("\\s+")[1].replace(":", ""))
        .distinct().toList();
  }

  @Test
  void aRepeatOfTheSameReleasePassesAgainstFoldersAndAgainstAFile() throws IOException {
    Path second = release("second");
    // how long a simulation of half a day takes is chance, and so no release is judged by it
    Path rules = Files.writeString(folder.resolve("without-speed.yaml"), "speed:\n  least_cpu_s: 3600\n");
    assertEquals(0, parkbench("gate", second, "--baseline", baseline, "--rules", rules, "--out", folder.resolve("gate")),
        () -> OUT + "" + ERR);
    List<String> unjudged = OUT.toString().lines().filter(line -> !line.startsWith("kept ")).toList();
    assertEquals(4, unjudged.size(), () -> "speed, headline, report, verdict: " + unjudged);
    assertTrue(unjudged.getFirst().startsWith("not judged  speed.slower_percent"), unjudged::toString);

    Path file = folder.resolve("first.json");
    assertEquals(0, parkbench("gate", baseline, "--save", file));
    assertTrue(Files.size(file) < 10_000, () -> "compact: " + file.toFile().length());
    assertEquals(0, parkbench("gate", second, "--baseline", file, "--rules", rules, "--out", folder.resolve("gate")),
        OUT::toString);
  }

  @Test
  void aScenarioThatTurnedRedFails() throws IOException {
    Path red = folder.resolve("red");
    scenarios(red, GOOD.replace("may draw 16 A", "may draw 20 A"));
    assertEquals(1, gate("scenarios", red));
    assertEquals(List.of("verdicts.turned_red", "requirements.lost_proof"), broken());
    assertTrue(OUT.toString().contains("Two share (memory, seed 1): passed, now failed"), OUT::toString);
    assertTrue(OUT.toString().contains("R-ALLOC-2: a scenario fails"), OUT::toString);
  }

  @Test
  void aRequirementThatLostItsProofFailsThoughNoScenarioIsRed() throws IOException {
    Path unproved = folder.resolve("unproved");
    scenarios(unproved, GOOD.replace("@R-ALLOC-2", "@R-ALLOC-1"));
    assertEquals(1, gate("scenarios", unproved));
    assertEquals(List.of("requirements.lost_proof", "coverage.fewer_requirements"), broken());
    assertTrue(OUT.toString().contains("R-ALLOC-2: no scenario is about it any more"), OUT::toString);
  }

  @Test
  void fewerScenariosOfARequirementThatIsStillProvedFail() throws IOException {
    Path fewer = folder.resolve("fewer");
    scenarios(fewer, GOOD.replaceFirst("(?s)  @R-ALLOC-1\n  Scenario: One keeps it.*?(?=  @R-ALLOC-2)", ""));
    assertEquals(1, gate("scenarios", fewer));
    assertEquals(List.of("coverage.fewer_scenarios"), broken());
    assertTrue(OUT.toString().contains("was 3 scenarios, is 2 scenarios, tolerated: at most 0"), OUT::toString);
    assertTrue(OUT.toString().contains("One keeps it"), OUT::toString);
  }

  @Test
  void fewerSeedsAndWhatTheyMetFail() {
    Path fewer = folder.resolve("few-seeds");
    parkbench("campaign", "--seeds", "1..20", "--for", HORIZON, "--profile", "calm", "--out", fewer);
    assertEquals(1, gate("campaign", fewer));
    assertTrue(broken().contains("coverage.missing_runs"), OUT::toString);
    assertTrue(OUT.toString().contains("campaign calm for PT20M: seed 21"), OUT::toString);
    assertFalse(broken().contains("energy.less_percent"), () -> "the share is taken over what both have: " + OUT);
  }

  /** A gateway that believes the site to have less than it has: everything is kept, and less is delivered. */
  @Test
  void lessEnergyFromTheSameSeedsFails() throws IOException {
    CaseGenerator generator = new CaseGenerator(SwarmProfile.CALM, HORIZON);
    List<SeedVerdict> timid = Seeds.parse(SEEDS).list().stream()
        .map(seed -> CaseRun.run(generator.draw(seed), bench -> with(bench, 0.8))).toList();
    Path less = campaign("less", timid);
    assertEquals(1, gate("campaign", less));
    assertTrue(broken().contains("energy.less_percent"), OUT::toString);
  }

  @Test
  void fivePerCentLessEnergyFailsAndOnePerCentDoesNot() throws IOException {
    List<SeedVerdict> all = CampaignResult.read(baseline.resolve("campaign")).verdicts();
    assertEquals(1, gate("campaign", campaign("five", scaled(all, 0.95))));
    assertEquals(List.of("energy.less_percent"), broken());
    assertEquals(0, gate("campaign", campaign("one", scaled(all, 0.99))), OUT::toString);
  }

  private static Path campaign(String name, List<SeedVerdict> verdicts) throws IOException {
    Path out = folder.resolve(name);
    CampaignResult.of(Seeds.parse(SEEDS), "calm", LeasePolicy.LEASES, HORIZON.toString(), verdicts).write(out);
    return out;
  }

  private static List<SeedVerdict> scaled(List<SeedVerdict> all, double share) {
    return all.stream().map(v -> new SeedVerdict(
        v.seed(), v.profile(), v.severity(), v.faultFree(), v.dynamic(), v.lowered(), v.size(), v.failures(), v.breaches(),
        new SeedVerdict.Energy(
            share * v.energy().delivered(), v.energy().perfect(), v.energy().unmanaged(), v.energy().overloadAs()),
        v.healedAfterS(), v.healBoundS(), v.simulatedS(), v.events(), v.checks(), v.probes(), v.coverage(), v.hash())).toList();
  }

  private static BenchPlan with(BenchPlan plan, double share) {
    Site site = plan.site();
    Site less = new Site(
        site.name(), site.licence(), site.nominalVoltage(), site.timeZone(), site.settings(),
        site.zones().stream().map(zone -> less(zone, share)).toList(), site.meters(), site.stations(), site.inputs(),
        site.tariffs(),
        site.cards(), site.users(), site.cpo(), site.arrivals(), site.plant(), site.text());
    return new BenchPlan(
        less, plan.rig(), plan.seed(), plan.start(), plan.arrivals(), plan.recording(), plan.watch(), plan.latency(), plan.repeat(),
        plan.leases());
  }

  private static Zone less(Zone zone, double share) {
    PerPhase max = zone.maxDa();
    Integer watts = zone.maxW();
    return new Zone(
        zone.id(), zone.name(), zone.parent(),
        new PerPhase((int) (share * max.l1Da()), (int) (share * max.l2Da()), (int) (share * max.l3Da())), scaled(watts, share),
        zone.directive(), zone.meter(), zone.breaker(), zone.margin(), (int) (share * zone.degradedDa()), zone.buildingPeakDa(),
        zone.auth(), zone.offlineAuth(), zone.plant());
  }

  private static @Nullable Integer scaled(@Nullable Integer watts, double share) {
    return watts == null ? null : (int) (share * watts);
  }

  /** The same cases with cars that follow 30 s late, filed as if they had been sound: what a slow gateway would look like. */
  @Test
  void aSlowerAnswerToAJumpFails() throws IOException {
    ResponseResult slow = ResponseResult.of(Seeds.parse(CASES), Quirk.named("slow-follower-30s"), 2, done -> {});
    Path out = folder.resolve("slow");
    new ResponseResult(ResponseResult.FORMAT, slow.from(), slow.to(), null, slow.responses()).write(out);
    assertEquals(1, gate("jumps", out));
    assertTrue(broken().contains("step_response.slower_percent"), OUT::toString);
    assertTrue(broken().contains("invariants.failing_cases"), () -> "they miss the bound, too: " + OUT);
  }

  @Test
  void aBreachThatWasNotThereFails() throws IOException {
    Path worse = folder.resolve("worse");
    Files.createDirectories(worse);
    ObjectMapper json = new ObjectMapper();
    ObjectNode summary = (ObjectNode) json.readTree(baseline.resolve("sim").resolve("summary.json").toFile());
    ((ObjectNode) summary.get("invariants")).put("broken", 2).put("trips", 1);
    json.writeValue(worse.resolve("summary.json").toFile(), summary);
    Files.copy(baseline.resolve("sim").resolve("run.json"), worse.resolve("run.json"));
    assertEquals(1, gate("sim", worse));
    assertEquals(List.of("invariants.more_breaches", "invariants.more_trips"), broken());
  }

  @Test
  void rulesOfOnesOwnAreInForce() throws IOException {
    Path red = folder.resolve("red-but-tolerated");
    scenarios(red, GOOD.replace("may draw 16 A", "may draw 20 A"));
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "verdicts:\n  turned_red: 1\nrequirements:\n  lost_proof: off\n");
    assertEquals(0, gate("scenarios", red, "--rules", rules), OUT::toString);
    assertTrue(OUT.toString().contains("off         requirements.lost_proof: off"), OUT::toString);
    assertTrue(OUT.toString().contains("is 1 failed, tolerated: at most 1"), OUT::toString);
  }

  @Test
  void theRulesThatAreShownCanBeRead() throws IOException {
    assertEquals(0, parkbench("gate", "--show-rules"));
    String shown = OUT.toString();
    Path file = Files.writeString(folder.resolve("shown.yaml"), shown.replace("less_percent: 2 ", "less_percent: 3 "));
    assertEquals(0, parkbench("gate", "--show-rules", "--rules", file), ERR::toString);
    assertEquals(shown.replace("less_percent: 2 ", "less_percent: 3 "), OUT.toString());
  }

  @Test
  void mistakesInRulesAreToldByLine() throws IOException {
    Path rules = Files.writeString(
        folder.resolve("bad.yaml"), "energy:\n  less_percent: -2\n  more_percent: 1\nluck:\n  much: 1\nspeed: 3\n");
    assertEquals(2, parkbench("gate", baseline, "--baseline", baseline, "--rules", rules));
    String told = ERR.toString();
    assertTrue(told.contains("bad.yaml:2: energy.less_percent is a number, 0 or more, or off; not '-2'"), told);
    assertTrue(told.contains("bad.yaml:3: no rule is called 'more_percent' here; there are less_percent"), told);
    assertTrue(told.contains("bad.yaml:4: no rules are called 'luck'; there are verdicts, requirements,"), told);
    assertTrue(told.contains("bad.yaml:6: speed is a mapping of slower_percent, least_cpu_s"), told);
  }

  @Test
  void whatCannotBeComparedIsTold() throws IOException {
    fails("is no run folder and has none in it", Files.createDirectories(folder.resolve("empty")), "--baseline", baseline);
    fails("no such file: nowhere", "nowhere", "--baseline", baseline);
    fails("name the run folders of the release", "--baseline", baseline);
    fails("name what to hold it against", baseline);
    fails("is in another folder, too; name one of them only", baseline.resolve("sim"), baseline.resolve("sim"), "--baseline",
        baseline);
    fails("nothing in common", baseline.resolve("sim"), "--baseline", baseline.resolve("jumps"), "--rules",
        Files.writeString(folder.resolve("lax.yaml"),
            "coverage:\n  missing_runs: off\ninvariants:\n  more_breaches: off\n  more_trips: off\n"));
    fails("is no baseline", baseline.resolve("sim"), "--baseline",
        Files.writeString(folder.resolve("no.json"), "{\"format\": \"x\"}"));
  }

  private static void fails(String message, Object... arguments) {
    Object[] all = Stream.concat(Stream.of("gate"), Stream.of(arguments)).toArray();
    assertEquals(2, parkbench(all), OUT::toString);
    assertTrue(ERR.toString().contains(message), ERR::toString);
  }

  @Test
  void theVerdictIsLeftForPeopleAndForServers() throws IOException {
    Path red = folder.resolve("red-for-all");
    scenarios(red, GOOD.replace("may draw 16 A", "may draw 20 A"));
    assertEquals(1, gate("scenarios", red));
    Path out = folder.resolve("gate");
    String junit = Files.readString(out.resolve("junit.xml"));
    assertTrue(junit.contains("failures=\"2\""), junit);
    assertTrue(junit.contains("name=\"verdicts.turned_red\"") && junit.contains("Two share"), junit);
    assertTrue(junit.contains("Repeat: parkbench gate "), junit);
    String summary = Files.readString(out.resolve("gate.md"));
    assertTrue(summary.contains("| verdicts.turned_red | **broken** | 0 failed | 1 failed | at most 0 |"), summary);
    String page = Files.readString(out.resolve("gate.html"));
    assertTrue(page.indexOf("verdicts.turned_red") < page.indexOf("energy.less_percent"), "what is broken comes first");
    assertTrue(page.contains("2 of ") && page.contains(" checks were broken."), page);
    assertFalse(page.contains("://"), "it needs no network");
  }

  @Test
  void aReportBesideAnotherRunSaysWhatIsNotAsItWas() throws IOException {
    Path red = folder.resolve("red-beside");
    scenarios(red, GOOD.replace("may draw 16 A", "may draw 20 A"));
    assertEquals(0, parkbench("report", red, "--against", baseline.resolve("scenarios")), ERR::toString);
    String page = Files.readString(red.resolve("report.html"));
    assertTrue(page.contains("2 changes; 2 of 3 recordings are the same."), page);
    assertEquals(2, parkbench("report", red, "--against", baseline.resolve("sim")));
    assertTrue(ERR.toString().contains("has no verdicts.json; a run of scenarios is put beside another one"), ERR::toString);
  }

  @Test
  void aReportIsMadeAgainFromItsFolder() throws IOException {
    List<String> pages = List.of("scenarios/report.html", "sim/report.html", "campaign/campaign.html", "jumps/step-response.html");
    for (String page : pages) {
      Path file = baseline.resolve(page);
      String before = Files.readString(file);
      Files.delete(file);
      assertEquals(0, parkbench("report", file.resolveSibling("")), ERR::toString);
      assertEquals(before, Files.readString(file), page);
    }
    assertEquals(2, parkbench("report", folder.resolve("nowhere")));
    JsonNode run = new ObjectMapper().readTree(baseline.resolve("scenarios").resolve("run.json").toFile());
    assertEquals(4, run.get("versions").size(), run::toString);
  }
}
