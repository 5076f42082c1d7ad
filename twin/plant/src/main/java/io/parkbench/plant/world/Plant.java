package io.parkbench.plant.world;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.Time;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.arrivals.Arrival;
import io.parkbench.plant.arrivals.ArrivalPlan;
import io.parkbench.plant.arrivals.CarPark;
import io.parkbench.plant.bems.Bems;
import io.parkbench.plant.bems.BemsPlan;
import io.parkbench.plant.bems.Memory;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.charger.ChargePointModel;
import io.parkbench.plant.fault.Troubles;
import io.parkbench.plant.grid.BreachBound;
import io.parkbench.plant.grid.Grid;
import io.parkbench.plant.grid.InvariantChecker;
import io.parkbench.plant.grid.Tolerance;
import io.parkbench.plant.input.Contact;
import io.parkbench.plant.input.Contacts;
import io.parkbench.plant.load.Course;
import io.parkbench.plant.load.Daily;
import io.parkbench.plant.load.Loads;
import io.parkbench.plant.meter.Meters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulated site: its stations, the cars that come and go, the true currents, and the judge over them. */
public final class Plant implements CarPark.Sockets {
  /** Stations are switched on one after another, so that they do not all call at the same instant. */
  private static final long POWER_UP_STEP = 20_000;

  private final PlantModel model;
  private final Time time;
  private final Grid grid;
  private final InvariantChecker checker;
  private final CarPark carPark;
  private final Troubles troubles;
  private final Loads loads;
  private final Meters meters;
  private final Contacts contacts;
  private final Protection protection;
  private final Conditions conditions;
  private final Net net;
  private final Recording recording;
  private final Memory buildingMemory = Memory.lasting();
  private final Map<String, ChargePoint> stations = new LinkedHashMap<>();
  private final List<@Nullable Car> cars;
  private @Nullable Bems bems;

  /**
   * A site at rest; {@link #start} brings it to life.
   *
   * @param makes the make of each station of {@code model}, by its identity; a missing one throws
   * @param bound B of R-LEASE-5
   */
  public Plant(
      PlantModel model,
      Map<String, ChargePointModel> makes,
      Time time,
      Net net,
      Seed seed,
      Recording recording,
      ArrivalPlan arrivals,
      BreachBound bound) {
    this(model, makes, time, net, seed, recording, arrivals, bound, Conditions.FAIR);
  }

  /** The same under conditions that are not fair; a station that is not there, or a fault that cannot be, throws. */
  public Plant(
      PlantModel model,
      Map<String, ChargePointModel> makes,
      Time time,
      Net net,
      Seed seed,
      Recording recording,
      ArrivalPlan arrivals,
      BreachBound bound,
      Conditions conditions) {
    this.model = model;
    this.conditions = conditions;
    this.time = time;
    this.net = net;
    this.recording = recording;
    this.grid = new Grid(model, time.loop(), recording);
    this.loads = new Loads(grid, time.loop(), seed);
    this.meters = new Meters(grid, loads, time.loop(), net, seed, conditions.installation().meters());
    this.contacts = new Contacts(time.loop(), net, seed, conditions.installation().contacts());
    this.checker = new InvariantChecker(grid, time.loop(), bound, Tolerance.USUAL, recording);
    this.carPark = new CarPark(model, time.loop(), arrivals, this);
    this.cars = new ArrayList<>(Collections.nCopies(model.bays().size(), null));
    int bay = 0;
    for (PlantModel.Station station : model.stations()) {
      ChargePointModel make = makes.get(station.id());
      if (make == null) {
        throw new IllegalArgumentException("station " + station.id() + " has no make");
      }
      int firstBay = bay;
      bay += station.connectors().size();
      if (conditions.real().contains(station.id())) {
        continue;
      }
      stations.put(station.id(), new ChargePoint(
          time.loop(), net, station.id(), make,
          (connector, amps, conductors) -> draw(firstBay + connector - 1, amps, conductors), recording,
          seed.fork(station.id() + "/charger")));
    }
    this.troubles = new Troubles(time.loop(), net.faults(), model, this::station, grid, conditions.network(), recording);
    this.protection = new Protection(
        conditions.installation().breakers(), grid, loads, troubles, time.loop(), recording);
    conditions.stations().keySet().forEach(this::station);
    stations.values().forEach(station -> conditions.ofStation(station.identity()).forEach(quirk -> station.quirk(quirk, true)));
    conditions.faults()
        .forEach(fault -> troubles.schedule(time.now() + Micros.of(fault.after()), fault.lasting(), fault.trouble()));
  }

  /** Lets the other loads begin, powers the stations up, one every 20 ms, lets the cars come, and starts the building's client. */
  public void start() {
    protection.start();
    contacts.start();
    conditions.installation().loads().forEach(loads::add);
    if (conditions.installation().volts() != null) {
      followVoltage(conditions.installation().volts(), time.now());
    }
    long delay = 0;
    for (ChargePoint station : stations.values()) {
      time.after(delay, () -> powerUp(station));
      delay += POWER_UP_STEP;
    }
    carPark.start();
    startBuilding();
  }

  private void startBuilding() {
    BemsPlan plan = conditions.installation().bems();
    if (plan != null) {
      bems = new Bems(time.loop(), net.web(), Bems.GATEWAY, plan, buildingMemory, recording);
      bems.start();
    }
  }

  /** The building's computer restarts: its client comes up anew and knows only what outlasts that. */
  public void restartBuilding() {
    if (bems != null) {
      bems.stop();
      startBuilding();
    }
  }

  /** One without mains comes up when it has them. */
  private void powerUp(ChargePoint station) {
    if (troubles.hasMains(station.identity())) {
      station.start();
    }
  }

  private void followVoltage(Daily<Double> volts, long start) {
    double now = volts.at(start, time.now());
    grid.setVolts(now);
    stations.values().forEach(station -> station.supplyVolts(now));
    long next = volts.nextAfter(start, time.now());
    if (next != Course.NEVER) {
      time.at(next, () -> followVoltage(volts, start));
    }
  }

  private void draw(int bay, double amps, int conductors) {
    grid.draw(bay, amps, conductors > 1 ? amps : 0, conductors > 2 ? amps : 0);
  }

  public PlantModel model() {
    return model;
  }

  public Grid grid() {
    return grid;
  }

  /** The building's client of the gateway, or null where the site has none. */
  public @Nullable Bems bems() {
    return bems;
  }

  /** What flows besides charging. */
  public Loads loads() {
    return loads;
  }

  public Meters meters() {
    return meters;
  }

  /** The contacts of the digital inputs. */
  public Contacts contacts() {
    return contacts;
  }

  /** The contact of a digital input, by its number; {@link IllegalArgumentException} where there is none. */
  public Contact contact(int input) {
    return contacts.contact(input);
  }

  /** The breakers, and whom their trips are to be blamed on. */
  public Protection protection() {
    return protection;
  }

  public InvariantChecker checker() {
    return checker;
  }

  /** What goes wrong. */
  public Troubles troubles() {
    return troubles;
  }

  public CarPark carPark() {
    return carPark;
  }

  /** The simulated ones. */
  public List<ChargePoint> stations() {
    return List.copyOf(stations.values());
  }

  /** Whether a station is real, and so not of this plant (R-RIG-1). */
  public boolean isReal(String identity) {
    return conditions.real().contains(identity);
  }

  /**
   * What is measured at a connector of a real station flows from now on.
   *
   * @param amps on the connector's own L1, L2 and L3; conductors that it does not have are left out
   */
  public void measured(Bay bay, double... amps) {
    int phases = bay.connector().phases();
    grid.draw(bay.index(), amps[0], phases > 1 ? amps[1] : 0, phases > 2 ? amps[2] : 0);
  }

  /** The simulated station of that identity; an unknown or a real one throws {@link IllegalArgumentException}. */
  public ChargePoint station(String identity) {
    ChargePoint station = stations.get(identity);
    if (station == null && isReal(identity)) {
      throw new IllegalArgumentException(identity + " is a real station: the plant cannot look into it");
    }
    if (station == null) {
      throw new IllegalArgumentException("no station is called '" + identity + "'; there are " + stations.keySet());
    }
    return station;
  }

  /** The car at a connector, or null. */
  public @Nullable Car car(int bay) {
    return cars.get(bay);
  }

  @Override
  public void plugIn(Bay bay, Arrival arrival, Car car) {
    plugIn(bay, car, arrival.idTag(), arrival.id());
  }

  /**
   * A car that came by no plan, or by one, is plugged in.
   *
   * @param idTag the card its driver shows; null: none
   * @param arrival its id for the recording, or null
   */
  public void plugIn(Bay bay, Car car, @Nullable String idTag, @Nullable String arrival) {
    conditions.ofCar(car.model().name()).forEach(quirk -> car.quirk(time.now(), quirk, true));
    cars.set(bay.index(), car);
    station(bay.station().id()).plug(bay.connector().number(), car, idTag, arrival);
  }

  @Override
  public void unplug(Bay bay) {
    cars.set(bay.index(), null);
    station(bay.station().id()).unplug(bay.connector().number());
  }
}
