package io.parkbench.plant.grid;

/**
 * What flows in a zone besides charging, as it truly is. Whoever changes it tells the checker by {@link
 * InvariantChecker#look}.
 */
public interface OtherLoads {
  /** A site that only charges. */
  OtherLoads NONE = new OtherLoads() {
    @Override
    public double amps(int zone, int phase) {
      return 0;
    }

    @Override
    public double kw(int zone) {
      return 0;
    }
  };

  /** Current of zone {@code zone} on supply phase 1 to 3, A; negative when it feeds in. */
  double amps(int zone, int phase);

  /** Power of zone {@code zone} over all phases, kW; negative when it feeds in. */
  double kw(int zone);
}
