package io.parkbench.rigs.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteTree;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The site file for a gateway that runs elsewhere: the scenario's, with meters where the bench truly serves them, inputs in files that the
 * bench writes, and nothing of the simulated plant.
 */
final class OutsideSite {
  private OutsideSite() {}

  /** Where the input of that number is to be found. */
  static Path input(Path folder, int number) {
    return folder.resolve("input-" + number);
  }

  /**
   * The text of the file.
   *
   * @param served where the bench serves a meter; null where it does not
   * @param folder where the files of inputs are
   */
  static String text(Site site, Function<Meter, @Nullable InetSocketAddress> served, Path folder) {
    ObjectNode tree = SiteTree.of(site);
    tree.remove("plant");
    for (JsonNode entry : tree.path("meters")) {
      ObjectNode meter = (ObjectNode) entry;
      InetSocketAddress at = site.meters().stream().filter(each -> each.id().equals(meter.path("id").asText())).findFirst()
          .map(served).orElse(null);
      if (at != null) {
        meter.remove("serial");
        meter.put("ip", at.getAddress().getHostAddress()).put("port", at.getPort());
      }
    }
    for (JsonNode entry : tree.path("inputs")) {
      ObjectNode input = (ObjectNode) entry;
      input.putObject("source").put("file", input(folder, input.path("number").asInt()).toString());
    }
    return SiteTree.text(tree);
  }
}
