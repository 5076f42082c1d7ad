package io.parkbench.scenarios.probe.charger;

import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.Reset;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.protocol.ocpp.UnlockConnector;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How transactions are begun, ended and told, also of what happened without a link. */
final class TransactionProbes {
  private static final String GROUP = "Transactions";

  private TransactionProbes() {}

  static List<Probe<ChargerUnderTest>> all() {
    return List.of(
        Probe.of("start-once", GROUP, "tells a start once", TransactionProbes::startOnce),
        Probe.of("stop-once", GROUP, "obeys RemoteStopTransaction, and tells the end once", TransactionProbes::stopOnce),
        Probe.of("offline-session", GROUP, "tells of a session that began without a link, with its id", TransactionProbes::offline),
        Probe.of("restart-ends-session", GROUP, "tells the end of a session that a restart ended", TransactionProbes::restart),
        Probe.risky("unlock-while-charging", GROUP, "stops before it unlocks", "it unlocks a plug under load",
            TransactionProbes::unlock));
  }

  private static Finding startOnce(ChargerUnderTest charger) {
    Charging running = charger.sessions.renew() ? charger.central.running(1) : null;
    if (running == null) {
      return Finding.unsure(charger.sessions.whyNone());
    }
    charger.pass(2 * charger.pace.rest);
    return running.starts > 1 ? Finding.quirk("duplicate-start", "tells the same start " + running.starts + " times")
        : Finding.sound("once");
  }

  private static Finding stopOnce(ChargerUnderTest charger) {
    Charging running = charger.sessions.ensure() ? charger.central.running(1) : null;
    if (running == null) {
      return Finding.unsure(charger.sessions.whyNone());
    }
    if (!charger.sessions.end(1)) {
      return Finding.odd("does not end a session when told to");
    }
    charger.pass(2 * charger.pace.rest);
    return running.stops > 1 ? Finding.quirk("duplicate-stop", "tells the same end " + running.stops + " times")
        : Finding.sound("once, reason " + Objects.requireNonNull(running.stop).reason());
  }

  private static Finding offline(ChargerUnderTest charger) {
    charger.sessions.end(1);
    charger.sessions.unplug(1);
    charger.pass(charger.pace.rest);
    int heard = charger.central.heard.size();
    int openings = charger.central.openings.size();
    boolean[] plugged = {false};
    charger.whileCut(() -> {
      charger.pass(charger.pace.rest);
      plugged[0] = charger.sessions.plugIn(1, Plug.Wish.CAR, Sessions.CARD);
      charger.pass(charger.pace.lease / 2);
    });
    long healed = charger.central.stationNow();
    if (!plugged[0]) {
      return Finding.untried("it takes a car and a card while the link is down");
    }
    if (!charger.returns(openings)) {
      return Finding.unsure("it did not come back");
    }
    charger.await(() -> charger.central.count(StartTransaction.Req.class, heard) > 0, charger.pace.call);
    charger.pass(charger.pace.lease / 2);
    charger.sessions.unplug(1);
    charger.await(() -> stop(charger, heard) != null, 2 * charger.pace.call);
    StartTransaction.Req start = start(charger, heard);
    StopTransaction.Req stop = stop(charger, heard);
    if (start == null && stop == null) {
      return Finding.unsure("nothing was begun without a link");
    }
    if (start == null) {
      return Finding.quirk("offline-start-lost", "tells the end of a session, id " + Objects.requireNonNull(stop).transactionId()
          + ", but never its start");
    }
    if (io.parkbench.kernel.Micros.of(start.timestamp()) > healed) {
      return Finding.unsure("the session began when the link was back");
    }
    if (stop == null) {
      return Finding.unsure("tells the start of the session, not its end");
    }
    return stop.transactionId() == -1 ? Finding.quirk("offline-txid-minus1", "goes on with -1 as the id after it was given one")
        : Finding.sound("tells start and end, id " + stop.transactionId());
  }

  private static StartTransaction.@Nullable Req start(ChargerUnderTest charger, int from) {
    return charger.central.heard.stream().skip(from).map(Heard::request).filter(StartTransaction.Req.class::isInstance)
        .map(StartTransaction.Req.class::cast).findFirst().orElse(null);
  }

  private static StopTransaction.@Nullable Req stop(ChargerUnderTest charger, int from) {
    return charger.central.heard.stream().skip(from).map(Heard::request).filter(StopTransaction.Req.class::isInstance)
        .map(StopTransaction.Req.class::cast).findFirst().orElse(null);
  }

  private static Finding restart(ChargerUnderTest charger) {
    Charging running = charger.sessions.ensure() ? charger.central.running(1) : null;
    if (running == null) {
      return Finding.unsure(charger.sessions.whyNone());
    }
    int openings = charger.central.openings.size();
    Reply<Reset.Conf> reply = charger.once(new Reset.Req(Reset.ResetType.Soft));
    String word = reply.word(Reset.Conf::status);
    if (!word.equals("Accepted") && !(reply.failure() instanceof Failure.LinkClosed)) {
      return Finding.untried("it answers " + word + " to a soft reset");
    }
    charger.returns(openings);
    boolean told = charger.await(() -> running.stop != null, 2 * charger.pace.call);
    return told ? Finding.sound("reason " + Objects.requireNonNull(running.stop).reason())
        : Finding.unsure("the session goes on, or its end is told later");
  }

  private static Finding unlock(ChargerUnderTest charger) {
    Charging running = charger.sessions.ensure() ? charger.central.running(1) : null;
    if (running == null) {
      return Finding.unsure(charger.sessions.whyNone());
    }
    String word = charger.call(new UnlockConnector.Req(1)).word(UnlockConnector.Conf::status);
    boolean ended = charger.await(() -> running.stop != null, charger.pace.call);
    return !word.equals("Unlocked") || ended ? Finding.sound(word + (ended ? ", and ends the session" : ""))
        : Finding.odd("unlocks, and the session goes on");
  }
}
