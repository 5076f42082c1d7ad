package io.parkbench.rigs.ev;

import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.car.Taper;
import io.parkbench.plant.car.Wake;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.pilot.Cable;
import io.parkbench.plant.pilot.PilotReading;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An EV simulator in software at one connector of a simulated station, as test houses have them in a box: the pilot's resistors, a cable's
 * proximity contact, and a load bank in place of a battery, so that it is never full (R-PLANT-7, R-RIG-5). On the station's loop.
 */
public final class SoftwareEv {
  private static final double NEVER_FULL_WH = 1e9;
  private static final double MOST_AMPS = 63;
  private static final double LEAST_AMPS = 6;
  private static final double DC_WATTS = 150_000;

  private final ChargePoint station;
  private final int connector;
  private boolean connected;
  private double wantsAmps;

  /**
   * What its instruments show.
   *
   * @param connected whether its plug is in
   * @param wantsAmps what its load bank is set to, A per conductor
   * @param drawsAmps what flows, A per conductor
   */
  public record Instruments(boolean connected, double wantsAmps, PilotReading pilot, double drawsAmps) {}

  /** @param connector from 1; another throws {@link IllegalArgumentException} */
  public SoftwareEv(ChargePoint station, int connector) {
    this.station = station;
    this.connector = connector;
    station.pilot(connector);
  }

  /**
   * Puts its plug in.
   *
   * @param phases 1 to 3, of its load
   * @param amps what its load bank is set to, 0 to 63 A per conductor
   * @param cable null for one that carries whatever is offered
   * @param idTag the card held to the reader; null for none
   * @throws IllegalStateException if there is a plug already
   */
  public void connect(int phases, double amps, @Nullable Cable cable, @Nullable String idTag) {
    checkAmps(amps);
    CarModel load = new CarModel(
        "ev-simulator", NEVER_FULL_WH, phases, MOST_AMPS, LEAST_AMPS, DC_WATTS, 1, Taper.NONE, Duration.ofSeconds(1), Wake.RESUMES);
    Car car = new Car(load, 0, NEVER_FULL_WH);
    station.plug(connector, cable == null ? car : car.with(cable), idTag);
    connected = true;
    request(amps);
  }

  /** Sets the load bank, 0 to 63 A per conductor; others throw {@link IllegalArgumentException}. */
  public void request(double amps) {
    checkAmps(amps);
    wantsAmps = amps;
    station.dial(connector, amps);
  }

  /** Holds a card to the reader. */
  public void swipe(String idTag) {
    station.swipe(connector, idTag);
  }

  /** Pulls its plug. Does nothing where it is out. */
  public void disconnect() {
    if (connected) {
      station.unplug(connector);
      connected = false;
      wantsAmps = 0;
    }
  }

  public Instruments instruments() {
    return new Instruments(connected, wantsAmps, station.pilot(connector), station.amps(connector));
  }

  private static void checkAmps(double amps) {
    if (!(amps >= 0 && amps <= MOST_AMPS)) {
      throw new IllegalArgumentException("an EV simulator's load is 0 to 63 A: " + amps);
    }
  }
}
