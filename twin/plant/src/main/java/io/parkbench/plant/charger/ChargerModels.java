package io.parkbench.plant.charger;

import io.parkbench.plant.charger.ChargePointModel.Socket;
import java.util.List;

/** The stations that can be had by name, as in {@code parkbench charger --model}. */
public final class ChargerModels {
  private static final double VOLTS = 230;

  private static final List<ChargePointModel> ALL = List.of(
      ChargePointModel.generic("generic-22kw", VOLTS, new Socket(32, 3, false)),
      ChargePointModel.generic("parking-2x22kw", VOLTS, new Socket(32, 3, false), new Socket(32, 3, false)),
      ChargePointModel.generic("wallbox-11kw", VOLTS, new Socket(16, 3, true)),
      ChargePointModel.generic("single-phase-7.4kw", VOLTS, new Socket(32, 1, false)));

  private ChargerModels() {}

  /** All models, the usual one first. */
  public static List<ChargePointModel> all() {
    return ALL;
  }

  public static List<String> names() {
    return ALL.stream().map(ChargePointModel::name).toList();
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
