package io.parkbench.gateway.site;

import io.parkbench.gateway.protection.Breaker;
import io.parkbench.gateway.protection.BreakerMargin;
import io.parkbench.gateway.site.ZoneReader.Draft;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds each dynamic zone's {@link Margin}: what the settings say, or what its breaker leaves (R-LEASE-5, 8). */
final class BreakerRules {
  /** How long the gateway may take to decide, a station to follow, its car, and the last car whose lease ends. */
  private static final Duration FOLLOWS = Duration.ofSeconds(1 + 1 + 5 + 5);

  private static final int PHASES = 3;

  private final ZoneReader zones;
  private final Settings settings;
  private final @Nullable Block block;

  /**
   * @param block the file's settings; null where there are none
   */
  BreakerRules(ZoneReader zones, Settings settings, @Nullable Block block) {
    this.zones = zones;
    this.settings = settings;
    this.block = block;
  }

  /** Tells what lacks a breaker that the settings refer to, and of breakers that their own zones are too much for. */
  void checkBreakers() {
    for (Draft zone : zones.all()) {
      Breaker breaker = zone.breaker();
      PerPhase max = zone.max();
      if (breaker != null && max != null && highest(max) > breaker.amps() * 10) {
        zone.block().place("max_a").warning(Show.amps(highest(max)) + " is more than its breaker (" + breaker
            + ") is for; lower it to " + Show.plain(breaker.amps()) + " A");
      }
    }
    if (block == null || !fromBreaker()) {
      return;
    }
    String setting = settings.leaseDynamic() == null ? "lease_dynamic" : "guard_percent";
    for (Draft zone : zones.dynamic()) {
      if (zone.block().at("breaker") == null) {
        zone.block().place("breaker").error("missing; " + setting + " is from-breaker: say what protects this dynamic zone, like "
            + "{rating_a: 250, curve: MCCB}, or give " + setting + " as a number");
      }
    }
  }

  private boolean fromBreaker() {
    return settings.leaseDynamic() == null || settings.dynamic().guardPermille() == null;
  }

  private static int highest(PerPhase max) {
    return Math.max(max.l1Da(), Math.max(max.l2Da(), max.l3Da()));
  }

  /** The margins of the dynamic zones by their ids; only when there are no errors so far. Tells where there is none. */
  Map<String, Margin> margins(ExposureRules exposure, List<Meter> meters, UnknownStations unknown) {
    Map<String, Margin> margins = new LinkedHashMap<>();
    for (Draft zone : zones.dynamic()) {
      Duration lease = settings.leaseDynamic();
      Integer guard = settings.dynamic().guardPermille();
      Margin margin = lease != null && guard != null ? new Margin(lease, guard)
          : computed(zone, worst(zone, exposure, meters, unknown));
      if (margin != null) {
        margins.put(zone.id(), margin);
      }
    }
    return margins;
  }

  /** What a zone's breaker leaves on the phase that is worst. */
  private BreakerMargin worst(Draft zone, ExposureRules exposure, List<Meter> meters, UnknownStations unknown) {
    String meterId = zone.block().get("meter", v -> v.text(50));
    Meter meter = meters.stream().filter(m -> m.id().equals(meterId)).findFirst().orElseThrow();
    Duration reaction = meter.refresh().plus(meter.pollInterval()).plus(settings.callTimeout()).plus(FOLLOWS);
    boolean strangers = unknown instanceof UnknownStations.Accept accept && zones.isUnder(accept.zone(), zone.id());
    double rated = strangers ? Double.POSITIVE_INFINITY : exposure.ratedDa(zone) / 10.0;
    PerPhase max = Objects.requireNonNull(zone.max());
    PerPhase peak = zone.buildingPeak() == null ? max : zone.buildingPeak();
    Breaker breaker = Objects.requireNonNull(zone.breaker());
    return IntStream.rangeClosed(1, PHASES)
        .mapToObj(phase -> new BreakerMargin(breaker, max.da(phase) / 10.0, peak.da(phase) / 10.0, rated, reaction))
        .min(Comparator.comparingDouble(margin -> margin.holds(0)))
        .orElseThrow();
  }

  private @Nullable Margin computed(Draft zone, BreakerMargin margin) {
    Duration three = settings.callTimeout().multipliedBy(3);
    Duration lease = settings.leaseDynamic();
    Duration least = lease == null ? three : lease;
    Integer said = settings.dynamic().guardPermille();
    int could = margin.guard(said == null ? Settings.LEAST_GUARD : said, least);
    int guard = said == null ? could : said;
    if (guard < 0 || margin.lease(guard).compareTo(least) < 0) {
      tell(zone, margin, least, could);
      return null;
    }
    if (lease != null) {
      return new Margin(lease, guard);
    }
    return new Margin(longer(margin.lease(guard), three), guard);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  private void tell(Draft zone, BreakerMargin margin, Duration least, int could) {
    String key = settings.dynamic().guardPermille() == null ? "guard_percent" : "lease_dynamic";
    int guard = settings.dynamic().guardPermille() == null ? BreakerMargin.MOST_GUARD
        : Objects.requireNonNull(settings.dynamic().guardPermille());
    String remedy = could >= 0 ? "write guard_percent: from-breaker (" + Show.plain(could / 10.0) + " % does), "
        : zone.buildingPeak() == null ? "declare its building_peak_a, " : "";
    Objects.requireNonNull(block).place(key).error("the breaker of zone '" + zone.id() + "' (" + margin.breaker()
        + ") surely holds " + tenths(margin.worstAmps(guard)) + " A, the worst that can come there"
        + (guard > Settings.LEAST_GUARD ? " with " + Show.plain(guard / 10.0) + " % free" : "") + ", for "
        + tenths(margin.holds(guard)) + " s, and it takes " + tenths(margin.reaction().plus(least).toMillis() / 1e3)
        + " s: leases of "
        + Show.duration(least) + " and the time to react; " + remedy + "lower max_a, or shorten "
        + (settings.leaseDynamic() == null ? "call_timeout" : "lease_dynamic"));
  }

  private static String tenths(double number) {
    return Show.plain(Math.floor(number * 10) / 10);
  }
}
