package io.parkbench.plant.charger;

/** Hears what a station's connectors draw: the grid's side of the charger. */
@FunctionalInterface
public interface DrawListener {
  /** Nobody listens. */
  DrawListener NONE = (connector, amps, conductors) -> {};

  /**
   * A connector's draw has changed, at the loop's present instant.
   *
   * @param connector from 1
   * @param amps per conductor, A
   * @param conductors in use, counted from the connector's L1: 1 to 3
   */
  void draw(int connector, double amps, int conductors);
}
