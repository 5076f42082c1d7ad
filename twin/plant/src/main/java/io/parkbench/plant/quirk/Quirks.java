package io.parkbench.plant.quirk;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/** Which quirks one charger or car has now. Asking costs a bit test, so that whoever has none loses no time by it. */
public final class Quirks {
  private final Quirk.Kind kind;
  private final EnumSet<Quirk> on = EnumSet.noneOf(Quirk.class);

  private Quirks(Quirk.Kind kind) {
    this.kind = kind;
  }

  /** None yet, for a charger. */
  public static Quirks ofCharger() {
    return new Quirks(Quirk.Kind.CHARGER);
  }

  /** None yet, for a car. */
  public static Quirks ofCar() {
    return new Quirks(Quirk.Kind.CAR);
  }

  /**
   * Switches one on or off; returns whether that changed anything.
   *
   * @throws IllegalArgumentException if it is not a quirk of this kind of device
   */
  public boolean set(Quirk quirk, boolean is) {
    if (quirk.kind() != kind) {
      throw new IllegalArgumentException("'" + quirk + "' is a quirk of a " + quirk.kind().word() + ", not of a " + kind.word());
    }
    return is ? on.add(quirk) : on.remove(quirk);
  }

  /** Switches all of these on, in any order. */
  public void add(Collection<Quirk> quirks) {
    quirks.forEach(quirk -> set(quirk, true));
  }

  public boolean has(Quirk quirk) {
    return on.contains(quirk);
  }

  public boolean isEmpty() {
    return on.isEmpty();
  }

  /** Those that are on, in the order of the catalogue. */
  public List<Quirk> all() {
    return List.copyOf(on);
  }
}
