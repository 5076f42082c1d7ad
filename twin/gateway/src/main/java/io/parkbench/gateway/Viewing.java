package io.parkbench.gateway;

import io.parkbench.gateway.input.InputState;
import io.parkbench.gateway.input.Inputs;
import io.parkbench.gateway.lease.Hold;
import io.parkbench.gateway.lease.HoldReason;
import io.parkbench.gateway.lease.Lease;
import io.parkbench.gateway.limits.Ceilings;
import io.parkbench.gateway.limits.Reduction;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.meter.Metering;
import io.parkbench.gateway.meter.Meters;
import io.parkbench.gateway.ocpp.CentralSystem;
import io.parkbench.gateway.ocpp.ChargePoint;
import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;
import io.parkbench.gateway.session.Sessions;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Loop;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the {@link GatewayView} of an instant. */
record Viewing(
    Loop loop, Site site, ZoneLimits limits, Ceilings ceilings, CentralSystem stations, Meters meters, Inputs inputs,
    Sessions sessions, Leasing leasing, RemoteManagement remote, Notices notices) {

  GatewayView view() {
    int[] reserved = leasing.reserved();
    List<ChargingPoint> unsteered = stations.points().stream().filter(point -> !steered(point) && peakDa(point) > 0).toList();
    return new GatewayView(
        loop.now(),
        IntStream.range(0, limits.count()).mapToObj(zone -> zone(zone, reserved)).toList(),
        stations.stations().stream().map(this::station).toList(),
        meters.all().stream().map(Viewing::meter).toList(),
        inputs.states().stream().map(Viewing::input).toList(),
        sessions.all().stream().map(session -> session(session, unsteered)).toList(),
        sessions.past(),
        ceilings.inForce(),
        remote.view(),
        notices.latest());
  }

  private GatewayView.Zone zone(int zone, int[] reserved) {
    int parent = limits.parent(zone);
    Zone configured = site.zones().get(zone);
    return new GatewayView.Zone(
        limits.id(zone),
        limits.name(zone),
        parent < 0 ? null : limits.id(parent),
        configured,
        limits.maximumDa(zone),
        limits.maximumW(zone),
        limits.of(zone),
        new PerPhase(limits.effectiveDa(zone, 1), limits.effectiveDa(zone, 2), limits.effectiveDa(zone, 3)),
        limits.effectiveW(zone) == Double.POSITIVE_INFINITY ? null : Integer.valueOf((int) limits.effectiveW(zone)),
        limits.changesAt(zone, ceilings, loop.now()),
        reduction(zone),
        new PerPhase(reserved[4 * zone], reserved[4 * zone + 1], reserved[4 * zone + 2]),
        Math.round(reserved[4 * zone + 3] / 10.0));
  }

  private GatewayView.@Nullable Reduction reduction(int zone) {
    Reduction reduction = ceilings.reductions().of(limits.id(zone));
    return reduction == null ? null
        : new GatewayView.Reduction(
            reduction.kind(), reduction.value(), ceilings.cuts(), reduction.receivedAt(), reduction.until(), reduction.by(),
            ceilings.leftDa(reduction, limits.maximumDa(zone), limits.maximumW(zone)));
  }

  private GatewayView.Station station(ChargePoint peer) {
    List<GatewayView.Connector> connectors = new ArrayList<>();
    for (ChargingPoint point : peer.points()) {
      int number = point.connector().number();
      ChargePointStatus status = peer.status(number);
      Session open = sessions.at(point);
      connectors.add(
          new GatewayView.Connector(
              number, status == null ? null : status.wire(), open == null ? null : open.transactionId(), point.lease().isProved()));
    }
    ChargePointStatus stationStatus = peer.status(0);
    return new GatewayView.Station(
        peer.identity(),
        peer.station() == null ? peer.identity() : peer.station().name(),
        peer.station() == null ? null : peer.station().zone(),
        peer.station(),
        stationStatus == null ? null : stationStatus.wire(),
        peer.presence(),
        peer.lastHeard(),
        boot(peer.boot()),
        peer.baseConfirmed(),
        List.copyOf(connectors));
  }

  private static GatewayView.@Nullable Boot boot(BootNotification.@Nullable Req boot) {
    return boot == null
        ? null
        : new GatewayView.Boot(
            boot.chargePointVendor(), boot.chargePointModel(), boot.chargePointSerialNumber(), boot.firmwareVersion());
  }

  private static GatewayView.Meter meter(Metering meter) {
    return new GatewayView.Meter(
        meter.id(),
        meter.name(),
        meter.role(),
        meter.state(),
        meter.trusted(),
        meter.why(),
        List.of(meter.amps(1), meter.amps(2), meter.amps(3)),
        Double.isNaN(meter.watts()) ? null : meter.watts(),
        meter.energyWh() < 0 ? null : meter.energyWh(),
        meter.readAt());
  }

  private static GatewayView.Input input(InputState state) {
    return new GatewayView.Input(
        state.input().number(),
        state.input().name(),
        state.input().enabled(),
        state.input().maxPercent(),
        state.input().hard(),
        state.input().contact().source().text(),
        state.high(),
        state.active(),
        state.since(),
        state.changes(),
        state.source(),
        state.why());
  }

  private GatewayView.Session session(Session session, List<ChargingPoint> unsteered) {
    return new GatewayView.Session(
        session.point().station().id(),
        session.point().connector().number(),
        session.transactionId(),
        session.idTag(),
        session.vip(),
        session.priorityClass(),
        session.start().at(),
        session.chargedMicros(loop.now()),
        Math.round(session.energyWh()),
        session.energyByPeriodWh(),
        Math.round(session.registerWh()),
        session.setpointDa(),
        confirmedDa(session.lease().confirmed()),
        session.lease().worstCaseDa(loop.now()),
        List.of(session.drawnAmps(1), session.drawnAmps(2), session.drawnAmps(3)),
        session.sampledAt(),
        IntStream.rangeClosed(1, 3).filter(phase -> (session.phases() >> (phase - 1) & 1) != 0).boxed().toList(),
        session.conductorsKnown(),
        session.reason(),
        held(session, unsteered));
  }

  private static int confirmedDa(@Nullable Lease lease) {
    return lease == null ? 0 : lease.valueDa();
  }

  private GatewayView.@Nullable Held held(Session session, List<ChargingPoint> unsteered) {
    Hold hold = session.lease().hold();
    if (hold == null) {
      return behind(session, unsteered);
    }
    String by = hold.by() < 0 ? null : stations.points().get(hold.by()).title();
    return new GatewayView.Held(hold.reason(), by, hold.until(), Words.held(hold.reason(), by));
  }

  /** Who holds most of the row that keeps a session from its maximum, of those who cannot be told to have less. */
  private GatewayView.@Nullable Held behind(Session session, List<ChargingPoint> unsteered) {
    String row = session.reason().zone();
    ChargingPoint most = null;
    for (ChargingPoint point : unsteered) {
      if (row != null && isUnder(point.zone(), row) && (most == null || peakDa(point) > peakDa(most))) {
        most = point;
      }
    }
    if (most == null) {
      return null;
    }
    HoldReason reason = whyNotSteered(most);
    long end = most.lease().fallenBackAt();
    long until = reason == HoldReason.LOST_UNTIL || reason == HoldReason.UNANSWERED ? end : Lease.ENDLESS;
    return new GatewayView.Held(reason, most.title(), until, Words.held(reason, most.title()));
  }

  private int peakDa(ChargingPoint point) {
    return point.lease().peakDa(loop.now());
  }

  private boolean steered(ChargingPoint point) {
    Session session = sessions.at(point);
    return session != null && session.isSteerable();
  }

  private HoldReason whyNotSteered(ChargingPoint point) {
    if (!point.lease().isProved()) {
      return HoldReason.UNPROVED;
    }
    if (sessions.at(point) == null) {
      return HoldReason.IDLE_BASE;
    }
    if (point.lease().fallenBackAt() == Lease.ENDLESS) {
      return HoldReason.CLOCK_UNBOUNDED;
    }
    if (point.lease().fallenBackAt() <= loop.now()) {
      return HoldReason.DEGRADED_RESERVED;
    }
    return point.lease().connected() ? HoldReason.UNANSWERED : HoldReason.LOST_UNTIL;
  }

  private boolean isUnder(int row, String id) {
    int at = row;
    while (at >= 0 && !limits.id(at).equals(id)) {
      at = limits.parent(at);
    }
    return at >= 0;
  }
}
