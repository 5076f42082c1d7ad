package io.parkbench.plant.bems;

import java.util.List;
import java.util.Locale;

/** What kind of building controller the client plays (R-PLANT-5). */
public enum Persona {
  /** EcoStruxure Building Operation behind SmartConnector: reads every point, writes whatever there is. */
  EBO(List.of(Reduction.Unit.values())),
  /** Power Monitoring Expert: writes percent only. */
  PME(List.of(Reduction.Unit.PERCENT)),
  /** A microgrid controller: writes amperes and kilowatts, by a schedule. */
  MICROGRID(List.of(Reduction.Unit.AMPERE, Reduction.Unit.KILOWATT));

  private final List<Reduction.Unit> units;

  Persona(List<Reduction.Unit> units) {
    this.units = units;
  }

  /** In which units it writes reductions. */
  public List<Reduction.Unit> units() {
    return units;
  }

  /** As people write it: {@code ebo}, {@code pme}, {@code microgrid}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @throws IllegalArgumentException for a word that is none */
  public static Persona named(String word) {
    for (Persona persona : values()) {
      if (persona.word().equals(word)) {
        return persona;
      }
    }
    throw new IllegalArgumentException("persona is ebo, pme or microgrid, not '" + word + "'");
  }
}
