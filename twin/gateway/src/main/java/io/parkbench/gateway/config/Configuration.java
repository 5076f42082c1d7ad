package io.parkbench.gateway.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteTree;

/**
 * The site as it is in force, and as it will be after the next restart. Nothing in it is ever changed.
 *
 * @param running what the gateway goes by
 * @param next the same, with all that waits
 */
public record Configuration(Version running, Version next) {

  /**
   * A site and the tree that it was read from.
   *
   * @param tree to be read only
   */
  public record Version(Site site, ObjectNode tree) {
    static Version of(Site site) {
      return new Version(site, SiteTree.of(site));
    }
  }

  static Configuration of(Site site) {
    Version only = Version.of(site);
    return new Configuration(only, only);
  }

  /** Whether something waits for a restart. */
  public boolean pending() {
    return !running.tree.equals(next.tree);
  }
}
