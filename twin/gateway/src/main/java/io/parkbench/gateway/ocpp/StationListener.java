package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.session.Session;

/** Hears what happens at the stations, as far as it matters for sharing. Every call comes on the loop's thread. */
public interface StationListener {
  /** A commissioned station's link is up, for the first time or again. */
  void connected(ChargePoint station);

  /** A commissioned station's link is down, or nothing is heard on it any more. */
  void lost(ChargePoint station);

  /** A commissioned station has restarted and been accepted; it may have forgotten its sessions' setpoints. */
  void booted(ChargePoint station);

  /** Whether there is room for all that a connector can give (R-LEASE-2, 4). */
  boolean affords(ChargingPoint point);

  /** Somebody may start a session at a connector that has not shown that it obeys: from now on it counts as if one did. */
  void admitted(ChargingPoint point);

  void started(Session session);

  void ended(Session session);

  /**
   * A plausible sample of a connector's currents.
   *
   * @param amps on its highest phase, A
   * @param taken when at the earliest, µs on our clock; {@link Long#MIN_VALUE} if that is not known
   */
  void sampled(ChargingPoint point, double amps, long taken);

  /** Something changed that sharing goes by: the phases a session counts on, or its class. */
  void demandChanged();

  /** Something that people should know of and nothing else shows. */
  void noticed(String station, String text);

  /** A connector, or the station, has another status; who shows it may look again. */
  void showed(ChargePoint station);
}
