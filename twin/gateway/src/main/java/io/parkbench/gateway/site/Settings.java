package io.parkbench.gateway.site;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The site's settings; {@link #DEFAULTS} holds what a file that says nothing gets.
 *
 * @param unknownStations what happens to a station whose identity the site does not know (R-SITE-8)
 * @param pingInterval the WebSocket ping towards stations
 * @param pingGrace how long after a missed ping a silent station counts as lost (R-DEG-8)
 * @param callTimeout how long an OCPP call waits for its answer
 * @param leaseDynamic length of a lease under a dynamic zone, at least three call time-outs (R-LEASE-8); null: what the zone's breaker
 *     leaves, see {@link Margin}
 * @param leaseStatic length of a lease under a static zone, likewise
 * @param shedReview how often the suspension order is looked at again (R-ALLOC-5)
 * @param minimumOn a session once resumed charges at least so long (R-ALLOC-15)
 * @param minimumPause a session once paused stays so at least so long (R-ALLOC-15)
 * @param pausesPerHour how often a session may be paused in an hour (R-ALLOC-15)
 * @param learnConductors how long a draw must show which conductors a car uses (R-ALLOC-1)
 * @param idleRelease a car that draws nothing so long is offered its learnt floor once, then loses its reserve (R-ALLOC-15)
 * @param suspendedRelease suspended by the car for so long, a session keeps only its floor (R-ALLOC-15)
 * @param optimisation how current that a car leaves unused is lent to the others (R-ALLOC-7)
 * @param launchDa what a session claims until its first meter values show what it takes, in 0.1 A (R-ALLOC-9); 0: its maximum
 * @param deadBandDa a smaller change of a setpoint is not sent unless a limit needs it, in 0.1 A (R-ALLOC-8)
 * @param dynamic how dynamic zones are steered
 * @param limitRules readings of how limits combine
 * @param subnetPrefix prefix length of the stations' subnet, 8…30 (R-SITE-4)
 * @param security who may log in, how often and for how long
 * @param remote who may set reductions from outside
 */
public record Settings(
    ShedPriority shedPriority,
    FloorStandard floors,
    UnknownStations unknownStations,
    Duration pingInterval,
    Duration pingGrace,
    Duration callTimeout,
    Duration heartbeatInterval,
    Duration meterValueInterval,
    @Nullable Duration leaseDynamic,
    Duration leaseStatic,
    Duration shedReview,
    Duration minimumOn,
    Duration minimumPause,
    int pausesPerHour,
    Duration learnConductors,
    Duration idleRelease,
    Duration suspendedRelease,
    Optimisation optimisation,
    int launchDa,
    int deadBandDa,
    Dynamic dynamic,
    LimitRules limitRules,
    int subnetPrefix,
    AccessSettings security,
    RemoteControl remote) {

  /**
   * Consumption optimisation (R-ALLOC-7).
   *
   * @param on whether anything is lent
   * @param deadBandDa so far below its setpoint a draw leaves something unused, in 0.1 A
   * @param headroomDa what the lender keeps above its draw, in 0.1 A, more than the dead band: using it asks for all back
   * @param hold how long the draw must have been so low
   */
  public record Optimisation(boolean on, int deadBandDa, int headroomDa, Duration hold) {}

  /**
   * Dynamic zones (R-DYN-1, 7; R-DEG-9).
   *
   * @param guardPermille what stays free below a zone's maximum, of that maximum; null: what the zone's breaker asks for
   * @param rampDaPerSecond how fast a zone's limit rises at most, in 0.1 A/s per phase
   * @param shareDegraded whether lost stations under such a zone share its degraded setpoint, instead of having 0 A (R-DEG-9)
   */
  public record Dynamic(@Nullable Integer guardPermille, int rampDaPerSecond, boolean shareDegraded) {}

  /** What stays free where nobody says, and at least where the breaker says: what meters and samples are off by, permille. */
  static final int LEAST_GUARD = 10;

  public static final Settings DEFAULTS = new Settings(
      ShedPriority.ENERGY,
      FloorStandard.IEC,
      new UnknownStations.Discover(),
      Duration.ofSeconds(60),
      Duration.ofSeconds(30),
      Duration.ofSeconds(10),
      Duration.ofSeconds(300),
      Duration.ofSeconds(60),
      Duration.ofSeconds(30),
      Duration.ofSeconds(300),
      Duration.ofMinutes(15),
      Duration.ofMinutes(5),
      Duration.ofMinutes(5),
      6,
      Duration.ofSeconds(60),
      Duration.ofMinutes(2),
      Duration.ofMinutes(10),
      new Optimisation(false, 10, 20, Duration.ofSeconds(110)),
      0,
      5,
      new Dynamic(LEAST_GUARD, 20, false),
      LimitRules.DEFAULTS,
      24,
      AccessSettings.DEFAULTS,
      RemoteControl.DEFAULTS);
}
