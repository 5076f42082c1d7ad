package io.parkbench.gateway.api;

import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Json;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.gateway.api.web.Paging;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.gateway.api.web.Rendered;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.ConnectorResource;
import io.parkbench.protocol.api.StationResource;
import io.parkbench.protocol.api.TransactionResource;
import io.parkbench.protocol.api.ZoneResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Answers the requests that only read: site, zones, stations, connectors, sessions. */
final class Reading {
  private final Snapshots snapshots;

  Reading(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** A connector list as it is sent. */
  private record Items(List<ConnectorResource> items) {}

  void addTo(Map<String, Operation> operations) {
    operations.put("getSite", call -> ok(call, SiteTotals::make));
    operations.put("listZones", this::zones);
    operations.put("getZone", call -> one(call, snapshot -> Zones.all(snapshot).get(zonePlace(snapshot, call.number("zone_id")))));
    operations.put("listZoneStations", call -> stations(call, call.number("zone_id"), true));
    operations.put("listStations", call -> {
      Integer zone = call.queryNumber("zone_id");
      stations(call, zone == null ? 0 : zone, false);
    });
    operations.put("getStation", call -> one(call, snapshot -> station(snapshot, call.number("station_id"))));
    operations.put("listConnectors",
        call -> ok(call, snapshot -> new Items(station(snapshot, call.number("station_id")).connectors())));
    operations.put("getConnector", call -> one(call, snapshot -> connector(snapshot, call)));
    operations.put("listTransactions", this::transactions);
  }

  private void ok(Call call, Function<Snapshot, Object> resource) {
    read(call, snapshot -> call.ok(snapshot.rendered(call.address(), () -> Rendered.of(resource.apply(snapshot)))));
  }

  private void one(Call call, Function<Snapshot, Object> resource) {
    read(call, snapshot -> call.resource(snapshot.rendered(call.address(), () -> Rendered.of(resource.apply(snapshot)))));
  }

  private void read(Call call, Consumer<Snapshot> reader) {
    snapshots.read(call.reply(), snapshot -> call.guarded(() -> reader.accept(snapshot)));
  }

  /** A page of what {@code which} holds for, made once for a snapshot and a query. */
  private <T> void page(
      Call call, Function<Snapshot, List<T>> all, ToLongFunction<T> key, Function<Snapshot, Predicate<T>> which) {
    read(call, snapshot -> call.ok(snapshot.rendered(call.addressAndQuery(), () -> {
      Predicate<T> filter = which.apply(snapshot);
      List<T> items = all.apply(snapshot).stream().filter(filter).toList();
      return page(call, items, key);
    })));
  }

  /** A page of these items. */
  static <T> Rendered page(Call call, List<T> items, ToLongFunction<T> key) {
    List<Long> keys = new ArrayList<>(items.size());
    items.forEach(item -> keys.add(key.applyAsLong(item)));
    return Paging.page(call, keys, at -> Json.bytes((Object) items.get(at)));
  }

  private void zones(Call call) {
    Integer parent = call.queryNumber("parent_id");
    String type = call.query("type");
    page(
        call,
        Zones::all,
        ZoneResource::zoneId,
        snapshot -> zone -> (parent == null || parent.equals(zone.parentId())) && (type == null || type.equals(zone.zoneType())));
  }

  private void stations(Call call, int zone, boolean mustBe) {
    page(call, Stations::all, StationResource::stationId, snapshot -> {
      if (mustBe) {
        zonePlace(snapshot, zone);
      }
      return station -> zone == 0 || isUnder(snapshot, station.zoneId(), zone);
    });
  }

  private void transactions(Call call) {
    Integer zone = call.queryNumber("zone_id");
    Integer station = call.queryNumber("station_id");
    String state = call.query("state");
    page(
        call,
        Transactions::all,
        TransactionResource::transactionId,
        snapshot -> transaction -> (zone == null || isUnder(snapshot, transaction.zoneId(), zone))
            && (station == null || station == transaction.stationId())
            && (state == null || state.equals(transaction.state())));
  }

  static boolean isUnder(Snapshot snapshot, int zone, int above) {
    GatewayView.Zone lower = snapshot.zone(zone);
    GatewayView.Zone upper = snapshot.zone(above);
    return lower != null && upper != null
        && snapshot.tree().isUnder(snapshot.tree().place(lower.id()), snapshot.tree().place(upper.id()));
  }

  /** Where the zone of this number is in the view; an unknown one is a {@link Problem}. */
  static int zonePlace(Snapshot snapshot, int number) {
    return snapshot.tree().place(zone(snapshot, number).id());
  }

  static GatewayView.Zone zone(Snapshot snapshot, int number) {
    GatewayView.Zone zone = snapshot.zone(number);
    if (zone == null) {
      throw new Problem(Code.NOT_FOUND, "There is no zone " + number + ".");
    }
    return zone;
  }

  /** The station of this number as it is in the view; an unknown one is a {@link Problem}. */
  static GatewayView.Station known(Snapshot snapshot, int number) {
    GatewayView.Station station = snapshot.stations().get(number);
    if (station == null) {
      throw new Problem(Code.NOT_FOUND, "There is no station " + number + ".");
    }
    return station;
  }

  private static StationResource station(Snapshot snapshot, int number) {
    return Stations.make(snapshot, number, known(snapshot, number));
  }

  private static ConnectorResource connector(Snapshot snapshot, Call call) {
    int number = call.number("connector_id");
    for (ConnectorResource connector : station(snapshot, call.number("station_id")).connectors()) {
      if (connector.connectorId() == number) {
        return connector;
      }
    }
    throw new Problem(Code.NOT_FOUND, "The station has no connector " + number + ".");
  }
}
