package io.parkbench.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.session.Entitlement.Verdict;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who may charge where, by the station's authentication mode (R-AUTH-1, R-AUTH-2), and as a VIP (R-ALLOC-6). */
class AccessTest {
  private final Site site = site("EDM");
  private final Access access = new Access(site);

  private static Site site(String licence) {
    try {
      return SiteFile.parse("access.yaml", String.format(Locale.ROOT, """
          name: Access
          licence: %s
          zones:
            - {id: house, max_a: 100}
            - {id: north, parent: house, max_a: 50}
            - {id: south, parent: house, max_a: 50}
          stations:
            - {id: known, model: pro-ac, zone: north}
            - {id: other, model: pro-ac, zone: south}
            - {id: open, model: pro-ac, zone: north, auth: all}
            - {id: plug, model: pro-ac, zone: north, auth: plug-and-charge, vip: true}
          cards:
            - {id: everywhere, priority: 3}
            - {id: north-only, zones: [north]}
            - {id: whole-house, zones: [house]}
            - {id: blocked, authorised: false}
            - {id: chief, vip: true}
          """, licence));
    } catch (SiteException e) {
      throw new AssertionError(e);
    }
  }

  private Entitlement ask(String station, String card) {
    return access.ask(Objects.requireNonNull(site.station(station)), card);
  }

  @Test
  void knownCardsOnlyIsTheDefault() {
    assertEquals(Verdict.ACCEPTED, ask("known", "EVERYWHERE").verdict());
    assertEquals(Verdict.BLOCKED, ask("known", "blocked").verdict());
    assertEquals(Verdict.INVALID, ask("known", "stranger").verdict());
    assertEquals(3, ask("known", "everywhere").priority());
  }

  @Test
  void aCardIsGoodInItsZonesAndTheirSubZones() {
    assertEquals(Verdict.ACCEPTED, ask("known", "north-only").verdict());
    assertEquals(Verdict.BLOCKED, ask("other", "north-only").verdict());
    assertEquals(Verdict.ACCEPTED, ask("other", "whole-house").verdict());
  }

  @Test
  void allCardsAndPlugAndChargeTakeAnybody() {
    assertTrue(ask("open", "stranger").accepted());
    assertTrue(ask("plug", "stranger").accepted());
  }

  @Test
  void aVipIsOneByCardOrByStation() {
    assertTrue(ask("known", "chief").vip());
    assertTrue(ask("plug", "stranger").vip());
    assertFalse(ask("known", "everywhere").vip());
  }
}
