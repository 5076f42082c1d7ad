package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.gateway.site.PerPhase;
import org.junit.jupiter.api.Test;

/** R-ALLOC-12: what DC stations take beside charging comes off every zone above them, whether anybody charges or not. */
class StandbyTest {
  private static final Yard YARD = new Yard("""
      name: Yard
      licence: EDL
      zones:
      - {id: main, max_a: 63, auth: all}
      - {id: low, parent: main, max_a: 40, auth: all}
      - {id: high, parent: main, max_a: 40, auth: all}
      stations:
      - {id: dc, model: dc-180, zone: low}
      - {id: ac, model: generic-ac, zone: high, max_a: 63}
      """);

  @Test
  void itIsHeldForAnIdleStationUpToTheRoot() {
    ScriptedStation station = YARD.online("ac");
    station.start(1, "card");
    YARD.settle();
    assertEquals(400, YARD.session("ac").setpointDa());
    YARD.gateway.setZoneMaximum("main", PerPhase.all(300), null);
    YARD.settle();
    assertEquals(298, YARD.session("ac").setpointDa());
  }
}
