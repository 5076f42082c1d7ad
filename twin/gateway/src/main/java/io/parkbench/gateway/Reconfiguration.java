package io.parkbench.gateway;

import io.parkbench.gateway.input.Inputs;
import io.parkbench.gateway.limits.Ceilings;
import io.parkbench.gateway.session.Access;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings what can change live to where it counts: maxima of static zones, tariffs, inputs, cards, the licence (R-SITE-3, R-SITE-7). Strangers that
 * a larger licence has room for are taken in from the next restart on.
 */
final class Reconfiguration {
  /** For the answer that says so to get out. */
  private static final long RESTART_AFTER = 500 * Micros.MILLISECOND;

  private final Loop loop;
  private final Gateway gateway;
  private final Ceilings ceilings;
  private final Inputs inputs;
  private final Access access;
  private final Notices notices;
  private ConfigurationHearer hearer = (before, running, next) -> {};
  private @Nullable Consumer<Site> restarter;
  private boolean restarting;

  Reconfiguration(Loop loop, Gateway gateway, Ceilings ceilings, Inputs inputs, Access access, Notices notices) {
    this.loop = loop;
    this.gateway = gateway;
    this.ceilings = ceilings;
    this.inputs = inputs;
    this.access = access;
    this.notices = notices;
  }

  void hearer(ConfigurationHearer next) {
    hearer = next;
  }

  void restarter(Consumer<Site> next) {
    restarter = next;
  }

  /** @throws IllegalArgumentException where a zone cannot have its maximum; nothing has changed then */
  void go(Site running, Site next) {
    Site before = gateway.site();
    hearer.configured(before, running, next);
    for (Zone zone : running.zones()) {
      Zone was = before.zone(zone.id());
      if (was == null || !was.maxDa().equals(zone.maxDa()) || !Objects.equals(was.maxW(), zone.maxW())) {
        gateway.setZoneMaximum(zone.id(), zone.maxDa(), zone.maxW());
      }
    }
    if (!before.tariffs().equals(running.tariffs())) {
      ceilings.tariffs(running.tariffs(), running.timeZone());
    }
    if (!before.inputs().equals(running.inputs())) {
      ceilings.inputs(running.inputs());
      inputs.replace(running.inputs());
    }
    access.use(running);
    gateway.site(running);
    notices.add(loop.now(), "configuration",
        before.equals(running) ? "a change waits for a restart" : "the configuration has changed");
  }

  /** Has the gateway restarted in a moment; false where nobody can. */
  boolean restart(Site site) {
    Consumer<Site> by = restarter;
    if (by == null) {
      return false;
    }
    if (!restarting) {
      restarting = true;
      loop.after(RESTART_AFTER, () -> by.accept(site));
    }
    return true;
  }
}
