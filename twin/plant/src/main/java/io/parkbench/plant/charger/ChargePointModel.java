package io.parkbench.plant.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.Converter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated station is: its make, its connectors and what it can do.
 *
 * @param name how rig files and the command line call it
 * @param volts phase to neutral, above 0
 * @param stationAmps what all connectors together may give, A per phase; infinite where each may give its rating
 * @param profileRules limits of its profile stack
 * @param switchesPhases whether it charges on one phase when a profile says {@code numberPhases} 1
 * @param rebootMicros from a reset to the next attempt to connect
 * @param configuration its own defaults of configuration keys, in place of the usual ones
 */
public record ChargePointModel(
    String name,
    String vendor,
    String model,
    String firmware,
    double volts,
    List<Socket> connectors,
    double stationAmps,
    ProfileRules profileRules,
    boolean switchesPhases,
    long rebootMicros,
    Map<String, String> configuration) {

  /**
   * One connector, its number its place in the list, from 1.
   *
   * @param amps rating per phase, A; of DC its power as if it were given on three phases, at the station's voltage
   * @param phases 1 or 3
   * @param tethered with a cable of its own, which cannot be unlocked
   * @param converter what a DC connector is fed by; null for one of AC
   */
  public record Socket(double amps, int phases, boolean tethered, @Nullable Converter converter) {
    public Socket {
      if (!(amps > 0) || (phases != 1 && phases != 3)) {
        throw new IllegalArgumentException("a socket has 1 or 3 phases and a rating above 0 A");
      }
    }

    /** One of AC. */
    public Socket(double amps, int phases, boolean tethered) {
      this(amps, phases, tethered, null);
    }

    /** One of DC, whose station has {@code volts} phase to neutral. */
    public static Socket dc(Converter converter, double volts) {
      return new Socket(converter.ratedWatts() / (Converter.PHASES * volts), Converter.PHASES, true, converter);
    }
  }

  public ChargePointModel {
    connectors = List.copyOf(connectors);
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    if (connectors.isEmpty() || !(volts > 0) || !(stationAmps > 0) || rebootMicros < 0) {
      throw new IllegalArgumentException("charge point model " + name + " is out of range");
    }
  }

  /** A generic station with these connectors. */
  public static ChargePointModel generic(String name, double volts, Socket... connectors) {
    return new ChargePointModel(
        name,
        "Parkbench",
        name,
        "1.0.0",
        volts,
        List.of(connectors),
        Double.POSITIVE_INFINITY,
        ProfileRules.USUAL,
        false,
        20 * Micros.SECOND,
        Map.of());
  }

  /** Whether it gives DC. */
  boolean dc() {
    return connectors.getFirst().converter() != null;
  }

  /** The same with another default for one configuration key; whether the key takes it shows when a station is made. */
  public ChargePointModel with(String key, Object value) {
    Map<String, String> keys = new LinkedHashMap<>(configuration);
    keys.put(key, value.toString());
    return new ChargePointModel(
        name, vendor, model, firmware, volts, connectors, stationAmps, profileRules, switchesPhases, rebootMicros, keys);
  }

  /** The same with only so much for all connectors together, A per phase as {@link Socket#amps}. */
  public ChargePointModel withStationAmps(double amps) {
    return new ChargePointModel(
        name, vendor, model, firmware, volts, connectors, amps, profileRules, switchesPhases, rebootMicros, configuration);
  }

  public ChargePointModel withProfileRules(ProfileRules rules) {
    return new ChargePointModel(
        name, vendor, model, firmware, volts, connectors, stationAmps, rules, switchesPhases, rebootMicros, configuration);
  }
}
