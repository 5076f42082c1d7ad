package io.parkbench.gateway.api;

import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.Times;
import java.time.DateTimeException;
import java.util.Map;
import java.util.function.LongSupplier;

/** Answers the commands that are no setpoints: availability, heartbeat, clock (R-BEMS-4, R-BEMS-7). */
final class ServiceDesk {
  private final Snapshots snapshots;
  private final Commands commands;
  private final Gatekeeper keeper;
  private final EventFeed feed;
  private final LongSupplier now;

  ServiceDesk(Snapshots snapshots, Commands commands, Gatekeeper keeper, EventFeed feed, LongSupplier now) {
    this.snapshots = snapshots;
    this.commands = commands;
    this.keeper = keeper;
    this.feed = feed;
    this.now = now;
  }

  private record State(String state, boolean available) {}

  void addTo(Map<String, Operation> operations) {
    operations.put("setAvailability", call -> call.onLoop(() -> availability(call)));
    operations.put("beat", call -> call.onLoop(() -> {
      commands.heartbeat(call.body().get("sequence").asLong(), call.caller().user());
      feed.touched();
      call.done();
    }));
    operations.put("setTime", call -> call.onLoop(() -> time(call)));
  }

  private void availability(Call call) {
    Snapshot before = snapshots.refresh();
    GatewayView.Station station = Reading.known(before, call.number("station_id"));
    int connector = call.number("connector_id");
    if (connector > station.connectors().size()) {
      throw new Problem(Code.NOT_FOUND, "The station has no connector " + connector + ".");
    }
    if (!Statuses.connected(station)) {
      throw disconnected();
    }
    boolean available = call.body().get("available").asBoolean();
    commands.availability(
        station.id(), connector, available, answer -> call.guarded(() -> answered(call, station, connector, available, answer)));
  }

  private void answered(Call call, GatewayView.Station station, int connector, boolean available, Commands.Availability answer) {
    snapshots.pending().told(station.id(), connector, available, answer, station.connectors().size());
    snapshots.refresh();
    feed.touched();
    switch (answer) {
      case APPLIED, SCHEDULED -> {
        boolean applied = answer == Commands.Availability.APPLIED;
        String reason = call.body().path("reason").asText();
        keeper.changed(
            now.getAsLong(), ReductionDesk.origin(call), call.caller(),
            "availability of " + station.id() + "/" + connector + " to " + available + (reason.isEmpty() ? "" : ": " + reason));
        call.answer(applied ? 200 : 202, new State(applied ? "applied" : "scheduled", available));
      }
      case REJECTED -> throw new Problem(Code.AVAILABILITY_REJECTED, "The station did not say why.");
      case DISCONNECTED -> throw disconnected();
      case TIMED_OUT ->
          throw new Problem(Code.STATION_TIMEOUT, "It is not known whether it took effect; read the connector again.");
    }
  }

  private static Problem disconnected() {
    return new Problem(Code.STATION_DISCONNECTED, "Nothing is kept for later; try again when it is connected.");
  }

  private void time(Call call) {
    long instant;
    try {
      instant = Times.micros(call.body().get("time").asText());
    } catch (DateTimeException e) {
      throw Problem.invalid("/time", "A time such as 2026-01-15T18:00:00Z is expected.");
    }
    switch (commands.setTime(instant, call.caller().user())) {
      case SET -> {
        keeper.changed(now.getAsLong(), ReductionDesk.origin(call), call.caller(), "clock to " + Times.text(instant));
        feed.clockSet(instant);
        call.done();
      }
      case DISABLED -> throw new Problem(Code.TIME_SYNC_DISABLED, "It is switched on in the settings.");
      case SUPERVISED -> throw new Problem(Code.TIME_SUPERVISED, "The clock follows the supervision of the stations.");
    }
  }
}
