package io.parkbench.rigs;

import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.DcSupply;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.plant.Converter;
import io.parkbench.plant.charger.ChargePointModel;
import io.parkbench.plant.charger.ProfileRules;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    double volts = site.nominalVoltage();
    ChargePointModel.Socket[] sockets = station.connectors().stream()
        .map(connector -> socket(station, connector, volts)).toArray(ChargePointModel.Socket[]::new);
    ChargePointModel make = ChargePointModel.generic(station.model().key(), volts, sockets);
    if (station.model().dc()) {
      make = make.withProfileRules(ProfileRules.IN_WATTS);
      return station.feederW() == null ? make : make.withStationAmps(station.feederW() / (Converter.PHASES * volts));
    }
    return station.feederDa() == null ? make : make.withStationAmps(station.feederDa() / 10.0);
  }

  private static ChargePointModel.Socket socket(Station station, Connector connector, double volts) {
    Converter converter = converter(station, connector);
    return converter == null ? new ChargePointModel.Socket(connector.maxDa() / 10.0, connector.wiring().phases(), false)
        : ChargePointModel.Socket.dc(converter, volts);
  }

  /** What a DC connector is fed by; null for one of AC. Standby is the station's, and its first connector has it. */
  static @Nullable Converter converter(Station station, Connector connector) {
    DcSupply supply = station.model().supply();
    return connector.dc()
        ? new Converter(connector.maxW(), supply.efficiency(), supply.powerFactor(),
            connector.number() == 1 ? supply.standbyW() : 0)
        : null;
  }
}
