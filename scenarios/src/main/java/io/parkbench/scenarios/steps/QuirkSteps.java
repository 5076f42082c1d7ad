package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import io.parkbench.scenarios.steps.Types.Amps;
import java.time.Instant;
import java.util.List;

/** Chargers and cars with quirks (R-CHG-2, R-EV-1), and what the gateway owes and shows while they have them (R-LEASE-4, 5). */
public final class QuirkSteps {
  private static final int FOREIGN_ID = 4711;

  private final Scene scene;

  public QuirkSteps(Scene scene) {
    this.scene = scene;
  }

  /** From before it is switched on, if nothing has happened yet; else from now on. */
  @Given("the station {station} has the quirk {string}")
  public void stationHas(String station, String quirk) {
    Quirk named = Quirk.named(quirk);
    scene.odd(station, device -> device.quirk(named, true));
  }

  /** A TxDefaultProfile that another central system has left in the station. */
  @Given("a profile of {current} at stack level {int} lies in {station} from before")
  public void profileFromBefore(Amps amps, int stackLevel, String station) {
    ChargingSchedule schedule = new ChargingSchedule(
        null, Instant.EPOCH, ChargingRateUnitType.A, List.of(new ChargingSchedulePeriod(0, amps.value(), null)), null);
    ChargingProfile profile = new ChargingProfile(
        FOREIGN_ID, null, stackLevel, ChargingProfilePurposeType.TxDefaultProfile, ChargingProfileKindType.Absolute, null, null,
        null, schedule);
    scene.odd(station, device -> device.install(0, profile));
  }

  @When("the quirk {string} of the station {station} ends")
  public void stationHasNoLonger(String quirk, String station) {
    scene.changing();
    scene.station(station).quirk(Quirk.named(quirk), false);
  }

  @When("the car at {connector} has the quirk {string}")
  public void carHas(Place place, String quirk) {
    scene.changing();
    scene.station(place.station()).carQuirk(place.connector(), Quirk.named(quirk), true);
  }

  @When("the quirk {string} of the car at {connector} ends")
  public void carHasNoLonger(String quirk, Place place) {
    scene.changing();
    scene.station(place.station()).carQuirk(place.connector(), Quirk.named(quirk), false);
  }

  /** The bounded class of R-LEASE-5: it is excused for what it draws above what it counts as, and nobody else for anything. */
  @Given("only what {connector} draws above its count may break a limit")
  public void onlyExcessOf(Place place) {
    scene.excuse(place);
  }

  @Then("{span} {connector} is alarmed")
  public void isAlarmed(Span span, Place place) {
    scene.judge().expect(span, Claim.is("alarmed for " + place + ":", true, () -> isAlarmed(place)));
  }

  /** It is, and no other connector of the site is. */
  @Then("{span} only {connector} is alarmed")
  public void onlyIsAlarmed(Span span, Place place) {
    scene.judge().expect(span, Claim.is("alarmed:", List.of(place), this::alarmed));
  }

  @Then("{span} there is no alarm")
  public void nobodyIsAlarmed(Span span) {
    scene.judge().expect(span, Claim.is("alarmed:", List.of(), this::alarmed));
  }

  private List<Place> alarmed() {
    return scene.bench().plant().model().bays().stream()
        .map(bay -> new Place(bay.station().id(), bay.connector().number()))
        .filter(this::isAlarmed)
        .toList();
  }

  private boolean isAlarmed(Place place) {
    return says(place.station(), "alarm: connector " + place.connector() + " ");
  }

  private boolean says(String station, String words) {
    return said(station).stream().anyMatch(text -> text.contains(words));
  }

  private List<String> said(String station) {
    return scene.view().notices().stream()
        .filter(notice -> notice.station().equals(station))
        .map(notice -> notice.text())
        .toList();
  }

  /** It has shown that it obeys (R-LEASE-4). */
  @Then("{span} the gateway trusts {connector}")
  public void trusts(Span span, Place place) {
    scene.judge().expect(span, Claim.is("the gateway trusts " + place + ":", true, () -> isTrusted(place)));
  }

  /** It counts at its rating while it is in use, or is not authorised (R-LEASE-4). */
  @Then("{span} the gateway does not trust {connector}")
  public void doesNotTrust(Span span, Place place) {
    scene.judge().expect(span, Claim.is("the gateway trusts " + place + ":", false, () -> isTrusted(place)));
  }

  private boolean isTrusted(Place place) {
    return scene.view().station(place.station()).connectors().get(place.connector() - 1).proved();
  }

  /** The most it could be drawing as far as the gateway knows (R-LEASE-2). */
  @Then("{span} the gateway counts {connector} at {current}")
  public void countsAt(Span span, Place place, Amps amps) {
    scene.judge().expect(span, Claim.about(
        "the gateway counts " + place + " at", amps.value(), 0.05, "A", () -> heldDa(place) / 10.0));
  }

  private int heldDa(Place place) {
    var session = scene.view().session(place.station(), place.connector());
    return session == null ? 0 : session.heldDa();
  }

  /** Nobody was let begin there (R-LEASE-4: not authorised). */
  @Then("{span} {connector} has no session")
  public void hasNoSession(Span span, Place place) {
    scene.judge().expect(span, Claim.is(
        "a session at " + place + ":", false, () -> scene.view().session(place.station(), place.connector()) != null));
  }
}
