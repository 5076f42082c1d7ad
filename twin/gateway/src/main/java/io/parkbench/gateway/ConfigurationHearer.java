package io.parkbench.gateway;

import io.parkbench.gateway.site.Site;

/** Hears what a gateway is configured with, on the loop's thread; what it throws refuses the change. */
@FunctionalInterface
public interface ConfigurationHearer {
  /**
   * A change is about to count.
   *
   * @param before what the gateway has gone by
   * @param running what it goes by from now on
   * @param next the same, with all that waits for a restart
   */
  void configured(Site before, Site running, Site next);
}
