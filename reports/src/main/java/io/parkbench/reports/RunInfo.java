package io.parkbench.reports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was run, on what and with which seed: {@code run.json}.
 *
 * @param format {@link #FORMAT}
 * @param title what a reader calls the run, e.g. the site's name or the features' folder
 * @param command the command line that repeats the whole run
 * @param rig name of the rig, e.g. {@code memory}
 * @param seed seed from which all randomness of the run was forked
 * @param started wall-clock start of the run, as text for people; null where not known
 * @param versions what took part, by name (parkbench, java, gateway …)
 * @param hash SHA-256 of the recording in hex; null where the run has none or several recordings
 * @param timezone IANA name of the site's time zone in which instants are shown; null means UTC
 * @param policy how the gateway counted what stations could be drawing; null means by leases
 * @param bindings which devices were real, a sentence each; such a run is not comparable bit for bit. Null where none was
 */
public record RunInfo(
    String format,
    String title,
    String command,
    String rig,
    long seed,
    @Nullable String started,
    Map<String, String> versions,
    @Nullable String hash,
    @Nullable String timezone,
    @Nullable String policy,
    @Nullable List<String> bindings) {

  public static final String FORMAT = "parkbench-run/1";

  public RunInfo {
    versions = Sorted.copy(versions);
    bindings = bindings == null ? null : List.copyOf(bindings);
  }

  /** All is simulated. */
  public RunInfo(
      String format,
      String title,
      String command,
      String rig,
      long seed,
      @Nullable String started,
      Map<String, String> versions,
      @Nullable String hash,
      @Nullable String timezone,
      @Nullable String policy) {
    this(format, title, command, rig, seed, started, versions, hash, timezone, policy, null);
  }

  /** By leases. */
  public RunInfo(
      String format,
      String title,
      String command,
      String rig,
      long seed,
      @Nullable String started,
      Map<String, String> versions,
      @Nullable String hash,
      @Nullable String timezone) {
    this(format, title, command, rig, seed, started, versions, hash, timezone, null, null);
  }

  /** The zone in which to show instants: UTC where none or an unknown one is given. */
  public ZoneId zone() {
    if (timezone == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(timezone);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }
}
