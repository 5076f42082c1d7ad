package io.parkbench.gateway.session;

import io.parkbench.gateway.session.Entitlement.Verdict;
import io.parkbench.gateway.site.Card;
import io.parkbench.gateway.site.Licence;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Zone;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides, as the supervisor (R-AUTH-2), who may charge at a station by its authentication mode (R-AUTH-1). */
public final class Access {
  private final Map<String, Card> cards = new HashMap<>();
  private Site site;
  private boolean vipLicensed;

  public Access(Site site) {
    this.site = site;
    use(site);
  }

  /** Goes by another site's cards and licence from now on; sessions that run are not touched. */
  public void use(Site other) {
    site = other;
    cards.clear();
    vipLicensed = site.licence().has(Licence.Feature.VIP);
    for (Card card : site.cards()) {
      cards.put(card.idTag().toLowerCase(Locale.ROOT), card);
    }
  }

  /** What the card {@code idTag} may do at {@code station}; tags are compared without regard to case. */
  public Entitlement ask(Station station, String idTag) {
    Card card = cards.get(idTag.toLowerCase(Locale.ROOT));
    Verdict verdict = switch (station.auth()) {
      case ALL, PLUG_AND_CHARGE -> Verdict.ACCEPTED;
      case KNOWN -> known(card, station);
    };
    boolean vip = vipLicensed && (station.vip() || (card != null && card.vip()));
    return new Entitlement(verdict, vip, card == null ? 0 : card.priority());
  }

  private Verdict known(@Nullable Card card, Station station) {
    if (card == null) {
      return Verdict.INVALID;
    }
    return card.authorised() && allowedIn(card.zones(), station.zone()) ? Verdict.ACCEPTED : Verdict.BLOCKED;
  }

  private boolean allowedIn(@Nullable List<String> zones, String zoneId) {
    if (zones == null) {
      return true;
    }
    Zone zone = site.zone(zoneId);
    while (zone != null) {
      if (zones.contains(zone.id())) {
        return true;
      }
      zone = zone.parent() == null ? null : site.zone(zone.parent());
    }
    return false;
  }
}
