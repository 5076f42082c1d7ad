package io.parkbench.gateway.site;

import io.parkbench.gateway.site.StationModel.Outlet;
import io.parkbench.protocol.make.StationMake;
import io.parkbench.protocol.make.StationMakes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The station models shipped (R-SITE-6), and how any other becomes one. */
public final class StationModels {
  private static final Map<String, StationModel> BY_KEY = new TreeMap<>();

  static {
    StationMakes.SITE.forEach(name -> BY_KEY.put(name, of(Objects.requireNonNull(StationMakes.named(name)))));
  }

  private StationModels() {}

  /** All models that ship, by key. */
  public static List<StationModel> all() {
    return List.copyOf(BY_KEY.values());
  }

  /** The model a site file calls {@code key}, or null. */
  public static @Nullable StationModel byKey(String key) {
    return BY_KEY.get(key);
  }

  /** What a gateway has to know of a make. */
  public static StationModel of(StationMake make) {
    List<Outlet> outlets = make.connectors().stream()
        .map(outlet -> new Outlet(socket(outlet.socket()), deci(outlet.maxA()), watts(outlet.maxKw()), deci(outlet.floorA())))
        .toList();
    Double feederA = make.feederA();
    Double feederKw = make.feederKw();
    StationMake.Supply supply = make.supply();
    return new StationModel(make.name(), make.title(), outlets, feederA == null ? null : Integer.valueOf(deci(feederA)),
        feederKw == null ? null : Integer.valueOf(watts(feederKw)), make.oneAtATime(), make.degradedMode(),
        new DcSupply(supply.efficiency(), supply.powerFactor(), (int) Math.round(supply.standbyW())), make.generic(), make);
  }

  private static Socket socket(String text) {
    return Arrays.stream(Socket.values()).filter(socket -> socket.text().equals(text)).findFirst().orElseThrow();
  }

  private static int deci(double amps) {
    return (int) Math.round(amps * 10);
  }

  private static int watts(double kilowatts) {
    return (int) Math.round(kilowatts * 1_000);
  }
}
