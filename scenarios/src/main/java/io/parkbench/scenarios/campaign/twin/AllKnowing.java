package io.parkbench.scenarios.campaign.twin;

import io.parkbench.gateway.allocation.Allocator;
import io.parkbench.gateway.allocation.Demand;
import io.parkbench.gateway.allocation.Limits;
import io.parkbench.gateway.allocation.Rotation;
import io.parkbench.gateway.allocation.ShedBy;
import io.parkbench.gateway.allocation.Topology;
import io.parkbench.gateway.site.Card;
import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.Converter;
import io.parkbench.plant.car.Car;
import java.util.List;
import java.util.Objects;

/**
 * The allocator with perfect knowledge: it sees what each car would draw at most, on which conductors, and from what current on, and
 * is obeyed at once. What it delivers is the most that this way of sharing can deliver.
 */
final class AllKnowing implements Steersman {
  private final Site site;
  private final LimitsNow now;
  private final Limits limits;
  private final Demand demand;
  private final Allocator allocator;
  private final Rotation rotation;
  private final int slots;

  /** The limits as they are at an instant, of zones by their place in the site. */
  interface LimitsNow {
    /** What there is for cars of a zone's maximum on supply phase 1 to 3, 0.1 A. */
    int amps(int zone, int phase, int maxDa);

    /** The same of its maximum power, W. */
    int watts(int zone, int maxW);

    /** What a zone without a maximum power may take, W; {@link Integer#MAX_VALUE} for no limit. */
    default int wattsLowered(int zone) {
      return Integer.MAX_VALUE;
    }
  }

  AllKnowing(Site site, LimitsNow now, int slots) {
    this.site = site;
    this.now = now;
    this.slots = slots;
    int[] parents = new int[site.zones().size()];
    for (int zone = 0; zone < parents.length; zone++) {
      String parent = site.zones().get(zone).parent();
      parents[zone] = parent == null ? Topology.ROOT : index(parent);
    }
    Topology topology = new Topology(parents);
    limits = new Limits(topology);
    demand = new Demand(slots);
    allocator = new Allocator(topology, slots);
    rotation = new Rotation(allocator, ShedBy.ENERGY, Micros.of(site.settings().shedReview()));
  }

  private int index(String zone) {
    return site.zones().stream().map(Zone::id).toList().indexOf(zone);
  }

  @Override
  public double[] offers(long instant, List<Stand> stands) {
    for (int zone = 0; zone < site.zones().size(); zone++) {
      Zone at = site.zones().get(zone);
      for (int phase = 1; phase <= 3; phase++) {
        limits.current(zone, phase, now.amps(zone, phase, at.maxDa().da(phase)));
      }
      Integer watts = at.maxW();
      int lowered = watts == null ? now.wattsLowered(zone) : now.watts(zone, watts);
      limits.power(zone, lowered == Integer.MAX_VALUE ? Limits.UNLIMITED : lowered);
    }
    for (int slot = 0; slot < slots; slot++) {
      Stand stand = stands.get(slot);
      Car car = stand.car();
      if (car == null || !car.wantsEnergy()) {
        demand.remove(slot);
      } else {
        demand(slot, stand, car, instant);
      }
    }
    rotation.share(instant, limits, demand);
    double[] offers = new double[slots];
    for (int slot = 0; slot < slots; slot++) {
      offers[slot] = demand.present(slot) ? allocator.setpointDa(slot) / 10.0 : 0;
    }
    return offers;
  }

  private void demand(int slot, Stand stand, Car car, long instant) {
    Station station = Objects.requireNonNull(site.station(stand.bay().station().id()));
    Connector connector = Objects.requireNonNull(station.connector(stand.bay().connector().number()));
    Converter converter = stand.bay().connector().converter();
    int conductors = converter == null ? Math.min(car.model().phases(), connector.wiring().phases()) : Converter.PHASES;
    int phases = connector.wiring().supplyMask(conductors);
    int mostDa = (int) Math.ceil(Math.min(connector.maxDa(), 10 * (converter == null ? car.mostAmps(instant)
        : converter.chargingAmps(car.mostDcWatts(instant), site.nominalVoltage()))));
    int floorDa = Math.min(mostDa,
        (int) Math.ceil(10 * Math.max(car.leastAmps(), site.floorDa(connector, conductors) / 10.0)));
    if (mostDa < 1 || 10 * car.leastAmps() > connector.maxDa()) {
      demand.remove(slot);
      return;
    }
    int leastDa = Math.max(floorDa, (int) Math.ceil(10 * car.leastAmps()));
    demand.put(slot, index(station.zone()), phases, (int) site.nominalVoltage(), leastDa, Math.max(mostDa, leastDa));
    Card card = site.card(stand.card());
    demand.rank(slot, station.vip() || (card != null && card.vip()), connector.priority());
    demand.history(slot, Math.round(car.energyWh(instant)), 0, stand.since());
  }

  @Override
  public long nextWakeAt() {
    return rotation.nextWakeAt();
  }
}
