package io.parkbench.scenarios.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.Seed;
import io.parkbench.reports.Summary;
import io.parkbench.reports.series.Field;
import io.parkbench.reports.series.Labels;
import io.parkbench.reports.series.RunSeries;
import io.parkbench.reports.series.SeriesSink;
import io.parkbench.reports.series.SeriesTally;
import io.parkbench.reports.series.grafana.Dashboard;
import io.parkbench.reports.series.grafana.Panel;
import io.parkbench.rigs.Bench;
import io.parkbench.rigs.BenchPlan;
import io.parkbench.rigs.ReadySites;
import io.parkbench.rigs.Recorder;
import io.parkbench.scenarios.campaign.Campaign;
import io.parkbench.scenarios.campaign.CampaignPoints;
import io.parkbench.scenarios.campaign.CampaignResult;
import io.parkbench.scenarios.campaign.CampaignSummary;
import io.parkbench.scenarios.campaign.Seeds;
import io.parkbench.scenarios.campaign.plan.CaseGenerator;
import io.parkbench.scenarios.campaign.plan.SwarmProfile;
import io.parkbench.scenarios.sim.Simulation;
import io.parkbench.scenarios.sim.SiteArrivals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What must hold of any time-series server that is sent a run (R-BENCH-9): nothing is lost, and the dashboards find it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SeriesContract {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long SPOOL = 512_000_000;

  private Path folder;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Store store;

  /** The server, not yet started; skips where it cannot be had. */
  abstract Store store(Path folder) throws IOException;

  @BeforeAll
  void start(@TempDir Path own) throws IOException {
    folder = own;
    store = store(own);
    store.start();
  }

  @AfterAll
  void close() throws IOException {
    if (store != null) {
      store.close();
    }
  }

  private SeriesSink sink(String site, String run) throws IOException {
    return SeriesSink.open(
        store.target(), new Labels(site, run, "run"), RealTime.micros(), new SeriesSink.Bounds(folder, SPOOL, PATIENCE), told::add);
  }

  private static BenchPlan plan(String name) throws Exception {
    Site site = ReadySites.load(name);
    BenchPlan plan = BenchPlan.of(site);
    SiteArrivals coming = SiteArrivals.of(site, null, new Seed(1), plan.start());
    return plan.startingAt(coming.start()).arrivals(coming.plan());
  }

  @Test
  void aWeekAtFullSpeedLosesNoPointAndChangesNothing() throws Exception {
    BenchPlan plan = plan("office");
    long end = plan.start() + 7 * Micros.DAY;
    Summary alone = Simulation.run(plan, end, share -> {});

    SeriesSink sink = sink("office", "week");
    long began = RealTime.nanos();
    Summary sent = Simulation.run(
        plan("office").watchedBy(sink.tap(new Labels("office", "week", "sim"))), end, share -> {});
    double ran = (RealTime.nanos() - began) / 1e9;
    SeriesTally tally = sink.end();
    double all = (RealTime.nanos() - began) / 1e9;

    System.out.printf(
        Locale.ROOT, "%s: a week, %d points, the run took %.1f s, all were there after %.1f s%n", getClass().getSimpleName(),
        tally.written(), ran, all);
    assertEquals(alone.hash(), sent.hash(), "being watched must not change the run");
    assertTrue(tally.isWhole(), tally.text());
    assertEquals(0, tally.unread(), tally.text());
    assertTrue(tally.written() > 20_000, "a week of 25 stations is more than " + tally.written() + " points");
    assertEquals(tally.written(), store.count("week"), "points that the server has of those it confirmed");
  }

  @Test
  void anOutageOfAnHourIsBridgedAndTold() throws Exception {
    BenchPlan plan = plan("office-dynamic");
    Path recording = folder.resolve("outage.jsonl.zst");
    long start = plan.start();
    SeriesSink sink = sink("office-dynamic", "outage");
    try (Bench bench = Bench.open(
        plan.recordingTo(Recorder.to(recording)).watchedBy(sink.tap(new Labels("office-dynamic", "outage", "sim"))))) {
      bench.time().runUntil(start + 9 * Micros.HOUR);
      store.stop();
      bench.time().runUntil(start + 10 * Micros.HOUR);
      awaitTold("is away");
      store.start();
      bench.time().runUntil(start + Micros.DAY);
    }
    SeriesTally tally = sink.end();
    assertTrue(tally.isWhole(), tally.text());
    assertTrue(tally.outages() >= 1, tally.text());
    assertTrue(told.stream().anyMatch(line -> line.contains("is back after")), told.toString());

    SeriesSink again = sink("office-dynamic", "again");
    again.replay(new Labels("office-dynamic", "again", "sim"), recording);
    assertTrue(again.end().isWhole());
    var live = new ArrayList<>(store.values("outage").entrySet());
    var later = new ArrayList<>(store.values("again").entrySet());
    live.removeIf(series -> series.getKey().contains("run_started"));
    later.removeIf(series -> series.getKey().contains("run_started"));
    assertFalse(live.isEmpty());
    assertEquals(later, live, "what was sent through the outage, and what the recording says");
  }

  /** Real, not virtual: the sender's thread has to have met the closed door. */
  private void awaitTold(String words) {
    long until = RealTime.nanos() + Duration.ofSeconds(20).toNanos();
    while (told.stream().noneMatch(line -> line.contains(words))) {
      assertTrue(RealTime.nanos() < until, "nobody said '" + words + "' but " + told);
      RealTime.rest(10_000_000);
    }
  }

  @Test
  void everyPanelOfEveryDashboardFindsRows() throws Exception {
    BenchPlan plan = plan("office-dynamic");
    long end = plan.start() + Micros.DAY;
    long now = RealTime.micros();
    SeriesSink sink = sink("office-dynamic", "shown");
    Labels labels = new Labels("office-dynamic", "shown", "sim");
    Summary summary = Simulation.run(plan.watchedBy(sink.tap(labels)), end, share -> {});
    RareLines.tell(sink.tap(labels), end - Micros.HOUR);
    sink.points(labels, points -> RunSeries.summary(points, now, summary));
    CampaignResult campaign = campaign();
    sink.points(labels, points -> CampaignPoints.put(points, now, campaign, CampaignSummary.of(campaign)));
    assertTrue(sink.end().isWhole(), told.toString());

    List<String> empty = new ArrayList<>();
    for (Dashboard dashboard : Dashboard.all()) {
      boolean isOfRuns = dashboard.from().startsWith("now");
      for (Panel panel : dashboard.panels()) {
        for (Panel.Curve curve : panel.curves()) {
          String query = chosen(store.language().query(curve));
          int rows = isOfRuns ? store.rows(query, now - Micros.HOUR, now + Micros.HOUR) : store.rows(query, plan.start(), end);
          if (rows == 0) {
            empty.add(dashboard.title() + " / " + panel.title() + " / " + query);
          }
        }
      }
      Map<String, String> chosen = new LinkedHashMap<>();
      for (Dashboard.Variable variable : dashboard.variables()) {
        List<String> choices = store.choices(variable, chosen);
        String choice = variable.tag().equals("run") ? "shown" : variable.tag().equals("recording") ? "sim" : "";
        if (choices.isEmpty() || !choices.contains(choice) && !choice.isEmpty()) {
          empty.add(dashboard.title() + " / variable " + variable.tag() + " offers " + choices);
        }
        chosen.put(variable.tag(), choice);
      }
    }
    assertEquals(List.of(), empty);
  }

  private static CampaignResult campaign() {
    Seeds seeds = Seeds.parse("1..3");
    CaseGenerator generator = new CaseGenerator(SwarmProfile.named("all"), Duration.ofMinutes(20));
    return CampaignResult.of(
        seeds, "all", LeasePolicy.LEASES, null,
        Campaign.run(seeds.list(), generator::draw, LeasePolicy.LEASES, 1, (done, verdict) -> {}));
  }

  /** Grafana's variables as somebody chose them. */
  private static String chosen(String query) {
    return query.replace("${run:regex}", "shown").replace("$run", "shown")
        .replace("${recording:regex}", "sim").replace("$recording", "sim")
        .replace("${zone:regex}", "main").replace("$zone", "main")
        .replace("${station:regex}", ".*").replace("$station", ".*");
  }

  @Test
  void theTableNamesEveryFieldOnce() {
    assertEquals(Field.values().length, List.of(Field.values()).stream().map(Field::metric).distinct().count());
  }
}
