package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.bems.Alarm;
import io.parkbench.plant.bems.Bems;
import io.parkbench.plant.bems.Outcome;
import io.parkbench.plant.bems.Point;
import io.parkbench.plant.bems.Reduction;
import io.parkbench.plant.bems.Sample;
import io.parkbench.rigs.BenchAccounts;
import io.parkbench.scenarios.steps.ReductionSteps.Setpoint;
import io.parkbench.scenarios.steps.Types.Length;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The simulated building's client of the gateway: what it shows, keeps, writes and is alarmed of (R-PLANT-5, R-BEMS-5, 6). */
public final class BemsSteps {
  private static final String LOGIN = "building";

  private final Scene scene;
  private @Nullable Outcome outcome;

  public BemsSteps(Scene scene) {
    this.scene = scene;
  }

  /** One that polls every 15 s and samples every quarter of an hour; it is the login that may reduce zones. */
  @Given("a building that polls the gateway")
  public void building() {
    building(Map.of());
  }

  /** Rows of a key of {@code plant.bems} and its value. */
  @Given("a building that polls the gateway with")
  public void building(Map<String, String> rows) {
    scene.site().user(LOGIN, "WEBSERVICES");
    scene.site().nested("remote_energy_management", Map.of("enabled", "true", "login", LOGIN));
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("user", LOGIN);
    entry.put("password", '"' + BenchAccounts.PASSWORD + '"');
    entry.putAll(rows);
    scene.site().building(entry);
  }

  /** By the printed name of a point; of a zone, a station or a connector. */
  @Then("{span} the building shows {string} of {word} as {string}")
  public void shows(Span span, String name, String place, String value) {
    String path = path(place) + "/" + name;
    scene.judge().expect(span, Claim.is("the building shows " + path + " as", value, () -> value(path)));
  }

  @Then("{span} the building shows {string} of the site as {string}")
  public void showsOfSite(Span span, String name, String value) {
    scene.judge().expect(span, Claim.is("the building shows of the site " + name + " as", value, () -> value("Site/" + name)));
  }

  /** The last value is still there, and marked. */
  @Then("{span} the building shows {string} of {word} as offline")
  public void showsOffline(Span span, String name, String place) {
    String path = path(place) + "/" + name;
    scene.judge().expect(span, Claim.is("the building shows " + path + " as", Point.State.OFFLINE,
        () -> bems().points().stream().filter(point -> point.path().equals(path)).findFirst().map(point -> (Object) point.state())
            .orElse("nothing")));
  }

  private String value(String path) {
    Object value = bems().point(path);
    return value instanceof Double number ? Quantity.plain(number) : String.valueOf(value);
  }

  /** Of a zone, {@code main}, a station, {@code a}, or a connector, {@code a/1}. */
  private String path(String of) {
    Site site = scene.bench().plan().site();
    Zone zone = site.zone(of);
    if (zone != null) {
      return "Zones/Zone-" + scene.number(of);
    }
    Place place = Place.named(of);
    int station = scene.stationNumber(place.station());
    String path = "Zones/Zone-" + scene.number(site.stations().get(station - 1).zone()) + "/Station-" + station;
    return of.contains("/") ? path + "/EVSE-" + place.connector() + "/Connector-" + place.connector() : path;
  }

  @When("the building sets the reduction of {word} to {setpoint} for {duration}")
  public void reduces(String zone, Setpoint setpoint, Length length) {
    written(then -> bems().reduce(Integer.toString(scene.number(zone)), new Reduction(setpoint.value().doubleValue(),
        setpoint.unit(), new Reduction.Lasting(Duration.of(length.micros(), ChronoUnit.MICROS))), then));
  }

  private void written(Consumer<Consumer<Outcome>> what) {
    scene.bench();
    scene.changing();
    outcome = null;
    what.accept(told -> outcome = told);
    scene.bench().time().runUntil(() -> outcome != null, scene.bench().time().now() + Micros.MINUTE);
  }

  /** One of {@code accepted}, {@code scheduled}, {@code refused}, {@code unanswered}, {@code not-sent}. */
  @Then("the building notes it as {string}")
  public void notes(String word) {
    scene.judge().expect(ApiSteps.NOW,
        Claim.is("the building notes it as", word, () -> outcome == null ? "nothing" : outcome.result().word()));
  }

  @When("the building sets up anew")
  public void setsUp() {
    scene.changing();
    bems().setup();
  }

  /** Its computer does; what it has kept stays. */
  @When("the building restarts")
  public void restarts() {
    scene.changing();
    scene.bench().plant().restartBuilding();
  }

  /** By its source: {@code gateway}, or {@code Station-a_Alarm}. */
  @Then("{span} the building is alarmed of {string}")
  public void isAlarmed(Span span, String source) {
    scene.judge().expect(span, new Claim("the building is alarmed of " + source, () -> alarms().contains(source),
        () -> "its alarms are " + alarms()));
  }

  @Then("{span} the building has no alarm")
  public void hasNoAlarm(Span span) {
    scene.judge().expect(span, Claim.is("the building's alarms:", List.of(), this::alarms));
  }

  private List<String> alarms() {
    return bems().alarms().stream().map(Alarm::source).toList();
  }

  /** Of a zone or station, since the start; {@code none} where every value was fresh. */
  @Then("the building's history of {word} has the gaps {string}")
  public void gaps(String place, String words) {
    scene.judge().expect(ApiSteps.NOW, Claim.is("the gaps in the history of " + place + " are", words, () -> {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (Sample sample : samples(place)) {
        if (sample.gap() != null) {
          counts.merge(sample.gap().word(), 1, Integer::sum);
        }
      }
      List<String> gaps = new ArrayList<>();
      counts.forEach((gap, count) -> gaps.add(count + " " + gap));
      return gaps.isEmpty() ? "none" : String.join(", ", gaps);
    }));
  }

  /** Its readings of energy one after another, kWh; samples without one have a dash. */
  @Then("the building's history of {word} has the energies {string}")
  public void energies(String place, String words) {
    scene.judge().expect(ApiSteps.NOW, Claim.is("the energies in the history of " + place + " are", words,
        () -> String.join(", ", samples(place).stream().map(BemsSteps::reading).toList())));
  }

  private static String reading(Sample sample) {
    return sample.values() == null ? "–" : Quantity.plain(sample.values().energyKwh());
  }

  private List<Sample> samples(String place) {
    return bems().history().samples(path(place));
  }

  private Bems bems() {
    return Objects.requireNonNull(scene.bench().plant().bems(), "the site has no building that polls the gateway");
  }
}
