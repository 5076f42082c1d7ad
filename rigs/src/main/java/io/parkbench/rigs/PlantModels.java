package io.parkbench.rigs;

import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.plant.PhaseAmps;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.Wiring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The simulated site as a site file describes it: the one place where the gateway's words become the plant's. */
final class PlantModels {
  private PlantModels() {}

  static PlantModel of(Site site) {
    List<PlantModel.Zone> zones = site.zones().stream()
        .map(zone -> new PlantModel.Zone(
            zone.id(), zone.parent(), amps(zone.maxDa()), kw(zone.maxW()), zone.dynamic()))
        .toList();
    List<PlantModel.Station> stations = site.stations().stream()
        .map(station -> new PlantModel.Station(station.id(), station.zone(), station.connectors().stream()
            .map(connector -> new PlantModel.Connector(
                connector.number(), Wiring.valueOf(connector.wiring().name()), connector.maxDa() / 10.0,
                Makes.converter(station, connector)))
            .toList()))
        .toList();
    return new PlantModel(site.name(), site.nominalVoltage(), zones, stations);
  }

  static @Nullable Double kw(@Nullable Integer watts) {
    return watts == null ? null : watts / 1_000.0;
  }

  static PhaseAmps amps(PerPhase limit) {
    return new PhaseAmps(limit.l1Da() / 10.0, limit.l2Da() / 10.0, limit.l3Da() / 10.0);
  }
}
