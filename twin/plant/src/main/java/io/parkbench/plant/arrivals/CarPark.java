package io.parkbench.plant.arrivals;

import io.parkbench.kernel.Loop;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.car.Car;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets the cars of a plan come and go: parks each in a free bay, plugs it in, pulls the plug when it leaves, and keeps the
 * account of every visit.
 */
public final class CarPark {
  private final PlantModel model;
  private final Loop loop;
  private final ArrivalPlan plan;
  private final Sockets sockets;
  private final Bays bays;
  private final List<Visit> over = new ArrayList<>();
  private final Map<Integer, Parked> parked = new TreeMap<>();

  /** The sockets of the site: where a plug goes in and comes out. */
  public interface Sockets {
    /** The driver plugs {@code car} in and holds {@link Arrival#idTag} to the station. */
    void plugIn(Bay bay, Arrival arrival, Car car);

    /** The plug of the car at {@code bay} is pulled. */
    void unplug(Bay bay);
  }

  private record Parked(Arrival arrival, Bay bay, Car car) {}

  public CarPark(PlantModel model, Loop loop, ArrivalPlan plan, Sockets sockets) {
    this.model = model;
    this.loop = loop;
    this.plan = plan;
    this.sockets = sockets;
    this.bays = new Bays(model);
  }

  /** From now on the plan's cars come; those whose instant has passed come at once. */
  public void start() {
    awaitNext();
  }

  // The departure is put on the loop before the next arrival is, so that at one instant cars leave before others come.
  private void awaitNext() {
    Arrival next = plan.next();
    if (next != null) {
      loop.at(next.at(), () -> {
        come(next);
        awaitNext();
      });
    }
  }

  /** A car comes now, planned or not. Returns where it parks, or null where all bays are taken, which is counted. */
  public @Nullable Bay come(Arrival arrival) {
    Bay bay = bays.park(arrival);
    if (bay == null) {
      return null;
    }
    Parked guest = new Parked(arrival, bay, arrival.arrive());
    parked.put(bay.index(), guest);
    sockets.plugIn(bay, arrival, guest.car());
    loop.at(arrival.departure(), () -> go(guest));
    return bay;
  }

  /** The car at a bay (index among {@link PlantModel#bays}) leaves now, before its time; false where none is. */
  public boolean leave(int bay) {
    Parked guest = parked.get(bay);
    if (guest != null) {
      go(guest);
    }
    return guest != null;
  }

  /** Who is at a bay (index among {@link PlantModel#bays}), or null. */
  public @Nullable Arrival at(int bay) {
    Parked guest = parked.get(bay);
    return guest == null ? null : guest.arrival();
  }

  private void go(Parked guest) {
    if (!guest.equals(parked.get(guest.bay().index()))) {
      return; // gone before its time
    }
    sockets.unplug(guest.bay());
    guest.car().unplug(loop.now());
    parked.remove(guest.bay().index());
    bays.leave(guest.bay());
    over.add(visit(guest));
  }

  private Visit visit(Parked guest) {
    long until = loop.now();
    double feasible = Feasible.wh(guest.arrival(), guest.bay().connector(), model.volts(), until);
    return new Visit(guest.arrival(), guest.bay(), until, guest.car().energyWh(until), feasible);
  }

  /** All visits so far: those that are over in the order of departure, then those that last, in site order. */
  public List<Visit> visits() {
    List<Visit> all = new ArrayList<>(over);
    parked.values().forEach(guest -> all.add(visit(guest)));
    return all;
  }

  /** Cars that found no free bay so far. */
  public int turnedAway() {
    return bays.turnedAway();
  }

  /** Cars that are plugged in now. */
  public int occupied() {
    return parked.size();
  }
}
