package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.Reset;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.List;

/** How a charger comes up: handshake, boot, what it does before it is accepted, and how it restarts. */
final class BootProbes {
  private static final String GROUP = "Coming up";

  private BootProbes() {}

  static List<Probe<ChargerUnderTest>> all() {
    return List.of(
        Probe.ofWire("subprotocol", GROUP, "names the subprotocol ocpp1.6 in its handshake", BootProbes::subprotocol),
        Probe.ofWire("boot-on-connect", GROUP, "sends a BootNotification when it comes up", BootProbes::boots),
        Probe.ofWire("listens-while-pending", GROUP, "answers calls while its registration is pending", BootProbes::listens),
        Probe.ofWire("quiet-while-pending", GROUP, "sends nothing unasked before it is accepted", BootProbes::quiet),
        Probe.ofWire("accepted", GROUP, "goes on once it is accepted", BootProbes::accepted),
        Probe.ofWire("statuses-after-boot", GROUP, "tells the status of each connector", BootProbes::statuses),
        Probe.ofWire("soft-reset", GROUP, "restarts when asked softly, and boots again", BootProbes::restarts),
        Probe.risky("hard-reset", GROUP, "restarts when asked hard",
            "a hard reset may open contactors under load", BootProbes::restartsHard));
  }

  private static Finding subprotocol(ChargerUnderTest charger) {
    List<String> offered = charger.central.openings.getFirst().handshake.subprotocols();
    return offered.contains(ProbeCentral.SUBPROTOCOL) ? Finding.sound("offers " + String.join(", ", offered))
        : Finding.quirk("no-subprotocol", offered.isEmpty() ? "names no subprotocol" : "names " + String.join(", ", offered));
  }

  private static Finding boots(ChargerUnderTest charger) {
    charger.known.boots = charger.await(() -> charger.central.boot != null, charger.pace.watch);
    BootNotification.Req boot = charger.central.boot;
    return boot != null ? Finding.sound("says it is a " + boot.chargePointVendor() + " " + boot.chargePointModel())
        : Finding.unsure("no BootNotification; but it may have been up before, see soft-reset");
  }

  private static Finding listens(ChargerUnderTest charger) {
    if (!charger.known.boots) {
      return Finding.untried("it takes a BootNotification that can be left pending");
    }
    int ends = charger.central.unexpectedEnds;
    Reply<GetConfiguration.Conf> reply = charger.call(new GetConfiguration.Req(List.of("HeartbeatInterval")));
    if (!reply.isSilent()) {
      return reply.conf() == null && reply.failure() instanceof Failure.LinkClosed
          ? Finding.unsure("the link did not hold long enough to ask")
          : Finding.sound("answers after " + reply.micros() / Micros.MILLISECOND + " ms");
    }
    return charger.central.unexpectedEnds > ends ? Finding.unsure("the link did not hold long enough to ask")
        : Finding.quirk("deaf-before-boot", "does not answer GetConfiguration while its registration is pending");
  }

  private static Finding quiet(ChargerUnderTest charger) {
    if (!charger.known.boots) {
      return Finding.untried("it takes a BootNotification that can be left pending");
    }
    charger.pass(charger.pace.rest);
    List<String> early = charger.central.heard.stream().filter(heard -> !(heard.request() instanceof BootNotification.Req))
        .map(heard -> heard.request().action().name()).distinct().toList();
    if (early.isEmpty()) {
      return Finding.sound("nothing but BootNotification came");
    }
    return early.contains("StatusNotification")
        ? Finding.quirk("status-before-boot", "sends " + String.join(", ", early) + " before it is accepted")
        : Finding.odd("sends " + String.join(", ", early) + " before it is accepted");
  }

  private static Finding accepted(ChargerUnderTest charger) {
    boolean[] done = {false};
    if (charger.known.boots) {
      charger.once(new TriggerMessage.Req(TriggerMessage.MessageTrigger.BootNotification, null));
    }
    charger.accept(whether -> done[0] = whether);
    if (!charger.known.boots) {
      return Finding.untried("it sends no BootNotification that could be accepted");
    }
    return done[0] ? Finding.sound("boots again and is accepted")
        : Finding.odd("sends no other BootNotification after the interval it was told");
  }

  private static Finding statuses(ChargerUnderTest charger) {
    charger.await(() -> charger.central.statuses.containsKey(1), charger.pace.watch);
    charger.pass(charger.pace.rest);
    if (charger.central.statuses.isEmpty()) {
      return Finding.odd("tells no status unasked");
    }
    charger.known.connectors = Math.max(1, charger.central.statuses.keySet().stream().mapToInt(Integer::intValue).max().orElse(1));
    String told = String.join(", ", charger.central.statuses.values().stream()
        .map((StatusNotification.Req status) -> status.connectorId() + " " + status.status()).toList());
    return Finding.sound("tells " + told).with("connectors", charger.known.connectors, "");
  }

  private static Finding restarts(ChargerUnderTest charger) {
    return reset(charger, Reset.ResetType.Soft);
  }

  private static Finding restartsHard(ChargerUnderTest charger) {
    return reset(charger, Reset.ResetType.Hard);
  }

  private static Finding reset(ChargerUnderTest charger, Reset.ResetType type) {
    int openings = charger.central.openings.size();
    int heard = charger.central.heard.size();
    long asked = charger.now();
    Reply<Reset.Conf> reply = charger.once(new Reset.Req(type));
    String word = reply.word(Reset.Conf::status);
    if (reply.conf() != null || reply.isUnsupported()) {
      asked = charger.now();
    }
    if (!word.equals("Accepted") && !(reply.failure() instanceof Failure.LinkClosed)) {
      return Finding.odd("answers " + word + " to a " + type + " reset");
    }
    if (!charger.returns(openings)) {
      return Finding.odd("accepts a " + type + " reset, but the link stays as it is");
    }
    charger.await(() -> charger.central.count(BootNotification.Req.class, heard) > 0, charger.pace.watch);
    double took = (charger.now() - asked) / (double) Micros.SECOND;
    if (charger.central.count(BootNotification.Req.class, heard) > 0) {
      charger.known.boots = true;
      charger.known.rebootMicros = charger.now() - asked;
      return Finding
          .sound("boots " + Math.round(took) + " s after it was asked" + (reply.conf() == null ? ", without an answer" : ""))
          .with("reboot_s", took, "s");
    }
    charger.once(new TriggerMessage.Req(TriggerMessage.MessageTrigger.BootNotification, null));
    charger.await(() -> charger.central.count(BootNotification.Req.class, heard) > 0, charger.pace.rest);
    boolean asks = charger.central.count(BootNotification.Req.class, heard) > 0;
    charger.known.boots = false;
    return Finding.quirk("boot-not-sent-on-connect",
        "comes back without a BootNotification" + (asks ? "; sends one when asked" : ""));
  }
}
