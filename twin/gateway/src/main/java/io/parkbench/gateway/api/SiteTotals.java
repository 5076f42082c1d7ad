package io.parkbench.gateway.api;

import io.parkbench.gateway.view.GatewayView;
import io.parkbench.protocol.api.Phases;
import io.parkbench.protocol.api.SiteResource;
import io.parkbench.protocol.api.Times;
import io.parkbench.protocol.api.ZoneResource;

/** Makes the site's resource: totals over the zones at the top, so that nothing below them counts twice (T-09). */
final class SiteTotals {
  private SiteTotals() {}

  static SiteResource make(Snapshot snapshot) {
    GatewayView view = snapshot.view();
    double demandKw = 0;
    boolean known = true;
    double capacityKw = 0;
    for (ZoneResource zone : Zones.all(snapshot)) {
      if (zone.parentId() == null) {
        Phases powers = zone.activePowerKw();
        known &= powers != null;
        demandKw += powers == null || powers.total() == null ? 0 : powers.total();
        capacityKw += zone.setpointPowerKw();
      }
    }
    return new SiteResource(
        snapshot.facts().siteName(),
        known ? Facts.round(demandKw) : null,
        Facts.round(capacityKw),
        view.zones().size(),
        snapshot.stations().size(),
        snapshot.stations().values().stream().mapToInt(station -> station.connectors().size()).sum(),
        view.sessions().size(),
        view.remote().writer(),
        view.remote().active(),
        snapshot.facts().boot(),
        Times.text(view.now()));
  }
}
