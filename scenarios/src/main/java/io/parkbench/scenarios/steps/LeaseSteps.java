package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.scenarios.steps.Types.Amps;
import io.parkbench.scenarios.steps.Types.Length;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Leases as they lie in the stations, by what went over the wire, and what the gateway reserves for them (R-LEASE-1…8). */
public final class LeaseSteps {
  private static final Span NOW = new Span(Span.Kind.NOW, 0);

  /** Schedules are in whole seconds, and a clock is known to a part of one. */
  private static final long NEAR = 2 * Micros.SECOND;

  private static final double NEAR_A = 0.051;

  private final Scene scene;

  public LeaseSteps(Scene scene) {
    this.scene = scene;
  }

  /** Told and accepted, as R-LEASE-1 has it: two periods, lowest stack level, its transaction, no duration. */
  @Then("{span} {connector} is leased {current} for {duration}, then {current}")
  public void isLeased(Span span, Place place, Amps amps, Length length, Amps then) {
    scene.mention(place);
    scene.judge().expect(span, new Claim(
        place + " is leased " + Quantity.amps(amps.value()) + " for " + Quantity.duration(length.micros()) + ", then "
            + Quantity.amps(then.value()),
        () -> {
          WiredLease lease = accepted(place);
          return lease != null
              && Math.abs(lease.amps() - amps.value()) < NEAR_A
              && Math.abs(lease.thenAmps() - then.value()) < NEAR_A
              && Math.abs(lease.length() - length.micros()) <= NEAR
              && lease.flaws(transaction(place)).isEmpty();
        },
        () -> told(place)));
  }

  /** For a time that does not matter here. */
  @Then("{span} {connector} is leased {current}, then {current}")
  public void isLeased(Span span, Place place, Amps amps, Amps then) {
    scene.mention(place);
    scene.judge().expect(span, new Claim(
        place + " is leased " + Quantity.amps(amps.value()) + ", then " + Quantity.amps(then.value()),
        () -> {
          WiredLease lease = accepted(place);
          return lease != null && Math.abs(lease.amps() - amps.value()) < NEAR_A
              && Math.abs(lease.thenAmps() - then.value()) < NEAR_A;
        },
        () -> told(place)));
  }

  /** The station keeps what it was told for ever (R-DEG-5). */
  @Then("{span} {connector} is told a setpoint without an end")
  public void isToldForEver(Span span, Place place) {
    scene.judge().expect(span, new Claim(
        place + " is told a setpoint without an end",
        () -> {
          WiredLease lease = accepted(place);
          return lease != null && lease.length() == Long.MAX_VALUE;
        },
        () -> told(place)));
  }

  @Then("{span} the lease of {connector} is {word}")
  public void isOfKind(Span span, Place place, String kind) {
    scene.judge().expect(span, Claim.is("the lease of " + place + " is", kind, () -> {
      WiredLease lease = accepted(place);
      return lease == null ? "none" : lease.kind();
    }));
  }

  /** The start of an Absolute schedule is in the station's time (R-LEASE-1, 7). */
  @Then("{span} the lease of {connector} begins by the clock of its station")
  public void beginsByStation(Span span, Place place) {
    scene.judge().expect(span, new Claim(
        "the lease of " + place + " begins by the clock of its station",
        () -> {
          WiredLease lease = accepted(place);
          return lease != null && Math.abs(lease.start() - lease.call().sentAt() - scene.clockAhead(place.station())) <= NEAR;
        },
        () -> {
          WiredLease lease = accepted(place);
          return lease == null ? "there is none" : "it begins " + Quantity.duration(lease.start() - lease.call().sentAt())
              + " from when it was sent";
        }));
  }

  @Then("{span} the lease of {connector} has not run out")
  public void hasNotRunOut(Span span, Place place) {
    scene.judge().expect(span, new Claim(
        "the lease of " + place + " has not run out",
        () -> {
          WiredLease lease = accepted(place);
          return lease != null
              && (lease.length() == Long.MAX_VALUE || scene.bench().time().now() < lease.call().sentAt() + lease.length());
        },
        () -> told(place)));
  }

  /** What a car gets before its first lease, at whichever connector: a TxDefaultProfile for the whole station. */
  @Then("{span} the base of {station} is {current}")
  public void base(Span span, String station, Amps amps) {
    scene.judge().expect(span, Claim.is("the base of " + station + " is", amps.value() + " A, with nothing after it", () -> {
      Wire.Call call = scene.wire().latest(told -> told.accepted() && isBase(told, station));
      if (call == null) {
        return "not told";
      }
      JsonNode schedule = WiredLease.profile(call).path("chargingSchedule");
      JsonNode periods = schedule.path("chargingSchedulePeriod");
      return periods.path(0).path("limit").asDouble() + " A, with "
          + (periods.size() == 1 && !schedule.has("duration") ? "nothing" : "something") + " after it";
    }));
  }

  private static boolean isBase(Wire.Call call, String station) {
    return WiredLease.isTo(call, new Place(station, 0))
        && WiredLease.profile(call).path("chargingProfilePurpose").asText().equals("TxDefaultProfile");
  }

  /** Since the last change; told again with other values does not count less. */
  @Then("{span} the lease of {connector} is told again")
  public void isToldAgain(Span span, Place place) {
    int from = scene.callsBefore();
    scene.judge().expect(span, new Claim(
        "the lease of " + place + " is told again",
        () -> scene.wire().indexOf(from, call -> call.accepted() && WiredLease.isTo(call, place)) >= 0,
        () -> told(place)));
  }

  /** Lower before raise (R-LEASE-3): the answer, and a sample taken at least 5 s after it, came before the raise was sent. */
  @Then("the raise of {connector} waited for the answer and a sample of {connector}")
  public void waitedForSample(Place raised, Place cut) {
    scene.judge().expect(NOW, new Claim(
        "the raise of " + raised + " waited for the answer and a sample of " + cut,
        () -> latest(cut, false).accepted() && sampledBetween(cut, raised),
        () -> "it was sent " + Quantity.duration(waited(raised, cut)) + " after the answer, "
            + (sampledBetween(cut, raised) ? "with" : "without") + " a sample between"));
  }

  /** Without a sample (R-LEASE-3): the raise was sent once the old lease had surely run out. */
  @Then("the raise of {connector} waited at least {duration} after the answer of {connector}")
  public void waitedFor(Place raised, Length length, Place cut) {
    scene.judge().expect(NOW, new Claim(
        "the raise of " + raised + " was sent at least " + Quantity.duration(length.micros()) + " after the answer of " + cut,
        () -> waited(raised, cut) >= length.micros(),
        () -> "it was sent " + Quantity.duration(waited(raised, cut)) + " after"));
  }

  private long waited(Place raised, Place cut) {
    return latest(raised, true).sentAt() - latest(cut, false).answeredAt();
  }

  private boolean sampledBetween(Place cut, Place raised) {
    long settled = latest(cut, false).answeredAt() + 5 * Micros.SECOND;
    long raisedAt = latest(raised, true).sentAt();
    return scene.wire().from(0).stream().anyMatch(
        call -> !call.down()
            && call.action().equals("MeterValues")
            && call.station().equals(cut.station())
            && call.arrivedAt() <= raisedAt
            && taken(call) >= settled - Micros.MILLISECOND);
  }

  private static long taken(Wire.Call meterValues) {
    return Micros.of(Instant.parse(meterValues.payload().path("meterValue").path(0).path("timestamp").asText()));
  }

  /** The latest call that gave the connector more, or less, than the one before. */
  private Wire.Call latest(Place place, boolean up) {
    Wire.Call found = null;
    double before = 0;
    for (WiredLease lease : leases(place)) {
      if (up ? lease.amps() > before : lease.amps() < before) {
        found = lease.call();
      }
      before = lease.amps();
    }
    if (found == null) {
      throw new ClaimError(place + " was never " + (up ? "raised" : "cut"));
    }
    return found;
  }

  private List<WiredLease> leases(Place place) {
    List<WiredLease> leases = new ArrayList<>();
    long begun = 0;
    for (Wire.Call call : scene.wire().from(0)) {
      if (!call.down() && call.station().equals(place.station()) && call.action().equals("StartTransaction")
          && call.payload().path("connectorId").asInt() == place.connector()) {
        begun = Micros.of(Instant.parse(call.payload().path("timestamp").asText())) - scene.clockAhead(place.station());
      }
      WiredLease lease = WiredLease.of(call, place, scene.clockAhead(place.station()), begun);
      if (lease != null) {
        leases.add(lease);
      }
    }
    return leases;
  }

  private @Nullable WiredLease accepted(Place place) {
    List<WiredLease> accepted = leases(place).stream().filter(lease -> lease.call().accepted()).toList();
    return accepted.isEmpty() ? null : accepted.getLast();
  }

  private @Nullable Integer transaction(Place place) {
    return scene.transaction(place);
  }

  private String told(Place place) {
    WiredLease lease = accepted(place);
    return lease == null ? place + " has agreed to no lease" : place + " was leased " + lease + lease.flaws(transaction(place))
        + ", " + Quantity.duration(scene.bench().time().now() - lease.call().sentAt()) + " ago";
  }

  /** By the closed list of the console: {@code waiting_for_cut}, {@code lost_until}, … */
  @Then("{span} the gateway holds {connector} back by {string}")
  public void holdsBack(Span span, Place place, String reason) {
    scene.judge().expect(span, Claim.is("the gateway holds " + place + " back by", reason, () -> held(place)));
  }

  /** And names the connector in the way. */
  @Then("{span} the gateway holds {connector} back by {string} of {connector}")
  public void holdsBack(Span span, Place place, String reason, Place by) {
    String other = by.station() + "/" + by.connector();
    scene.judge().expect(span, Claim.is("the gateway holds " + place + " back by", reason + " of " + other, () -> {
      GatewayView.Held held = heldOf(place);
      return held(place) + " of " + (held == null ? "nobody" : Objects.requireNonNullElse(held.by(), "nobody"));
    }));
  }

  @Then("{span} the gateway does not hold {connector} back")
  public void holdsNotBack(Span span, Place place) {
    scene.judge().expect(span, Claim.is("the gateway holds " + place + " back by", "nothing", () -> held(place)));
  }

  private String held(Place place) {
    GatewayView.Held held = heldOf(place);
    return held == null ? "nothing" : held.reason().name().toLowerCase(Locale.ROOT);
  }

  private GatewayView.@Nullable Held heldOf(Place place) {
    GatewayView.Session session = scene.view().session(place.station(), place.connector());
    return session == null ? null : session.held();
  }

  /** The worst-case sum on its highest phase: what the report draws (R-LEASE-2). */
  @Then("{span} the gateway reserves {current} of {word}")
  public void reserves(Span span, Amps amps, String zone) {
    scene.judge().expect(span, Claim.about("the gateway reserves of " + zone, amps.value(), NEAR_A, "A", () -> reserved(zone)));
  }

  @Then("{span} the gateway reserves at most {current} of {word}")
  public void reservesAtMost(Span span, Amps amps, String zone) {
    scene.judge().expect(span, Claim.atMost("the gateway reserves of " + zone, amps.value(), "A", () -> reserved(zone)));
  }

  /** In all of the recording so far. */
  @Then("the gateway never reserved more than {current} of {word}")
  public void neverReserved(Amps amps, String zone) {
    scene.looksInside();
    scene.judge().expect(
        NOW, Claim.atMost("the gateway reserved of " + zone, amps.value(), "A", () -> scene.wire().highestReserved(zone)));
  }

  private double reserved(String zone) {
    var leased = scene.view().zone(zone).leasedDa();
    return Math.max(leased.l1Da(), Math.max(leased.l2Da(), leased.l3Da())) / 10.0;
  }
}
