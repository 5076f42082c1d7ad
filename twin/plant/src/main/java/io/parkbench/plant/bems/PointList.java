package io.parkbench.plant.bems;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the points of a site by the names of {@code datapoints.md}, odd ones too (T-01 to T-10). */
final class PointList {
  private static final List<String> STATES = List.of(
      "Available", "Preparing", "Charging", "Suspended", "Finishing", "Reserved", "Unavailable", "Faulted", "Unknown");

  private final SiteMap map;
  private final SiteStatus status;
  private final SiteView view;
  private final boolean linkDown;
  private final List<Point> points;

  PointList(SiteMap map, SiteStatus status, SiteView view, boolean linkDown, List<Point> points) {
    this.map = map;
    this.status = status;
    this.view = view;
    this.linkDown = linkDown;
    this.points = points;
  }

  void write() {
    live("Site", "SiteOverallActivePowerTotal", view.siteTotalKw(), "kW", linkDown);
    live("Site", "SiteSetPointPower(kW)", view.siteSetpointKw(), "kW", linkDown);
    live("Site", "SiteNumberOfStations", map.stations().size(), "", linkDown);
    live("Site", "SiteNumberOfConnectors", view.siteConnectors(), "", linkDown);
    live("Site", "SiteNumberOfZones", map.zones().size(), "", linkDown);
    for (SiteMap.Zone zone : map.zones()) {
      zone("Zones/Zone-" + zone.id(), zone);
    }
    for (SiteMap.Station station : map.stations()) {
      station(SiteView.place(station), station);
    }
  }

  private void zone(String path, SiteMap.Zone zone) {
    setup(path, "ZoneId", zone.id());
    setup(path, "ZoneName", zone.name());
    setup(path, "ZoneNumberOfStations", zone.numberOfStations());
    Totals totals = view.zone(zone.id());
    boolean offline = linkDown || totals.connectors() > 0 && totals.measured() == 0 && allLost(zone.id());
    live(path, "ZoneNumberOfConnectors", totals.connectors(), "", linkDown);
    live(path, "ZoneOverallSetPointCurrent", totals.setpointA(), "A", offline);
    totals(path, "Zone", totals, offline);
    SiteStatus.Zone told = status.zones().get(zone.id());
    if (told == null) {
      return;
    }
    live(path, "ZoneType", told.type(), "", linkDown);
    live(path, "ZoneMaxCurrent(A)", told.maximumA(), "A", linkDown);
    live(path, "ZoneSetPointCurrent(A)", told.setpointA(), "A", linkDown);
    live(path, "ZoneSetPointPower(kW)", told.setpointKw(), "kW", linkDown);
    live(path, "ZoneNumberOfTransactions", told.transactions(), "", linkDown);
    SiteStatus.Reduced reduced = told.reduction();
    if (reduced != null) {
      live(path, "ZoneReduction", reduced.value(), "", linkDown);
      live(path, "ZoneReductionType(Percentage)", reduced.type(), "", linkDown);
      live(path, "ZoneReductionDescription", reduced.description(), "", linkDown);
      live(path, "ZoneValidity", reduced.validity(), "", linkDown);
      live(path, "ZoneValidityMode(Absolute)", reduced.validityMode(), "", linkDown);
    }
  }

  private boolean allLost(int zone) {
    return map.stationsOf(zone).stream().allMatch(this::isLost);
  }

  private boolean isLost(SiteMap.Station station) {
    SiteStatus.Station told = status.station(station.id());
    return told == null || !told.connected();
  }

  private void station(String path, SiteMap.Station station) {
    setup(path, "StationFriendlyName", station.friendlyName());
    setup(path, "StationModel", station.model());
    setup(path, "StationType", station.type());
    setup(path, "StationSerialNumber", station.serialNumber());
    setup(path, "StationVersion", station.version());
    setup(path, "StationIPAddress", station.ipAddress());
    setup(path, "StationOCPPIdentifier", station.ocppIdentifier());
    setup(path, "StationCpoUrl", station.cpoUrl());
    setup(path, "IsAcceptedByCpo", station.acceptedByCpo());
    boolean offline = linkDown || isLost(station);
    live(path, "StationId", station.id(), "", linkDown);
    SiteStatus.Station told = status.station(station.id());
    if (told != null) {
      live(path, "StationStatus", told.status(), "", linkDown);
      live(path, "StationIsConnected", told.connected(), "", linkDown);
      live(path, "StationIsAvailable", told.available(), "", linkDown);
      live(path, "StationAuthenticationMode", told.authentication(), "", linkDown);
      live(path, "StationDisconnectedAuthenticationMode", told.disconnectedAuthentication(), "", linkDown);
    }
    Totals totals = view.station(station);
    live(path, "StationNumberOfConnectors", totals.connectors(), "", linkDown);
    live(path, "StationOverallSetPointCurrent", totals.setpointA(), "A", offline);
    totals(path, "Station", totals, offline);
    for (SiteMap.Connector connector : station.connectors()) {
      connector(path + "/EVSE-" + connector.evse() + "/Connector-" + connector.id(), station, connector, offline);
    }
  }

  private void connector(String path, SiteMap.Station station, SiteMap.Connector connector, boolean offline) {
    setup(path, "LogicalConnector", connector.logical());
    setup(path, "ConnectorIsFixedSetPoint", connector.fixedSetpoint());
    setup(path, "ConnectorIsDC", connector.dc());
    setup(path, "ConnectorMaxCurrentorPower", Double.isNaN(connector.maximum()) ? null : connector.maximum());
    setup(path, "ConnectorPhaseConnection", connector.phaseConnection());
    Totals totals = view.connector(station, connector);
    SiteStatus.Connector told = view.told(station, connector);
    rms(path, "Connector", totals, offline);
    live(path, "ConnectorOverallActivePower1", totals.activeKw().one(), "kW", offline);
    live(path, "ConnectorOverallActivePower2", totals.activeKw().two(), "kW", offline);
    live(path, "ConnectorOverallActivePower3", totals.activeKw().three(), "kW", offline);
    live(path, "ConnectorOverallActivePowerTotal", totals.totalKw(), "kW", offline);
    live(path, "ConnectorSetPointCurrent", totals.setpointA(), "A", offline);
    live(path, "ConnectorSetPointPower", totals.setpointKw(), "kW", offline);
    live(path, "active_energy", totals.energyKwh(), "kWh", offline || told == null || Double.isNaN(told.activeEnergy()));
    String now = told == null ? "unknown" : told.status();
    for (String state : STATES) {
      live(path, "ConnectorState_" + state, is(now, state), "", linkDown);
    }
  }

  /** Both kinds of suspended are one, and so are the two spellings of faulted and unavailable (T-04). */
  private static boolean is(String status, String state) {
    String word = status.startsWith("suspended") ? "suspended" : switch (status) {
      case "faulty" -> "faulted";
      case "not available" -> "unavailable";
      default -> status;
    };
    return word.equals(state.toLowerCase(Locale.ROOT));
  }

  private void totals(String path, String level, Totals totals, boolean offline) {
    rms(path, level, totals, offline);
    live(path, level + "OverallActivePowerPhase1", totals.activeKw().one(), "kW", offline);
    live(path, level + "OverallActivePowerPhase2", totals.activeKw().two(), "kW", offline);
    live(path, level + "OverallActivePowerPhase3", totals.activeKw().three(), "kW", offline);
    live(path, level + "OverallActivePowerTotal", totals.totalKw(), "kW", offline);
    live(path, level + "ActiveEnergy", totals.energyKwh(), "kWh", offline);
  }

  private void rms(String path, String level, Totals totals, boolean offline) {
    live(path, level + "OverallRmsCurrentPhase1", totals.rmsA().one(), "A", offline);
    live(path, level + "OverallRmsCurrentPhase2", totals.rmsA().two(), "A", offline);
    live(path, level + "OverallRmsCurrentPhase3", totals.rmsA().three(), "A", offline);
    live(path, level + "OverallRmsCurrentAverage", totals.averageA(), "A", offline);
  }

  private void setup(String path, String name, @Nullable Object value) {
    if (value != null) {
      points.add(new Point(path + "/" + name, value, "", Point.State.SETUP));
    }
  }

  private void live(String path, String name, @Nullable Object value, String unit, boolean offline) {
    if (value != null && !(value instanceof Double number && number.isNaN())) {
      points.add(new Point(path + "/" + name, value, unit, offline ? Point.State.OFFLINE : Point.State.GOOD));
    }
  }
}
