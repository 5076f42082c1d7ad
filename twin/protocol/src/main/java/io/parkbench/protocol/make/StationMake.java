package io.parkbench.protocol.make;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A make of stations: what a gateway has to know of it, and what a simulated one is made by (R-SITE-6, R-RIG-3).
 *
 * @param name how site files and commands call it
 * @param title the product's name
 * @param vendor what it says in BootNotification, as {@code model} and {@code firmware}
 * @param connectors from 1; of a generic make a pattern for any number of connectors
 * @param feederA the most all connectors give together, A per phase; null where each may give its rating
 * @param feederKw the same in kW, of DC
 * @param oneAtATime whether its connectors exclude each other
 * @param degradedMode whether it falls back to a degraded setpoint when it loses the gateway (R-DEG-5)
 * @param generic whether a site may give it any connectors within the rating
 * @param switchesPhases whether it charges on one phase when a profile says so
 * @param rebootS from a reset to the next attempt to connect, s
 * @param configuration its own defaults of configuration keys
 * @param quirks by their words in the catalogue; the plant checks them
 * @param measured what a probe has measured of it, by name
 * @param probes what each probe found, by its id; empty of what was not probed
 */
public record StationMake(
    String name,
    String title,
    String vendor,
    String model,
    String firmware,
    List<Outlet> connectors,
    @Nullable Double feederA,
    @Nullable Double feederKw,
    boolean oneAtATime,
    boolean degradedMode,
    Supply supply,
    boolean generic,
    ProfileLimits profiles,
    boolean switchesPhases,
    double rebootS,
    Map<String, String> configuration,
    List<String> quirks,
    Map<String, Double> measured,
    Map<String, String> probes) {

  /**
   * A connector.
   *
   * @param socket T2, T2/TE, TE, CCS2 or CHAdeMO
   * @param maxA rating per phase, A; 0 of DC
   * @param maxKw rating of DC, kW; 0 of AC
   * @param floorA the floor that overrides the standard's, A (R-ALLOC-3); 0 for none
   * @param phases 1 or 3
   * @param tethered with a cable of its own
   */
  public record Outlet(String socket, double maxA, double maxKw, double floorA, int phases, boolean tethered) {
    public boolean dc() {
      return socket.equals("CCS2") || socket.equals("CHAdeMO");
    }
  }

  /**
   * What it takes from its supply for what it gives.
   *
   * @param standbyW what it takes beside charging, W
   */
  public record Supply(double efficiency, double powerFactor, double standbyW) {
    /** Of a station that gives what it takes. */
    public static final Supply PLAIN = new Supply(1, 1, 0);
  }

  /**
   * Which charging profiles it takes.
   *
   * @param amps whether limits in A
   * @param watts whether limits in W
   */
  public record ProfileLimits(int maxStackLevel, int maxPeriods, int maxInstalled, boolean amps, boolean watts) {
    /** What a good station of today takes. */
    public static final ProfileLimits USUAL = new ProfileLimits(10, 24, 20, true, true);
  }

  public StationMake {
    connectors = List.copyOf(connectors);
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    quirks = List.copyOf(quirks);
    measured = Collections.unmodifiableMap(new LinkedHashMap<>(measured));
    probes = Collections.unmodifiableMap(new LinkedHashMap<>(probes));
    if (connectors.isEmpty()) {
      throw new IllegalArgumentException("station " + name + " has no connectors");
    }
  }

  public boolean dc() {
    return connectors.getFirst().dc();
  }
}
