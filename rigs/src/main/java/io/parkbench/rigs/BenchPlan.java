package io.parkbench.rigs;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.plant.arrivals.ArrivalPlan;
import java.time.LocalDate;

/**
 * What to build a {@link Bench} from.
 *
 * @param site what gateway and plant are configured with
 * @param seed the root of all chance; the same plan gives the same recording
 * @param start the virtual instant of beginning, µs; the wall clock's {@code realtime} begins now, and the arrivals move along
 * @param arrivals cars that come by themselves
 * @param recording where everything is written; the bench closes it
 * @param watch hears every line that is recorded, besides
 * @param latency of every link under virtual time
 * @param repeat the command that repeats the run, for the messages of failures; may be empty
 * @param leases how the gateway counts what lost stations draw; anything but leases is there to compare with
 */
public record BenchPlan(
    Site site, Rig rig, long seed, long start, ArrivalPlan arrivals, JsonLines recording, Recording watch,
    Latency latency, String repeat, LeasePolicy leases) {
  /** A Monday in January, when no clock changes. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

  /** On {@link Rig#MEMORY}, seed 1, from Monday 2026-01-05 midnight at the site, nobody comes, only the hash is kept. */
  public static BenchPlan of(Site site) {
    return new BenchPlan(
        site, Rig.MEMORY, 1, firstMidnight(site), ArrivalPlan.nobody(), Recorder.hashOnly(), Recording.NONE, Latency.LOCAL, "",
        LeasePolicy.LEASES);
  }

  private static long firstMidnight(Site site) {
    return Micros.of(FIRST_DAY.atStartOfDay(site.timeZone()).toInstant());
  }

  /** Of another site, from the same instant on. */
  BenchPlan at(Site other) {
    return new BenchPlan(other, rig, seed, start, arrivals, recording, watch, latency, repeat, leases);
  }

  public BenchPlan on(Rig other) {
    return new BenchPlan(site, other, seed, start, arrivals, recording, watch, latency, repeat, leases);
  }

  public BenchPlan seed(long other) {
    return new BenchPlan(site, rig, other, start, arrivals, recording, watch, latency, repeat, leases);
  }

  public BenchPlan startingAt(long other) {
    return new BenchPlan(site, rig, seed, other, arrivals, recording, watch, latency, repeat, leases);
  }

  public BenchPlan arrivals(ArrivalPlan other) {
    return new BenchPlan(site, rig, seed, start, other, recording, watch, latency, repeat, leases);
  }

  public BenchPlan recordingTo(JsonLines other) {
    return new BenchPlan(site, rig, seed, start, arrivals, other, watch, latency, repeat, leases);
  }

  public BenchPlan watchedBy(Recording other) {
    return new BenchPlan(site, rig, seed, start, arrivals, recording, other, latency, repeat, leases);
  }

  /** Who watches already goes on watching. */
  public BenchPlan alsoWatchedBy(Recording other) {
    Recording before = watch;
    return other.equals(Recording.NONE) ? this : watchedBy(before.equals(Recording.NONE) ? other : (instant, kind, fields) -> {
      before.line(instant, kind, fields);
      other.line(instant, kind, fields);
    });
  }

  public BenchPlan repeatedBy(String command) {
    return new BenchPlan(site, rig, seed, start, arrivals, recording, watch, latency, command, leases);
  }

  /** By another policy than leases, to compare with: none of the others is safe (R-LEASE-2). */
  public BenchPlan leases(LeasePolicy other) {
    return new BenchPlan(site, rig, seed, start, arrivals, recording, watch, latency, repeat, other);
  }

  /** Where gateway, plant and net write. */
  Recording lines() {
    return watch.equals(Recording.NONE) ? recording : (instant, kind, fields) -> {
      recording.line(instant, kind, fields);
      watch.line(instant, kind, fields);
    };
  }
}
