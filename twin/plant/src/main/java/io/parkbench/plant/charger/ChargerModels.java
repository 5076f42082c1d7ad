package io.parkbench.plant.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.Converter;
import io.parkbench.plant.charger.ChargePointModel.Socket;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.make.StationMake;
import io.parkbench.protocol.make.StationMakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The stations that can be had by name, as in {@code parkbench charger --model}, and how any other make becomes one. */
public final class ChargerModels {
  private static final double VOLTS = 230;

  private static final List<ChargePointModel> ALL = StationMakes.BENCH.stream()
      .map(name -> of(Objects.requireNonNull(StationMakes.named(name)), VOLTS)).toList();

  private ChargerModels() {}

  /** All models, the usual one first. */
  public static List<ChargePointModel> all() {
    return ALL;
  }

  public static List<String> names() {
    return ALL.stream().map(ChargePointModel::name).toList();
  }

  /**
   * A station of a make; its quirks are another matter: {@link #quirks}.
   *
   * @param volts phase to neutral
   */
  public static ChargePointModel of(StationMake make, double volts) {
    StationMake.Supply supply = make.supply();
    List<Socket> sockets = new ArrayList<>();
    for (StationMake.Outlet outlet : make.connectors()) {
      sockets.add(outlet.dc()
          ? Socket.dc(new Converter(outlet.maxKw() * 1_000, supply.efficiency(), supply.powerFactor(),
              sockets.isEmpty() ? supply.standbyW() : 0), volts)
          : new Socket(outlet.maxA(), outlet.phases(), outlet.tethered()));
    }
    Double amps = make.feederA();
    Double kilowatts = make.feederKw();
    return of(make, volts, sockets, kilowatts != null ? kilowatts * 1_000 / (Converter.PHASES * volts)
        : amps == null ? Double.POSITIVE_INFINITY : amps);
  }

  /**
   * The same with other connectors, as a site may have it.
   *
   * @param stationAmps for all connectors together, A per phase; infinite for no limit
   */
  public static ChargePointModel of(StationMake make, double volts, List<Socket> sockets, double stationAmps) {
    StationMake.ProfileLimits limits = make.profiles();
    return new ChargePointModel(make.name(), make.vendor(), make.model(), make.firmware(), volts, sockets, stationAmps,
        new ProfileRules(limits.maxStackLevel(), limits.maxPeriods(), limits.maxInstalled(), limits.amps(), limits.watts()),
        make.switchesPhases(), Math.round(make.rebootS() * Micros.SECOND), make.configuration());
  }

  /** The quirks of a make; an unknown word, or one of cars, fails with {@link IllegalArgumentException}. */
  public static List<Quirk> quirks(StationMake make) {
    List<Quirk> quirks = make.quirks().stream().map(Quirk::named).toList();
    for (Quirk quirk : quirks) {
      if (quirk.kind() != Quirk.Kind.CHARGER) {
        throw new IllegalArgumentException("station model " + make.name() + ": '" + quirk + "' is no quirk of chargers");
      }
    }
    return quirks;
  }

  /** Whether a simulated station's configuration key takes that value as its default. */
  public static boolean takes(String key, String value) {
    try {
      return new ConfigurationKeys(ALL.getFirst().with(key, value)).get(List.of(key)).unknownKey().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The model of that name; an unknown one fails with {@link IllegalArgumentException} naming those that exist. */
  public static ChargePointModel named(String name) {
    return ALL.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(
                "no charger model is called '" + name + "'; there are " + String.join(", ", names())));
  }
}
