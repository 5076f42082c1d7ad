package io.parkbench.rigs;

import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.DcSupply;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.plant.Converter;
import io.parkbench.plant.charger.ChargePointModel;
import io.parkbench.plant.charger.ChargerModels;
import io.parkbench.protocol.make.StationMake;
import java.util.LinkedHashMap;
import java.util.List;
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
    Integer feeder = station.model().dc() ? station.feederW() : station.feederDa();
    double amps = feeder == null ? Double.POSITIVE_INFINITY
        : station.model().dc() ? feeder / (Converter.PHASES * volts) : feeder / 10.0;
    return ChargerModels.of(station.model().make(), volts, List.of(sockets), amps);
  }

  private static ChargePointModel.Socket socket(Station station, Connector connector, double volts) {
    Converter converter = converter(station, connector);
    return converter == null
        ? new ChargePointModel.Socket(connector.maxDa() / 10.0, connector.wiring().phases(), tethered(station, connector))
        : ChargePointModel.Socket.dc(converter, volts);
  }

  private static boolean tethered(Station station, Connector connector) {
    List<StationMake.Outlet> outlets = station.model().make().connectors();
    return outlets.get(Math.min(connector.number(), outlets.size()) - 1).tethered();
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
