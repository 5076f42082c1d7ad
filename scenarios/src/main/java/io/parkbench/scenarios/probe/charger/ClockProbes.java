package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The charger's clock by the timestamps that it writes. */
final class ClockProbes {
  private static final String GROUP = "Clock";
  private static final long TOLERATED = 10 * Micros.SECOND;
  private static final long QUARTER = 15 * Micros.MINUTE;
  private static final long FARTHEST_ZONE = 14 * Micros.HOUR;
  private static final long YEAR_2000 = 946_684_800L * Micros.SECOND;
  /** Lost or won, this much of the time is no good clock. */
  private static final double DRIFT = 0.002;

  private ClockProbes() {}

  static List<Probe<ChargerUnderTest>> all() {
    return List.of(
        Probe.of("clock-right", GROUP, "takes the time it is told", ClockProbes::right),
        Probe.of("clock-steady", GROUP, "keeps it", ClockProbes::steady));
  }

  private static Finding right(ChargerUnderTest charger) {
    Long ahead = ahead(charger);
    if (ahead == null) {
      return Finding.unsure("no message with a timestamp came");
    }
    double seconds = ahead / (double) Micros.SECOND;
    String by = String.format(Locale.ROOT, "its clock is %.1f s %s", Math.abs(seconds), seconds < 0 ? "behind" : "ahead");
    if (Math.abs(ahead) <= TOLERATED) {
      return Finding.sound(by).with("clock_ahead_s", seconds, "s");
    }
    if (charger.now() + ahead < YEAR_2000) {
      return Finding.quirk("clock-1970", "its clock counts from 1970").with("clock_ahead_s", seconds, "s");
    }
    long zones = Math.round(ahead / (double) QUARTER);
    boolean local = zones != 0 && Math.abs(ahead) <= FARTHEST_ZONE && Math.abs(ahead - zones * QUARTER) <= Micros.MINUTE;
    return (local ? Finding.quirk("clock-local", by + ", as a time zone would be") : Finding.odd(by))
        .with("clock_ahead_s", seconds, "s");
  }

  private static Finding steady(ChargerUnderTest charger) {
    if (charger.pace.longWatch == 0) {
      return Finding.untried("it takes minutes; see --pace thorough");
    }
    if (!charger.changeForNow("HeartbeatInterval", "86400")) {
      return Finding.unsure("its heartbeats, which set its clock, cannot be put off");
    }
    Long before = ahead(charger);
    long begun = charger.now();
    charger.pass(charger.pace.longWatch / 2);
    Long then = ahead(charger);
    double passed = charger.now() - begun;
    charger.change("HeartbeatInterval", Integer.toString(charger.heartbeat()));
    if (before == null || then == null) {
      return Finding.unsure("no messages with timestamps came");
    }
    double drift = (then - before) / passed;
    String sentence = String.format(Locale.ROOT, "it %s %.2f s a minute", drift < 0 ? "loses" : "wins", Math.abs(drift) * 60);
    return (Math.abs(drift) > DRIFT ? Finding.quirk("clock-drift", sentence) : Finding.sound(sentence))
        .with("clock_drift_s_per_h", drift * 3_600, "s/h");
  }

  /** How far its clock is ahead of ours, µs; null where it writes no time. */
  private static @Nullable Long ahead(ChargerUnderTest charger) {
    int heard = charger.central.heard.size();
    if (charger.known.triggers) {
      charger.call(new TriggerMessage.Req(TriggerMessage.MessageTrigger.StatusNotification, 1));
      charger.await(() -> statusAhead(charger, heard) != null, charger.pace.call);
      Long ahead = statusAhead(charger, heard);
      if (ahead != null) {
        return ahead;
      }
    }
    if (!charger.sessions.ensure()) {
      return charger.central.heard.stream().anyMatch(
          call -> call.request() instanceof io.parkbench.protocol.ocpp.StatusNotification.Req status && status.timestamp() != null)
              ? charger.central.stationNow() - charger.now() : null;
    }
    Sample sample = charger.sessions.fresh(1);
    return sample == null ? null : sample.stationTime() - sample.at();
  }

  private static @Nullable Long statusAhead(ChargerUnderTest charger, int from) {
    for (int i = charger.central.heard.size() - 1; i >= from; i--) {
      Heard call = charger.central.heard.get(i);
      if (call.request() instanceof io.parkbench.protocol.ocpp.StatusNotification.Req status && status.timestamp() != null) {
        return Micros.of(status.timestamp()) - call.at();
      }
    }
    return null;
  }
}
