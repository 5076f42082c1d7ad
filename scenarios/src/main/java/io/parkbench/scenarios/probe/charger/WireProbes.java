package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Links and frames: how long links last, how fast answers come, what happens to what is broken. */
final class WireProbes {
  private static final String GROUP = "Links and frames";
  private static final long USUAL_TIMEOUT = 30 * Micros.SECOND;
  private static final int CALLS = 5;
  /** Resends come well within this. */
  private static final long RESENT_WITHIN = 25 * Micros.SECOND;

  private WireProbes() {}

  static List<Probe<ChargerUnderTest>> all() {
    return List.of(
        Probe.ofWire("link-stays", GROUP, "keeps a link that nobody closes", WireProbes::stays),
        Probe.ofWire("ping", GROUP, "answers a WebSocket ping", WireProbes::ping),
        Probe.of("reply-times", GROUP, "answers calls in good time", WireProbes::replies),
        Probe.ofWire("link-lasts", GROUP, "is still there after minutes, on one link", WireProbes::lasts),
        Probe.of("reconnects", GROUP, "comes back when its link is closed", WireProbes::reconnects),
        Probe.of("reconnects-after-cut", GROUP, "comes back when its link was cut", WireProbes::afterCut),
        Probe.of("unknown-action", GROUP, "answers an unknown message by a CALLERROR", WireProbes::unknownAction),
        Probe.of("broken-call", GROUP, "survives a broken call", WireProbes::brokenCall),
        Probe.of("no-resend", GROUP, "does not repeat a call under its message id", WireProbes::resend));
  }

  /** What is asked at the very end: the frames of all probes, and what could leave the charger away. */
  static List<Probe<ChargerUnderTest>> last() {
    return List.of(
        Probe.ofWire("frames-valid", GROUP, "sends frames as the standard has them", WireProbes::frames),
        Probe.ofWire("returns-after-silence", GROUP, "dials again when its peer was silent", WireProbes::afterSilence));
  }

  private static Finding stays(ChargerUnderTest charger) {
    int openings = charger.central.openings.size();
    charger.pass(charger.pace.watch);
    List<Opening> since = charger.central.openings.subList(openings, charger.central.openings.size());
    List<Opening> dropped = charger.central.openings.stream().skip(Math.max(0, openings - 1))
        .filter(opening -> opening.end == Opening.End.BY_DEVICE).toList();
    if (since.isEmpty() && dropped.isEmpty()) {
      return Finding.sound("stays for " + ChargerUnderTest.seconds(charger.pace.watch) + " s");
    }
    double lasted = dropped.stream().mapToLong(opening -> opening.closedAt - opening.openedAt).average().orElse(0) / Micros.SECOND;
    return dropped.size() >= 3
        ? Finding.quirk("reconnect-loop", "drops its link and comes back, over and over").with("link_lasts_s", lasted, "s")
        : Finding
            .unsure("the link dropped " + dropped.size() + " times within " + ChargerUnderTest.seconds(charger.pace.watch) + " s");
  }

  private static Finding ping(ChargerUnderTest charger) {
    long asked = charger.now();
    charger.central.ping();
    return charger.await(() -> charger.central.lastPong() >= asked, charger.pace.call)
        ? Finding.sound("pong").with("pong_ms", (charger.central.lastPong() - asked) / (double) Micros.MILLISECOND, "ms")
        : Finding.odd("no pong within " + ChargerUnderTest.seconds(charger.pace.call) + " s");
  }

  private static Finding replies(ChargerUnderTest charger) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      Reply<GetConfiguration.Conf> reply = charger.call(new GetConfiguration.Req(List.of("HeartbeatInterval")));
      if (!reply.isSilent() && !(reply.failure() instanceof io.parkbench.protocol.ocpp.Failure.LinkClosed)) {
        times.add(reply.micros());
      }
    }
    if (times.isEmpty()) {
      return Finding.odd("answers no call within " + ChargerUnderTest.seconds(charger.pace.call) + " s");
    }
    Collections.sort(times);
    long median = times.get(times.size() / 2);
    charger.known.replies = median;
    Finding finding = median > USUAL_TIMEOUT
        ? Finding.quirk("late-reply", "answers after " + median / Micros.SECOND + " s, later than most central systems wait")
        : Finding
            .sound("answers after " + median / Micros.MILLISECOND + " ms, at most " + times.getLast() / Micros.MILLISECOND + " ms");
    return finding.with("reply_median_ms", median / (double) Micros.MILLISECOND, "ms")
        .with("reply_max_ms", times.getLast() / (double) Micros.MILLISECOND, "ms");
  }

  private static Finding lasts(ChargerUnderTest charger) {
    if (charger.pace.longWatch == 0) {
      return Finding.untried("it takes a link of minutes; see --pace thorough");
    }
    charger.central.hangUp();
    if (!charger.await(charger.central::isUp, charger.pace.comeBack)) {
      return Finding.unsure("there is no link to watch");
    }
    Opening watched = Objects.requireNonNull(charger.central.current());
    int unexpected = charger.central.unexpectedEnds;
    long until = charger.now() + charger.pace.longWatch;
    while (charger.now() < until && charger.central.openings.getLast() == watched && charger.central.isUp()) {
      charger.central.ping();
      charger.pass(Math.min(10 * Micros.SECOND, until - charger.now()));
      if (charger.now() - watched.lastHeard > ProbeCentral.SILENCE && charger.central.current() == watched) {
        long lasted = watched.lastHeard - watched.openedAt;
        charger.known.linkGoodFor = lasted;
        charger.central.abandon();
        charger.await(charger.central::isUp, charger.pace.comeBack);
        return Finding.quirk("half-open-tcp", "goes silent without closing its link")
            .with("link_good_for_s", lasted / (double) Micros.SECOND, "s");
      }
    }
    if (watched.overlapped) {
      return Finding.quirk("overlapping-sockets", "opens another socket while the old one is open")
          .with("socket_lasts_s", (watched.closedAt - watched.openedAt) / (double) Micros.SECOND, "s");
    }
    return charger.central.unexpectedEnds > unexpected ? Finding.unsure("the link dropped meanwhile")
        : Finding.sound("one link for " + ChargerUnderTest.seconds(charger.pace.longWatch) + " s");
  }

  private static Finding reconnects(ChargerUnderTest charger) {
    int openings = charger.central.openings.size();
    int heard = charger.central.heard.size();
    long closed = charger.now();
    charger.central.hangUp();
    return back(charger, openings, heard, closed, "a closed link", "reconnect_s");
  }

  private static Finding afterCut(ChargerUnderTest charger) {
    int openings = charger.central.openings.size();
    int heard = charger.central.heard.size();
    charger.whileCut(() -> charger.pass(charger.pace.rest));
    return back(charger, openings, heard, charger.now(), "a cut", "reconnect_after_cut_s");
  }

  private static Finding back(ChargerUnderTest charger, int openings, int heard, long since, String what, String figure) {
    if (!charger.returns(openings)) {
      return Finding.odd("is not back " + ChargerUnderTest.seconds(charger.pace.comeBack) + " s after " + what);
    }
    double took = (charger.now() - since) / (double) Micros.SECOND;
    charger.pass(charger.pace.rest);
    boolean boots = charger.central.count(BootNotification.Req.class, heard) > 0;
    return Finding.sound("is back after " + Math.round(took) + " s, " + (boots ? "with" : "without") + " a BootNotification")
        .with(figure, took, "s");
  }

  private static Finding unknownAction(ChargerUnderTest charger) {
    int mark = charger.central.journal.mark();
    charger.central.sayRaw("[2,\"probe-unknown\",\"ProbeForUnknownAction\",{}]");
    boolean answered = charger.await(() -> charger.central.journal.all(mark).stream()
        .anyMatch(line -> line.text().startsWith("[4,\"probe-unknown\"") || line.text().startsWith("[4, \"probe-unknown\"")),
        charger.pace.call);
    return answered ? Finding.sound("answers by a CALLERROR")
        : Finding.odd("does not answer a message that it does not know; a central system waits in vain");
  }

  private static Finding brokenCall(ChargerUnderTest charger) {
    charger.central.sayRaw("[2,\"probe-broken\",\"GetConfigu");
    Reply<GetConfiguration.Conf> reply = charger.call(new GetConfiguration.Req(List.of("HeartbeatInterval")));
    return reply.conf() != null ? Finding.sound("goes on answering")
        : Finding.odd("after a broken call, the next one gets " + reply.word(conf -> "an answer"));
  }

  private static Finding resend(ChargerUnderTest charger) {
    int heard = charger.central.heard.size();
    charger.central.hold(request -> request instanceof Heartbeat.Req);
    charger.once(new TriggerMessage.Req(TriggerMessage.MessageTrigger.Heartbeat, null));
    boolean came = charger.await(() -> charger.central.count(Heartbeat.Req.class, heard) > 0,
        2 * Micros.SECOND * charger.heartbeat());
    if (!came) {
      charger.central.release();
      return Finding.unsure("no Heartbeat came that could be left unanswered");
    }
    String frame = charger.central.heard.stream().skip(heard).filter(call -> call.request() instanceof Heartbeat.Req)
        .findFirst().orElseThrow().text();
    int mark = charger.central.journal.mark();
    boolean again = charger.await(() -> charger.central.journal.all(mark).stream().anyMatch(line -> line.text().equals(frame)),
        Math.min(RESENT_WITHIN, charger.pace.call));
    charger.central.release();
    return again ? Finding.quirk("resend-same-messageId", "sends an unanswered call again under the same message id")
        : Finding.sound("an unanswered Heartbeat is not repeated");
  }

  private static Finding frames(ChargerUnderTest charger) {
    int broken = charger.central.brokenFrames;
    List<String> others = charger.central.malformed.stream()
        .filter(why -> !why.startsWith("no JSON") && !why.contains("is being served"))
        .distinct().limit(4).toList();
    if (broken > 0) {
      return Finding.quirk("broken-json", broken + " of its frames are no JSON").with("broken_frames", broken, "");
    }
    return others.isEmpty() ? Finding.sound("every frame was valid")
        : Finding.odd("frames that the standard does not have: " + String.join("; ", others));
  }

  private static Finding afterSilence(ChargerUnderTest charger) {
    if (charger.pace.longWatch == 0) {
      return Finding.untried("it takes minutes of silence; see --pace thorough");
    }
    int openings = charger.central.openings.size();
    charger.whileSilent(() -> charger.pass(charger.pace.longWatch));
    long asked = charger.now();
    charger.central.ping();
    if (charger.await(() -> charger.central.lastPong() >= asked, ProbeCentral.SILENCE)
        && charger.central.openings.size() == openings) {
      return Finding
          .unsure("did not notice " + ChargerUnderTest.seconds(charger.pace.longWatch) + " s of silence; its link goes on");
    }
    if (charger.returns(openings)) {
      return Finding.sound("dials again");
    }
    charger.central.abandon();
    boolean back = charger.plug.powerCycle() && charger.await(charger.central::isUp, charger.pace.comeBack);
    return Finding.quirk("no-reconnect-after-pong-timeout",
        "does not dial again after it has taken its peer for dead" + (back ? "; it does after a restart" : ""));
  }
}
