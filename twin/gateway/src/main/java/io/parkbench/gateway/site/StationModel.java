package io.parkbench.gateway.site;

import io.parkbench.protocol.make.StationMake;
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
 * @param supply what it takes from its supply for what it gives; as much, of AC
 * @param generic true if a site may give it any connectors within the rating
 * @param make what it was read from, for whoever makes simulated ones
 */
public record StationModel(
    String key,
    String title,
    List<Outlet> outlets,
    @Nullable Integer feederDa,
    @Nullable Integer feederW,
    boolean oneAtATime,
    boolean degradedMode,
    DcSupply supply,
    boolean generic,
    StationMake make) {
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

  /** The voltage that its currents count at as power, phase to neutral (R-ALLOC-14). */
  public double countedVoltage(double nominalVoltage) {
    return dc() ? DcSupply.counted(nominalVoltage) : nominalVoltage;
  }
}
