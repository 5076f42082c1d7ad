package io.parkbench.gateway.api;

import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Origin;
import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.gateway.limits.Reductions;
import io.parkbench.gateway.site.RemoteControl;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.protocol.api.ReductionResource;
import io.parkbench.protocol.api.Times;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers the requests about reductions, which one login may set (R-BEMS-1, R-BEMS-3). */
final class ReductionDesk {
  private final Snapshots snapshots;
  private final Commands commands;
  private final Gatekeeper keeper;
  private final EventFeed feed;
  private final Supplier<RemoteControl> remote;
  private final LongSupplier now;

  ReductionDesk(
      Snapshots snapshots, Commands commands, Gatekeeper keeper, EventFeed feed, Supplier<RemoteControl> remote, LongSupplier now) {
    this.snapshots = snapshots;
    this.commands = commands;
    this.keeper = keeper;
    this.feed = feed;
    this.remote = remote;
    this.now = now;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("getReduction", call -> snapshots.read(call.reply(), snapshot -> call.guarded(() -> show(call, snapshot))));
    operations.put("setReduction", call -> call.onLoop(() -> set(call)));
    operations.put("liftReduction", call -> call.onLoop(() -> lift(call)));
  }

  private static void show(Call call, Snapshot snapshot) {
    GatewayView.Zone zone = Reading.zone(snapshot, call.number("zone_id"));
    GatewayView.Reduction reduction = zone.reduction();
    if (reduction == null) {
      throw none(call);
    }
    call.answer(200, ReductionForm.resource(snapshot, zone, reduction), WebHeaders.of("ETag", ReductionForm.tag(reduction)));
  }

  private void set(Call call) {
    Snapshot before = snapshots.refresh();
    GatewayView.Zone zone = Reading.zone(before, call.number("zone_id"));
    GatewayView.Reduction old = zone.reduction();
    call.requireMatch(old == null ? null : ReductionForm.tag(old));
    ReductionForm.Asked asked = ReductionForm.read(call.body(), now.getAsLong());
    switch (commands.reduce(zone.id(), asked.kind(), asked.value(), asked.until(), call.caller().user())) {
      case Reductions.Answer.Taken taken -> {
        keeper.changed(now.getAsLong(), origin(call), call.caller(), "reduction of zone " + zone.id() + " to " + asked.value() + " "
            + asked.kind());
        answer(call, zone.id(), taken.replaced() ? 200 : 201, null);
      }
      case Reductions.Answer.TooSoon soon -> {
        if (remote.get().periodMode() == RemoteControl.PeriodMode.SILENT && old != null) {
          feed.rejected(zone.id(), soon.againAt());
          answer(call, zone.id(), 200, false);
        } else {
          throw tooSoon(zone, soon);
        }
      }
      case Reductions.Answer.Nothing nothing -> throw none(call);
    }
  }

  /** Answers with what there is now. */
  private void answer(Call call, String zoneId, int status, @Nullable Boolean applied) {
    Snapshot after = snapshots.refresh();
    feed.touched();
    GatewayView.Zone zone = after.view().zone(zoneId);
    GatewayView.Reduction reduction = zone.reduction();
    if (reduction == null) {
      throw none(call);
    }
    ReductionResource resource = ReductionForm.resource(after, zone, reduction);
    call.answer(
        status, applied == null ? resource : resource.applied(applied), WebHeaders.of("ETag", ReductionForm.tag(reduction)));
  }

  /** The first one of a period counts. */
  private Problem tooSoon(GatewayView.Zone zone, Reductions.Answer.TooSoon soon) {
    feed.rejected(zone.id(), soon.againAt());
    long wait = Math.ceilDiv(soon.againAt() - now.getAsLong(), Micros.SECOND);
    return new Problem(
        Code.SETPOINT_PERIOD, "The zone takes another setpoint from " + Times.text(soon.againAt()) + " on; nothing has changed.")
        .retryAfter(wait).saying("first_accepted_at", Times.text(soon.firstAcceptedAt()));
  }

  private void lift(Call call) {
    Snapshot before = snapshots.refresh();
    GatewayView.Zone zone = Reading.zone(before, call.number("zone_id"));
    GatewayView.Reduction old = zone.reduction();
    if (old == null) {
      throw none(call);
    }
    call.requireMatch(ReductionForm.tag(old));
    switch (commands.lift(zone.id(), call.caller().user())) {
      case Reductions.Answer.Taken taken -> {
        keeper.changed(now.getAsLong(), origin(call), call.caller(), "reduction of zone " + zone.id() + " lifted");
        snapshots.refresh();
        feed.touched();
        call.done();
      }
      case Reductions.Answer.TooSoon soon -> throw tooSoon(zone, soon);
      case Reductions.Answer.Nothing nothing -> throw none(call);
    }
  }

  private static Problem none(Call call) {
    return new Problem(Code.NO_REDUCTION,
        "Zone " + call.number("zone_id") + " has none; a restart of the gateway forgets them too.");
  }

  static Origin origin(Call call) {
    return new Origin(call.from(), call.traceId());
  }
}
