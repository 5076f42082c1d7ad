package io.parkbench.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.parkbench.gateway.site.AuthMode;
import io.parkbench.gateway.site.Directive;
import io.parkbench.gateway.site.OfflineAuthMode;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Zone;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The limit in force of a zone, what binds it, and its change while the gateway runs (R-SITE-7). */
class ZoneLimitsTest {
  private final ZoneLimits limits = new ZoneLimits(List.of(
      zone("main", null, 1000, Directive.STATIC), zone("north", "main", 500, Directive.STATIC),
      zone("south", "main", 800, Directive.DYNAMIC)), 230);

  private static Zone zone(String id, @Nullable String parent, int maxDa, Directive directive) {
    return new Zone(
        id, id, parent, PerPhase.all(maxDa), null, directive, null, null, null, 100, PerPhase.all(0), AuthMode.KNOWN,
        OfflineAuthMode.NONE,
        Map.of());
  }

  @Test
  void aStaticZoneHasItsMaximum() {
    assertEquals(Limits.of("main", PerPhase.all(1000), null, Source.MAXIMUM), limits.of(0));
    assertEquals(-1, limits.parent(0));
    assertEquals(0, limits.parent(1));
  }

  @Test
  void aDynamicZoneWithoutAReadingStandsAtItsDegradedSetpoint() {
    assertEquals(Limits.of("south", PerPhase.all(100), null, Source.DEGRADED), limits.of(2));
  }

  @Test
  void aMaximumChangesLive() {
    limits.setMaximum("north", new PerPhase(100, 200, 300), 5_000);
    assertEquals(200, limits.limitDa(1, 1));
    assertEquals(5_000, limits.limitW(1));
  }

  @Test
  void aChangeThatCannotBeIsRefusedAndChangesNothing() {
    assertThrows(IllegalArgumentException.class, () -> limits.setMaximum("north", PerPhase.all(1001), null));
    assertThrows(IllegalArgumentException.class, () -> limits.setMaximum("north", PerPhase.all(-1), null));
    assertThrows(IllegalArgumentException.class, () -> limits.setMaximum("south", PerPhase.all(1), null));
    assertThrows(IllegalArgumentException.class, () -> limits.setMaximum("west", PerPhase.all(1), null));
    assertEquals(500, limits.limitDa(1, 0));
  }

  @Test
  void aZoneMayBeLoweredBelowItsSubZonesWhichItThenHolds() {
    limits.setMaximum("main", PerPhase.all(300), null);
    assertEquals(300, limits.limitDa(0, 0));
    assertEquals(500, limits.limitDa(1, 0));
  }

  /** What a meter leaves of a dynamic parent comes and goes; it binds by itself. */
  @Test
  void aZoneBelowADynamicOneIsHeldAgainstItsConfiguredMaximum() {
    Zone above = zone("above", null, 1000, Directive.DYNAMIC);
    Zone below = zone("below", "above", 500, Directive.STATIC);
    ZoneLimits steered = new ZoneLimits(List.of(above, below), 230);
    assertEquals(100, steered.limitDa(0, 0), "no reading yet");
    steered.setMaximum("below", PerPhase.all(400), null);
    assertEquals(400, steered.limitDa(1, 0));
    assertThrows(IllegalArgumentException.class, () -> steered.setMaximum("below", PerPhase.all(1001), null));
  }
}
