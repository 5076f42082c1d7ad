package io.parkbench.gateway.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model of charging station: its sockets, ratings, floor exceptions and known limits (R-SITE-6).
 *
 * @param key how a site file names it
 * @param title the product's name
 * @param outlets its sockets as delivered, by connector number; of a generic model only a pattern for any number of connectors
 * @param feederDa the most per phase over all connectors in 0.1 A; null where each may give its rating at once
 * @param feederW the most power over all connectors in W; null likewise
 * @param oneAtATime true if its connectors exclude each other
 * @param degradedMode true if it falls back to a degraded setpoint when it loses the gateway; DC stations keep their last one (R-DEG-5)
 * @param efficiency DC power given ÷ AC power taken, 0…1; 1 for AC
 * @param powerFactor of what it takes from the supply, 0…1
 * @param standbyW what it takes beside charging, in W
 * @param generic true if a site may give it any connectors within the rating
 */
public record StationModel(
    String key,
    String title,
    List<Outlet> outlets,
    @Nullable Integer feederDa,
    @Nullable Integer feederW,
    boolean oneAtATime,
    boolean degradedMode,
    double efficiency,
    double powerFactor,
    int standbyW,
    boolean generic) {
  /** The share of the nominal voltage at which loads of constant power count: less voltage is more current (R-ALLOC-14). */
  public static final double CONSTANT_POWER_VOLTAGE = 0.9;

  /**
   * A socket of a model.
   *
   * @param maxDa its rating per phase in 0.1 A; 0 for DC
   * @param maxW its rating in W; 0 for AC
   * @param fixedFloorDa the floor that overrides the standard's, in 0.1 A (R-ALLOC-3); 0 for none
   */
  public record Outlet(Socket socket, int maxDa, int maxW, int fixedFloorDa) {}

  public StationModel {
    outlets = List.copyOf(outlets);
  }

  public boolean dc() {
    return outlets.getFirst().socket().dc();
  }

  /**
   * What {@code watts} given to cars draws per supply phase in 0.1 A, rounded up: three phases, at {@link #CONSTANT_POWER_VOLTAGE}, with the model's
   * efficiency, power factor and standby (R-ALLOC-12, R-ALLOC-14).
   *
   * @param nominalVoltage phase to neutral, V
   */
  public int supplyDa(int watts, double nominalVoltage) {
    double taken = (watts / efficiency + standbyW) / powerFactor;
    return (int) Math.ceil(taken / (3 * CONSTANT_POWER_VOLTAGE * nominalVoltage) * 10 - 1e-9);
  }
}
