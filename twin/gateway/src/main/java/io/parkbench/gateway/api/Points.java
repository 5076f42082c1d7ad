package io.parkbench.gateway.api;

import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Json;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.gateway.api.web.Paging;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.api.Conductors;
import io.parkbench.protocol.api.ConnectorResource;
import io.parkbench.protocol.api.Phases;
import io.parkbench.protocol.api.ReductionResource;
import io.parkbench.protocol.api.SiteResource;
import io.parkbench.protocol.api.StationResource;
import io.parkbench.protocol.api.Times;
import io.parkbench.protocol.api.ZoneResource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists the data points of the gateway by the names that the guides print, odd ones too (R-BEMS-5). What SmartConnector makes of them itself
 * (sums of averages, naive totals, one-hot states: T-07, T-09) is not here but in its twin.
 */
final class Points {
  /** A sample so old is the last that was known, not what flows. */
  private static final long STALE = 3 * Micros.MINUTE;

  private final Snapshots snapshots;

  Points(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("listPoints", call -> snapshots.read(call.reply(), snapshot -> call.guarded(() -> list(call, snapshot))));
  }

  private static void list(Call call, Snapshot snapshot) {
    String level = call.query("level");
    Integer zone = call.queryNumber("zone_id");
    Integer station = call.queryNumber("station_id");
    call.ok(snapshot.rendered(call.addressAndQuery(), () -> {
      List<PointList.Placed> points = all(snapshot).stream()
          .filter(
              placed -> (level == null || level.equals(placed.level()))
                  && (zone == null || Reading.isUnder(snapshot, placed.zone(), zone))
                  && (station == null || station == placed.station()))
          .toList();
      return Paging.page(
          call, points.stream().map(PointList.Placed::order).toList(), at -> Json.bytes((Object) points.get(at).point()));
    }));
  }

  /** In the order of the tree: site, zones, stations by number, connectors. */
  static List<PointList.Placed> all(Snapshot snapshot) {
    return snapshot.all("points", () -> make(snapshot));
  }

  private static List<PointList.Placed> make(Snapshot snapshot) {
    PointList points = new PointList();
    String now = Times.text(snapshot.view().now());
    points.at("site", 0, 0, "", false, false, now);
    SiteResource site = SiteTotals.make(snapshot);
    points.live("EV demand", site.evDemandKw(), "kW");
    points.live("EV capacity", site.evCapacityKw(), "kW");
    for (ZoneResource zone : Zones.all(snapshot)) {
      zone(points, snapshot, zone, now);
      for (StationResource station : Stations.all(snapshot)) {
        if (station.zoneId() == zone.zoneId()) {
          station(points, station);
          station.connectors().forEach(connector -> connector(points, snapshot, station, connector));
        }
      }
    }
    return points.all();
  }

  private static void zone(PointList points, Snapshot snapshot, ZoneResource zone, String now) {
    points.at("zone", zone.zoneId(), 0, "Zones/Zone-" + zone.zoneId() + "/", false, isStale(snapshot, zone.sampledAt()), now);
    points.fixed("ZoneId", zone.zoneId(), null);
    points.fixed("ZoneName", zone.zoneName(), null);
    points.fixed("ZoneNumberOfStations", zone.numberOfStations(), null);
    points.fixed("ZoneType", zone.zoneType(), null);
    points.fixed("ZoneMaxCurrent(A)", zone.maxCurrentA(), "A");
    points.fixed("ZoneSetPointCurrent(A)", zone.setpointCurrentA(), "A");
    points.fixed("ZoneSetPointPower(kW)", zone.setpointPowerKw(), "kW");
    points.fixed("ZoneNumberOfTransactions", zone.numberOfTransactions(), null);
    phases(points, "ZoneOverallRmsCurrentPhase", zone.rmsCurrentA(), "A");
    phases(points, "ZoneOverallActivePowerPhase", zone.activePowerKw(), "kW");
    GatewayView.Zone viewed = Reading.zone(snapshot, zone.zoneId());
    GatewayView.Reduction reduction = viewed.reduction();
    ReductionResource set = reduction == null ? null : ReductionForm.resource(snapshot, viewed, reduction);
    points.writable("ZoneReduction", set == null ? null : set.zoneReduction(), unit(reduction));
    points.writable("ZoneReductionType(Percentage)", set == null ? null : set.zoneReductionType(), null);
    points.fixed("ZoneReductionDescription", set == null ? null : set.zoneReductionDescription(), null);
    points.writable("ZoneValidity", set == null ? null : set.zoneValidity(), null);
    points.writable("ZoneValidityMode(Absolute)", set == null ? null : set.zoneValidityMode(), null);
  }

  private static @Nullable String unit(GatewayView.@Nullable Reduction reduction) {
    return reduction == null ? null : switch (reduction.kind()) {
      case PERCENTAGE -> "%";
      case CURRENT -> "A";
      case POWER -> "kW";
    };
  }

  private static void station(PointList points, StationResource station) {
    points.at(
        "station", station.zoneId(), station.stationId(), path(station), !station.isConnected(), false, station.lastSeen());
    points.fixed("StationId", station.stationId(), null);
    points.fixed("StationFriendlyName", station.stationFriendlyName(), null);
    points.fixed("StationModel", station.stationModel(), null);
    points.fixed("StationType", station.stationType(), null);
    points.fixed("StationSerialNumber", station.stationSerialNumber(), null);
    points.fixed("StationVersion", station.stationVersion(), null);
    points.fixed("StationIPAddress", station.stationIpAddress(), null);
    points.fixed("StationOCPPIdentifier", station.stationOcppIdentifier(), null);
    points.fixed("StationCpoUrl", station.stationCpoUrl(), null);
    points.fixed("StationCpoUri", station.stationCpoUrl(), null);
    points.fixed("IsAcceptedByCpo", station.isAcceptedByCpo(), null);
    points.live("StationStatus", station.stationStatus(), null);
    points.live("StationIsConnected", station.isConnected(), null);
    points.writable("StationIsAvailable", station.isAvailable(), null);
    points.fixed("StationAuthenticationMode", station.stationAuthenticationMode(), null);
    points.fixed("StationDisconnectedAuthenticationMode", station.stationDisconnectedAuthenticationMode(), null);
  }

  private static String path(StationResource station) {
    return "Zones/Zone-" + station.zoneId() + "/Station-" + station.stationId() + "/";
  }

  private static void connector(PointList points, Snapshot snapshot, StationResource station, ConnectorResource connector) {
    GatewayView.Session session = snapshot.session(station.stationOcppIdentifier(), connector.connectorId());
    String sampledAt = session == null || session.sampledAt() < 0 ? null : Times.text(session.sampledAt());
    points.at(
        "connector", station.zoneId(), station.stationId(),
        path(station) + "EVSE-" + connector.evseId() + "/Connector-" + connector.connectorId() + "/", !station.isConnected(),
        isStale(snapshot, sampledAt), sampledAt == null ? station.lastSeen() : sampledAt);
    points.fixed("LogicalConnector", connector.logicalConnector(), null);
    points.fixed("ConnectorIsFixedSetPoint", connector.isFixedSetpoint(), null);
    points.fixed("ConnectorIsDC", connector.isDc(), null);
    points.fixed("ConnectorMaxCurrentorPower", connector.maxCurrentOrPower().value(), connector.maxCurrentOrPower().unit());
    points.fixed("ConnectorPhaseConnection", connector.phaseConnection(), null);
    conductors(points, "ConnectorOverallRmsCurrentPhase", connector.rmsCurrentA(), "A");
    conductors(points, "ConnectorOverallActivePower", connector.activePowerKw(), "kW");
    points.live("ConnectorSetPointCurrent", connector.setpointCurrentA(), "A");
    points.live("ConnectorSetPointPower", connector.setpointPowerKw(), "kW");
    points.live("active_energy", connector.activeEnergy(), "kWh");
    points.live("status", connector.legacyStatus(), null);
  }

  private static void phases(PointList points, String name, @Nullable Phases values, String unit) {
    points.live(name + "1", values == null ? null : values.l1(), unit);
    points.live(name + "2", values == null ? null : values.l2(), unit);
    points.live(name + "3", values == null ? null : values.l3(), unit);
  }

  private static void conductors(PointList points, String name, @Nullable Conductors values, String unit) {
    points.live(name + "1", values == null ? null : values.first(), unit);
    points.live(name + "2", values == null ? null : values.second(), unit);
    points.live(name + "3", values == null ? null : values.third(), unit);
  }

  private static boolean isStale(Snapshot snapshot, @Nullable String sampledAt) {
    return sampledAt != null && snapshot.view().now() - Times.micros(sampledAt) > STALE;
  }
}
