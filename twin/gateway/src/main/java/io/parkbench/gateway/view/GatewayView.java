package io.parkbench.gateway.view;

import io.parkbench.gateway.input.InputState;
import io.parkbench.gateway.lease.HoldReason;
import io.parkbench.gateway.limits.Limits;
import io.parkbench.gateway.limits.Reduction.Kind;
import io.parkbench.gateway.meter.Distrust;
import io.parkbench.gateway.meter.Metering;
import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.session.SessionRecord;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Tariff;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway knows and has decided at one instant; never changes.
 *
 * <p>It carries its entries of the site ({@code configured}) as well, so that who reads needs nothing else.
 *
 * @param now the instant, µs since 1970
 * @param zones in the order of the site
 * @param stations the site's in its order, then strangers as they came
 * @param meters the site's in its order
 * @param inputs the site's in its order
 * @param sessions the open ones, by station and connector
 * @param past sessions that are over, the latest, oldest first
 * @param tariffs the periods in force, whether they limit or not
 * @param remote whether a building's energy management steers (R-BEMS-3, R-BEMS-4)
 * @param notices the latest events that people should know of, oldest first
 */
public record GatewayView(
    long now,
    List<Zone> zones,
    List<Station> stations,
    List<Meter> meters,
    List<Input> inputs,
    List<Session> sessions,
    List<SessionRecord> past,
    List<Tariff> tariffs,
    Remote remote,
    List<Notice> notices) {

  /**
   * A building's energy management.
   *
   * @param writer the login that may control energy; null for none
   * @param enabled whether remote energy management is switched on
   * @param active whether its heartbeat has been heard within its period
   * @param lastHeartbeat µs since 1970; −1 for never
   */
  public record Remote(@Nullable String writer, boolean enabled, boolean active, long lastHeartbeat) {
    /** Nobody steers from outside. */
    public static final Remote NONE = new Remote(null, false, false, -1);
  }

  /**
   * An external reduction of a zone in force.
   *
   * @param cut whether the number is what is taken away; else it is what remains
   * @param receivedAt µs since 1970
   * @param until µs since 1970; {@link Long#MAX_VALUE}: until it is lifted
   * @param by the login
   * @param limitDa what it leaves, the lowest of the phases, 0.1 A
   */
  public record Reduction(
      Kind kind, BigDecimal value, boolean cut, long receivedAt, long until, String by, int limitDa) {}

  /**
   * A zone of the site.
   *
   * @param parent the id of the zone above; null at the top
   * @param configured its entry of the site
   * @param maxDa its configured maximum now, which may have been changed since, 0.1 A
   * @param maxW the same over all phases, W; null for none
   * @param limits in force, of itself
   * @param effectiveDa the limit with all zones above it, per supply phase in 0.1 A
   * @param effectiveW the same over all phases in W; null for none
   * @param changesAt when the effective limit is known to change next, µs since 1970; {@link Long#MAX_VALUE} if it is not. Meters and
   *     contacts tell nothing beforehand
   * @param reduction by a building's energy management; null for none
   * @param leasedDa the sum per supply phase of what all connectors below could be drawing, idle ones too, 0.1 A (R-LEASE-2)
   * @param leasedW the same in W
   */
  public record Zone(
      String id,
      String name,
      @Nullable String parent,
      io.parkbench.gateway.site.Zone configured,
      PerPhase maxDa,
      @Nullable Integer maxW,
      Limits limits,
      PerPhase effectiveDa,
      @Nullable Integer effectiveW,
      long changesAt,
      @Nullable Reduction reduction,
      PerPhase leasedDa,
      long leasedW) {}

  /**
   * A station, of the site or a stranger.
   *
   * @param name its friendly name; its identity while it awaits commissioning
   * @param zone null while it awaits commissioning
   * @param configured its entry of the site, or what it was taken in by; null while it awaits commissioning
   * @param status of the station itself (connector 0), a word of OCPP 1.6; null if it has told none
   * @param lastHeard µs since 1970; −1 for never
   * @param boot null if it has not introduced itself
   * @param baseConfirmed whether it has agreed that sessions start with 0 A
   * @param connectors by number
   */
  public record Station(
      String id,
      String name,
      @Nullable String zone,
      io.parkbench.gateway.site.@Nullable Station configured,
      @Nullable String status,
      Presence presence,
      long lastHeard,
      @Nullable Boot boot,
      boolean baseConfirmed,
      List<Connector> connectors) {}

  /** How a station introduced itself; what it left out is null. */
  public record Boot(String vendor, String model, @Nullable String serialNumber, @Nullable String firmware) {}

  /**
   * A connector of a station.
   *
   * @param status as the station told it last, a word of OCPP 1.6; null if it has not
   * @param transactionId of its open session, or null
   * @param proved whether it has shown that it obeys; else it counts at its rating while it is in use
   */
  public record Connector(int number, @Nullable String status, @Nullable Integer transactionId, boolean proved) {}

  /**
   * A power meter of the site.
   *
   * @param trusted whether its readings may steer a zone
   * @param why it is not trusted, or what its last poll failed by; null if all is well
   * @param amps on supply phases 1 to 3, negative for export; NaN before the first reading
   * @param watts of all phases, negative for export; null where it is not known
   * @param energyWh delivered so far; null where it is not known
   * @param readAt µs since 1970; −1 for never
   */
  public record Meter(
      String id,
      String name,
      io.parkbench.gateway.site.Meter.Role role,
      Metering.State state,
      boolean trusted,
      @Nullable Distrust why,
      List<Double> amps,
      @Nullable Double watts,
      @Nullable Long energyWh,
      long readAt) {}

  /**
   * A digital input of the site.
   *
   * @param maxPercent what remains of each zone's maximum while it is active
   * @param source where its level is read, in words
   * @param high the level as it is read; null where nobody knows
   * @param active whether it limits: debounced, turned and held, and only if it is enabled
   * @param since when it became active or inactive, µs since 1970; −1 for never
   * @param changes how often it has become so
   * @param why what is wrong with its source, and what would help; null if all is well
   */
  public record Input(
      int number,
      String name,
      boolean enabled,
      int maxPercent,
      boolean hard,
      String source,
      @Nullable Boolean high,
      boolean active,
      long since,
      long changes,
      InputState.Source sourceState,
      @Nullable String why) {}

  /**
   * An open session.
   *
   * @param startedAt µs since 1970
   * @param chargedMicros how long it has had a confirmed setpoint above 0
   * @param energyByPeriodWh the energy by tariff period, Wh (R-TOU-5)
   * @param setpointDa what was decided last, 0.1 A per phase
   * @param confirmedDa what its station has agreed to last
   * @param heldDa the most it could be drawing as far as answers and samples prove: what it counts as
   * @param energyByPeriodWh by tariff period (R-TOU-5), where they are kept apart
   * @param registerWh the connector's energy register by the last plausible reading
   * @param drawnAmps what it drew on supply phases 1…3 by the last sample, A; 0 before the first
   * @param sampledAt when that came, µs since 1970; −1 before the first
   * @param phases the supply phases it counts on, 1…3
   * @param conductorsKnown whether its draw has shown these
   * @param reason why it has its setpoint
   * @param held why it cannot be told all of its setpoint yet; null if nothing holds it back
   */
  public record Session(
      String station,
      int connector,
      int transactionId,
      String idTag,
      boolean vip,
      int priority,
      long startedAt,
      long chargedMicros,
      long energyWh,
      Map<String, Long> energyByPeriodWh,
      long registerWh,
      int setpointDa,
      int confirmedDa,
      int heldDa,
      List<Double> drawnAmps,
      long sampledAt,
      List<Integer> phases,
      boolean conductorsKnown,
      Reason reason,
      @Nullable Held held) {}

  /**
   * What keeps a session from its setpoint.
   *
   * @param by the connector that holds the room, or null where it is not another one
   * @param until when it ends at the latest, µs; {@link Long#MAX_VALUE} where no time is known
   * @param text one sentence
   */
  public record Held(HoldReason reason, @Nullable String by, long until, String text) {}

  /**
   * Something that happened, in one sentence.
   *
   * @param station the station, the meter, the input or the part of the gateway it is about
   */
  public record Notice(long at, String station, String text) {}

  /** The zone with this id; an unknown one throws {@link IllegalArgumentException}. */
  public Zone zone(String id) {
    return zones.stream().filter(z -> z.id().equals(id)).findFirst().orElseThrow(() -> unknown("zone", id));
  }

  /** The station with this identity; an unknown one throws {@link IllegalArgumentException}. */
  public Station station(String id) {
    return stations.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow(() -> unknown("station", id));
  }

  /** The meter with this id; an unknown one throws {@link IllegalArgumentException}. */
  public Meter meter(String id) {
    return meters.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow(() -> unknown("meter", id));
  }

  /** The input of that number; an unknown one throws {@link IllegalArgumentException}. */
  public Input input(int number) {
    return inputs.stream().filter(i -> i.number() == number).findFirst()
        .orElseThrow(() -> unknown("input", Integer.toString(number)));
  }

  /** The open session at a connector, or null. */
  public @Nullable Session session(String station, int connector) {
    return sessions.stream()
        .filter(s -> s.station().equals(station) && s.connector() == connector)
        .findFirst()
        .orElse(null);
  }

  private static IllegalArgumentException unknown(String what, String id) {
    return new IllegalArgumentException("no " + what + " " + id);
  }
}
