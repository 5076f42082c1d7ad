package io.parkbench.plant.charger;

import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.JsonLines;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.ocpp.Authorize;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.protocol.ocpp.TriggerMessage.MessageTrigger;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Quirks in how a station connects, talks and counts its transactions. */
class ConversationQuirksTest extends QuirkTable {
  private static final Pattern TRANSACTION = Pattern.compile("\"MeterValues\".*\"transactionId\":(-?\\d+)");

  @Override
  List<Row> rows() {
    return Stream.of(connecting(), talking(), transactions()).flatMap(List::stream).toList();
  }

  private static List<Row> connecting() {
    return List.of(
        row(Quirk.BOOT_NOT_SENT_ON_CONNECT, "1 boots, online, Accepted, 2 boots", "0 boots, online, Accepted, 1 boots", stage -> {
          String first = boots(stage.boot()) + (stage.station.isOnline() ? ", online, " : ", offline, ");
          return first + stage.trigger(MessageTrigger.BootNotification) + ", " + boots(stage);
        }),
        row(Quirk.DEAF_BEFORE_BOOT, "answers while pending", "deaf while pending", stage -> {
          stage.central.registration = RegistrationStatus.Pending;
          stage.boot();
          var answer = stage.central.call(new GetConfiguration.Req(List.of()));
          stage.pass(5);
          return (answer.isThere() ? "answers" : "deaf") + " while pending";
        }),
        row(Quirk.STATUS_BEFORE_BOOT, "BootNotification first", "StatusNotification first", stage -> {
          stage.boot();
          return stage.central.frames.getFirst().split("\"")[3] + " first";
        }),
        row(Quirk.NO_SUBPROTOCOL, "[ocpp1.6]", "[]",
            stage -> {
              stage.boot();
              return Objects.requireNonNull(stage.central.handshake).subprotocols().toString();
            }),
        row(Quirk.HALF_OPEN_TCP, "heard, connected", "silence, connected", stage -> {
          stage.central.interval = 60;
          stage.boot().pass(310);
          stage.central.forget();
          stage.pass(80);
          return (stage.central.heard(Heartbeat.Req.class).isEmpty() ? "silence" : "heard")
              + (stage.central.isConnected() ? ", connected" : ", gone");
        }),
        row(Quirk.OVERLAPPING_SOCKETS, "1 at most, online", "2 at most, online", stage -> {
          stage.boot().pass(320);
          return stage.central.mostOpen + " at most, " + (stage.station.isOnline() ? "online" : "offline");
        }),
        row(Quirk.NO_RECONNECT_AFTER_PONG_TIMEOUT, "back", "gone for ever", stage -> {
          stage.boot().change("WebSocketPingInterval", "20");
          Faults.Guard silence = stage.test.net.faults().add("CP-1"::equals, new Fault.Silence());
          stage.pass(60);
          silence.close();
          stage.pass(600);
          return stage.station.isOnline() ? "back" : "gone for ever";
        }),
        row(Quirk.RECONNECT_LOOP, "1 times a minute", "10 times a minute", stage -> {
          stage.boot().pass(58);
          return stage.central.handshakes + " times a minute";
        }));
  }

  private static String boots(QuirkStage stage) {
    return stage.central.heard(BootNotification.Req.class).size() + " boots";
  }

  private static List<Row> talking() {
    return List.of(
        row(Quirk.TRIGGER_UNSUPPORTED, "Accepted", "NotImplemented", stage -> stage.boot().trigger(MessageTrigger.Heartbeat)),
        row(Quirk.RESEND_SAME_MESSAGEID, "1 frames", "2 frames", stage -> {
          stage.boot();
          stage.central.silent = true;
          stage.station.swipe(1, "CARD-1");
          stage.pass(15);
          return stage.central.frames.stream().filter(frame -> frame.contains("\"Authorize\"")).count() + " frames";
        }),
        row(Quirk.BROKEN_JSON, "all frames are JSON", "some frames are broken", stage -> {
          stage.central.interval = 10;
          stage.charge().pass(120);
          return stage.central.frames.stream().allMatch(JsonLines::isOneValue) ? "all frames are JSON" : "some frames are broken";
        }),
        row(Quirk.GARBAGE_CONFIG, "1 false", "-1;NaN undefined",
            stage -> stage.boot().key("NumberOfConnectors") + " " + stage.key("FreevendActive")),
        row(Quirk.LATE_REPLY, "answered", "not answered in time", stage -> {
          var answer = stage.boot().central.call(new GetConfiguration.Req(List.of()));
          stage.pass(31);
          return answer.isThere() ? "answered" : "not answered in time";
        }),
        row(Quirk.MEASURAND_PROBE_REBOOT_LOOP, "Rejected 1 boots", "none 2 boots",
            stage -> stage.boot().change("MeterValuesSampledData", "Temperature") + " " + boots(stage.pass(60))),
        row(Quirk.CLOCK_LOCAL, "0 s ahead", "7200 s ahead",
            stage -> stage.boot().pass(1_000).secondsAhead(told(stage)) + " s ahead"),
        row(Quirk.CLOCK_1970, "2026", "1970", stage -> told(stage.boot()).toString().substring(0, 4)),
        row(Quirk.CLOCK_DRIFT, "0 s ahead", "-10 s ahead", stage -> {
          stage.central.interval = 86_400;
          return stage.boot().pass(1_000).secondsAhead(told(stage)) + " s ahead";
        }));
  }

  /** The timestamp of a status sent now. */
  private static java.time.Instant told(QuirkStage stage) {
    stage.central.forget();
    stage.plug(1);
    stage.pass(1);
    return Objects.requireNonNull(stage.central.heard(StatusNotification.Req.class).getFirst().timestamp()).plusSeconds(1);
  }

  private static List<Row> transactions() {
    return List.of(
        row(Quirk.DUPLICATE_START, "1 starts", "2 starts", stage -> starts(stage.charge())),
        row(Quirk.DUPLICATE_STOP, "1 stops", "2 stops", stage -> {
          stage.charge().station.unplug(1);
          return stops(stage.pass(10));
        }),
        row(Quirk.OFFLINE_TXID_MINUS1, "[1001]", "[-1]", stage -> {
          startOffline(stage).station.unplug(1);
          stage.pass(10);
          return stage.central.heard(StopTransaction.Req.class).stream().map(StopTransaction.Req::transactionId).toList()
              .toString();
        }),
        row(Quirk.OFFLINE_START_LOST, "1 starts 1 stops", "0 starts 1 stops", stage -> {
          startOffline(stage).station.unplug(1);
          return starts(stage.pass(10)) + " " + stops(stage);
        }),
        row(Quirk.METERVALUES_WRONG_TXID, "[1001]", "[0, 4294967297]", stage -> {
          stage.boot().change("MeterValueSampleInterval", "10");
          stage.plug(1);
          stage.pass(600);
          TreeSet<String> ids = new TreeSet<>();
          for (String frame : stage.central.frames) {
            Matcher id = TRANSACTION.matcher(frame);
            if (id.find()) {
              ids.add(id.group(1));
            }
          }
          return ids.toString();
        }),
        row(Quirk.REGISTER_RESETS, "goes on", "begins at 0", stage -> {
          stage.charge().pass(600).station.unplug(1);
          stage.pass(5);
          stage.plug(1);
          stage.pass(5);
          return stage.central.last(StartTransaction.Req.class).meterStart() == 0 ? "begins at 0" : "goes on";
        }));
  }

  private static QuirkStage startOffline(QuirkStage stage) {
    stage.boot().change("AllowOfflineTxForUnknownId", "true");
    stage.central.refuses = true;
    stage.central.hangUp();
    stage.pass(5);
    stage.plug(1);
    stage.pass(60);
    stage.central.refuses = false;
    stage.pass(300);
    if (!stage.central.heard(Authorize.Req.class).isEmpty()) {
      throw new AssertionError("that was not offline");
    }
    return stage;
  }

  private static String starts(QuirkStage stage) {
    return stage.central.heard(StartTransaction.Req.class).size() + " starts";
  }

  private static String stops(QuirkStage stage) {
    return stage.central.heard(StopTransaction.Req.class).size() + " stops";
  }
}
