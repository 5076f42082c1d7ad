package io.parkbench.rigs;

import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.plant.charger.ChargePointModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the simulated stations of a site are made like. */
final class Makes {
  private Makes() {}

  static Map<String, ChargePointModel> of(Site site) {
    Map<String, ChargePointModel> makes = new LinkedHashMap<>();
    for (Station station : site.stations()) {
      makes.put(station.id(), make(site, station));
    }
    return makes;
  }

  private static ChargePointModel make(Site site, Station station) {
    ChargePointModel.Socket[] sockets = station.connectors().stream().map(Makes::socket).toArray(ChargePointModel.Socket[]::new);
    ChargePointModel make = ChargePointModel.generic(station.model().key(), site.nominalVoltage(), sockets);
    return station.feederDa() == null ? make : make.withStationAmps(station.feederDa() / 10.0);
  }

  private static ChargePointModel.Socket socket(Connector connector) {
    return new ChargePointModel.Socket(connector.maxDa() / 10.0, connector.wiring().phases(), connector.dc());
  }
}
