package io.parkbench.plant.charger;

import io.parkbench.kernel.Loop;
import io.parkbench.plant.Converter;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.charger.ChargePointModel.Socket;
import io.parkbench.plant.pilot.DutyCycle;
import io.parkbench.plant.pilot.Obedience;
import io.parkbench.plant.pilot.PilotReading;
import io.parkbench.plant.pilot.PilotState;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointErrorCode;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One connector: its plug, contactor and meter, and what its status follows from. It decides nothing. */
final class Connector implements MeterSampler.Reading {
  final int number;
  final Socket socket;
  private final Loop loop;
  private final double volts;
  private double supplyVolts;
  private final DrawListener draws;
  private final Agenda.Entry carWakes;
  private final @Nullable Converter converter;

  private @Nullable Car car;
  private double meterWhBefore;
  private double registerZero;
  private double offered;
  private double onPilot;
  private boolean finishing;
  private boolean welded;
  private boolean operative = true;
  private boolean powered;
  private boolean becomesInoperative;
  private @Nullable Obedience obedience;
  private boolean disobeyed;

  @Nullable Transaction transaction;
  /** A tag that may charge and waits for the plug, with the profile its remote start brought. */
  @Nullable String waitingTag;

  @Nullable ChargingProfile waitingProfile;
  ChargePointErrorCode error = ChargePointErrorCode.NoError;

  /**
   * @param afterCar runs when the car has changed its draw by itself
   */
  Connector(
      int number, Socket socket, double volts, Loop loop, Agenda agenda, DrawListener draws, Runnable afterCar) {
    this.number = number;
    this.socket = socket;
    this.volts = volts;
    supplyVolts = volts;
    this.loop = loop;
    this.draws = draws;
    converter = socket.converter();
    carWakes = agenda.entry(() -> {
      Car here = car;
      if (here != null) {
        drew(here, here.wake(loop.now()));
        afterCar.run();
      }
    });
  }

  boolean isPlugged() {
    return car != null;
  }

  void plug(Car car) {
    this.car = car;
    car.atDc(converter != null);
    meterWhBefore -= car.energyWh(loop.now());
    drew(car, car.cut(loop.now()));
  }

  void unplug() {
    Car leaving = Objects.requireNonNull(car);
    drew(leaving, leaving.unplug(loop.now()));
    meterWhBefore += leaving.energyWh(loop.now());
    car = null;
    offered = 0;
    if (disobeyed) {
      disobeyed = false;
      error = ChargePointErrorCode.NoError;
    }
    if (obedience != null) {
      obedience.end();
    }
    welded = false;
    finishing = false;
    carWakes.never();
  }

  /** The car here gets a quirk or loses it; nothing happens where there is none. */
  void carQuirk(Quirk quirk, boolean on) {
    Car here = car;
    if (here != null) {
      drew(here, here.quirk(loop.now(), quirk, on));
    }
  }

  /** What the cable in it can carry per conductor, A; infinite of one of its own. */
  double cableAmps() {
    return car == null || socket.tethered() ? Double.POSITIVE_INFINITY : car.cableAmps();
  }

  /**
   * Watches from now on whether cars follow the pilot; one that does not is cut off, and the connector is faulted until it is unplugged.
   *
   * @param faulted runs then
   */
  void demandObedience(Runnable faulted) {
    obedience = new Obedience(loop, () -> {
      disobeyed = true;
      error = ChargePointErrorCode.OverCurrentFailure;
      faulted.run();
    });
  }

  /** What its pilot shows (R-PLANT-7). */
  PilotReading pilot() {
    boolean closed = car != null && (offered > 0 || welded) && amps() > 0;
    double said = converter == null && offered > 0 && powered ? onPilot : 0;
    // one that says less than can be told, by a quirk, still pulses
    double duty = !powered ? 0 : said > 0 && said < DutyCycle.LEAST_AMPS ? said / DutyCycle.AMPS_PER_SHARE : DutyCycle.of(said);
    return new PilotReading(state(), duty, DutyCycle.amps(duty), cableAmps(), closed);
  }

  private PilotState state() {
    if (!powered) {
      return PilotState.E;
    }
    if (error != ChargePointErrorCode.NoError || !operative) {
      return PilotState.F;
    }
    return car == null ? PilotState.A : car.state();
  }

  /** The driver of the car here sets the most it shall draw, A per conductor. */
  void dial(double amps) {
    Car here = car;
    if (here != null) {
      drew(here, here.dial(loop.now(), amps));
    }
  }

  /** The contactor sticks: what flows, flows on until the plug is pulled, whatever the station does and believes. */
  void weld() {
    welded = true;
  }

  /** There is nothing to draw from any more, whatever the contactor does. */
  void loseMains() {
    Car here = car;
    if (here != null && welded) {
      drew(here, here.cut(loop.now()));
    }
  }

  /** Opens the contactor. */
  void cut() {
    offer(0, 0, socket.phases());
  }

  /**
   * Puts a current on the pilot; 0 opens the contactor.
   *
   * @param amps per conductor, as the station has it
   * @param pilot what the pilot really says, A; the same on a sound station
   * @param phases offered, at most those of the socket
   */
  void offer(double amps, double pilot, int phases) {
    Car here = car;
    if (here != null) {
      if (welded) {
        offered = amps;
        return;
      }
      if (amps > 0) {
        drew(here, converter == null ? here.offered(loop.now(), pilot, phases, volts)
            : here.offeredDc(loop.now(), pilot * Converter.PHASES * volts));
      } else if (offered > 0) {
        drew(here, here.cut(loop.now()));
      }
      offered = amps;
      onPilot = pilot;
      obey(here);
    }
  }

  private void obey(Car here) {
    if (obedience != null && converter == null) {
      obedience.look(offered, here.amps(loop.now()));
    }
  }

  private void drew(Car here, boolean changed) {
    carWakes.at(here.nextWakeAt());
    obey(here);
    if (!changed) {
      return;
    }
    if (converter == null) {
      draws.draw(number, here.amps(loop.now()), here.conductors());
    } else {
      drawsThrough(converter);
    }
  }

  /** What a converter takes from the supply changes with what it gives, and with its station's electronics. */
  private void drawsThrough(Converter converter) {
    draws.draw(number, supplyAmps() + (powered ? converter.standbyAmps(supplyVolts) : 0), Converter.PHASES);
  }

  /** The supply has another voltage: what is of constant power takes another current. */
  void supplyVolts(double other) {
    supplyVolts = other;
    if (converter != null) {
      drawsThrough(converter);
    }
  }

  /** The station's electronics come up or go down. */
  void power(boolean on) {
    powered = on;
    if (converter != null) {
      drawsThrough(converter);
    }
  }

  /** A transaction has ended; the cable may still be in. */
  void transactionEnded() {
    transaction = null;
    finishing = car != null;
    if (becomesInoperative) {
      operative = false;
      becomesInoperative = false;
    }
  }

  /** Takes the connector out of service or back; false when that has to wait for the end of what is going on. */
  boolean become(boolean operative) {
    boolean busy = transaction != null || (car != null && !finishing) || waitingTag != null;
    becomesInoperative = !operative && this.operative && busy;
    if (!becomesInoperative) {
      this.operative = operative;
    }
    return !becomesInoperative;
  }

  /** What a plug that went out without a transaction, or a tag that nobody came with, leaves behind. */
  void released() {
    waitingTag = null;
    waitingProfile = null;
    if (becomesInoperative && transaction == null && car == null) {
      operative = false;
      becomesInoperative = false;
    }
  }

  /** The electronics restart: what was kept in mind only is gone. */
  void reboot() {
    finishing = false;
    released();
  }

  boolean isOperative() {
    return operative;
  }

  /** Whether a transaction could begin here, with a plug or without one yet. */
  boolean isFree() {
    return transaction == null && operative && !becomesInoperative && error == ChargePointErrorCode.NoError;
  }

  /** OCPP 1.6 §4.9; the station's hold wins over the car's. */
  ChargePointStatus status() {
    if (error != ChargePointErrorCode.NoError) {
      return ChargePointStatus.Faulted;
    }
    if (transaction != null) {
      if (car == null) {
        return ChargePointStatus.SuspendedEV;
      }
      if (offered == 0) {
        return ChargePointStatus.SuspendedEVSE;
      }
      return car.state().asks() ? ChargePointStatus.Charging : ChargePointStatus.SuspendedEV;
    }
    if (!operative) {
      return ChargePointStatus.Unavailable;
    }
    if (finishing) {
      return ChargePointStatus.Finishing;
    }
    return car != null || waitingTag != null ? ChargePointStatus.Preparing : ChargePointStatus.Available;
  }

  /** The register counts from 0 from now on. */
  void resetRegister() {
    registerZero = trueWh();
  }

  @Override
  public double energyWh() {
    return trueWh() - registerZero;
  }

  /** All the energy this connector has given. */
  double trueWh() {
    return car == null ? meterWhBefore : meterWhBefore + car.energyWh(loop.now());
  }

  /** What charging takes from the supply per conductor in use, A. */
  double supplyAmps() {
    return converter == null ? amps() : converter.chargingAmps(watts(), supplyVolts);
  }

  /** What the station believes it offers, A per phase as {@link Socket#amps}. */
  double offered() {
    return offered;
  }

  @Override
  public double amps() {
    return car == null ? 0 : car.amps(loop.now());
  }

  @Override
  public int conductors() {
    return car == null ? 0 : car.conductors();
  }

  @Override
  public double watts() {
    return car == null ? 0 : car.watts(loop.now());
  }

  @Override
  public double volts() {
    return converter == null ? volts : Car.DC_VOLTS;
  }

  @Override
  public double offeredAmps() {
    return converter == null ? offered : offered * Converter.PHASES * volts / Car.DC_VOLTS;
  }

  /** An AC station is not told. */
  @Override
  public double stateOfCharge() {
    return converter == null || car == null ? -1 : car.stateOfCharge(loop.now());
  }

  /** The register as messages carry it, whole Wh. */
  int meterWh() {
    return (int) Math.floor(energyWh());
  }
}
