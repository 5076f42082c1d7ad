package io.parkbench.plant.fault;

import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Fault;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.Wiring;
import io.parkbench.plant.quirk.Quirk;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that can go wrong on the site and that heals, as data: on a link, on a device, or in the network (R-PLANT-3). */
public sealed interface Trouble {
  /** What cannot be on this site, since a station, connector or part of the network does not exist, fails. */
  default void check(PlantModel site, Topology network) {
    switch (this) {
      case OnLink(String station, Direction direction, Fault fault) -> {
        if (station != null) {
          connector(site, station, 1);
        }
      }
      case Broken(String part) -> network.check(part);
      case Reboot(String station) -> connector(site, station, 1);
      case Freeze(String station) -> connector(site, station, 1);
      case Dark(String station) -> connector(site, station, 1);
      case ClockJump(String station, Duration by) -> connector(site, station, 1);
      case WrongWiring(String station, int connector, Wiring wiring) -> {
        if (connector(site, station, connector).phases() != wiring.phases()) {
          throw new IllegalArgumentException(station + "/" + connector + " cannot be wired " + wiring + ": other number of phases");
        }
      }
      case Odd(String station, int connector, Quirk quirk) -> connector(site, station, Math.max(1, connector));
    }
  }

  private static PlantModel.Connector connector(PlantModel site, String station, int connector) {
    return site.bays().stream()
        .filter(bay -> bay.station().id().equals(station) && bay.connector().number() == connector)
        .map(PlantModel.Bay::connector)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "there is no station '" + station + "'" + (connector == 1 ? "" : " with a connector " + connector)));
  }

  /**
   * On the link of one station, or of all.
   *
   * @param station an identity, or null for every link
   * @param direction null for both
   */
  record OnLink(@Nullable String station, @Nullable Direction direction, Fault fault) implements Trouble {}

  /** A part of the network is broken: a cable, a switch or a port, as {@link Topology} calls it. */
  record Broken(String part) implements Trouble {}

  /** The electronics of a station restart without a word; there is nothing to heal. */
  record Reboot(String station) implements Trouble {}

  /** A station hangs: it neither hears, says nor switches anything, while its car goes on. */
  record Freeze(String station) implements Trouble {}

  /** A station has no mains, and its cars no current, until it heals. */
  record Dark(String station) implements Trouble {}

  /** A station's clock jumps by so much; it heals by jumping back, if nobody has set it. */
  record ClockJump(String station, Duration by) implements Trouble {}

  /** A connector is wired otherwise than the site says. */
  record WrongWiring(String station, int connector, Wiring wiring) implements Trouble {}

  /**
   * A charger, or the car at a connector, has a quirk for a time.
   *
   * @param connector 0 for the charger, else the connector where the car is
   */
  record Odd(String station, int connector, Quirk quirk) implements Trouble {}
}
