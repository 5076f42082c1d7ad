package io.parkbench.rigs.check;

import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Time;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.KeyValue;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.protocol.ocpp.TriggerMessage.MessageTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Talks to a real station that has connected: who it is, what it can do, and what time it thinks it is. It charges nobody. */
final class StationCheck implements LinkListener {
  private static final long CALL_TIMEOUT = 10 * Micros.SECOND;
  /** A station that boots says so at once. */
  private static final long BOOTS_WITHIN = 1_500 * Micros.MILLISECOND;
  private static final long TRIGGERED_WITHIN = 3 * Micros.SECOND;
  private static final Duration SKEW_MAX = Duration.ofSeconds(30);
  private static final int HEARTBEAT_S = 60;
  private static final List<String> KEYS = List.of("SupportedFeatureProfiles", "NumberOfConnectors", "ChargeProfileMaxStackLevel",
      "ChargingScheduleAllowedChargingRateUnit", "ChargingScheduleMaxPeriods", "MeterValuesSampledData");

  private final String name;
  private final Time time;
  private final Consumer<Finding> found;
  private final Runnable done;
  private final Map<String, String> keys = new TreeMap<>();
  private @Nullable Rpc rpc;
  private BootNotification.@Nullable Req boot;
  private @Nullable Duration skew;
  private @Nullable String refusal;
  private boolean asked;
  private boolean over;

  StationCheck(String name, Time time, Consumer<Finding> found, Runnable done) {
    this.name = name;
    this.time = time;
    this.found = found;
    this.done = done;
  }

  @Override
  public void opened(Link link) {
    rpc = new Rpc(time, link, Role.CENTRAL_SYSTEM, CALL_TIMEOUT, this::serve);
    time.after(BOOTS_WITHIN, this::begin);
  }

  @Override
  public void text(Link link, String text) {
    if (rpc != null) {
      rpc.text(text);
    }
  }

  @Override
  public void closed(Link link, int code, String reason) {
    if (rpc != null) {
      rpc.closed();
    }
  }

  private void serve(Request<?> request, Responder responder) {
    Instant now = Micros.toInstant(time.now());
    switch (request) {
      case BootNotification.Req heard -> {
        boot = heard;
        responder.answer(new BootNotification.Conf(BootNotification.RegistrationStatus.Accepted, now, HEARTBEAT_S));
      }
      case Heartbeat.Req beat -> responder.answer(new Heartbeat.Conf(now));
      case StatusNotification.Req status -> {
        if (status.timestamp() != null && (asked || skew == null)) {
          skew = Duration.between(now, status.timestamp());
        }
        responder.answer(new StatusNotification.Conf());
      }
      default -> responder.fail(new OcppException(OcppError.GenericError, "this is a check of the rig: nobody charges"));
    }
  }

  /** What becomes of a call that may fail. */
  private <C extends Response> void call(Request<C> request, Consumer<C> answered, Consumer<Failure> failed) {
    Rpc to = rpc;
    if (to != null && !over) {
      to.call(request, new Callback<C>() {
        @Override
        public void answered(C conf) {
          answered.accept(conf);
        }

        @Override
        public void failed(Failure failure) {
          failed.accept(failure);
        }
      });
    }
  }

  private void begin() {
    call(new GetConfiguration.Req(KEYS), conf -> {
      for (KeyValue value : conf.configurationKey()) {
        keys.put(value.key(), value.value() == null ? "" : value.value());
      }
      schedule();
    }, failure -> {
      found.accept(Finding.warning(name, "does not tell its configuration (" + words(failure) + ")",
          "see that its OCPP 1.6 Core profile is complete"));
      schedule();
    });
  }

  private void schedule() {
    call(new GetCompositeSchedule.Req(1, 60, null), conf -> introduce(), failure -> {
      refusal = words(failure);
      introduce();
    });
  }

  private void introduce() {
    if (boot == null) {
      call(new TriggerMessage.Req(MessageTrigger.BootNotification, null), conf -> time(), failure -> time());
    } else {
      time();
    }
  }

  private void time() {
    asked = true;
    call(new TriggerMessage.Req(MessageTrigger.StatusNotification, 1), conf -> soon(), failure -> soon());
  }

  private void soon() {
    time.after(TRIGGERED_WITHIN, this::tell);
  }

  private void tell() {
    if (over) {
      return;
    }
    over = true;
    BootNotification.Req who = boot;
    found.accept(who == null
        ? Finding.warning(name, "connected, but does not say who it is", "restart it, so that it sends BootNotification")
        : Finding.ok(name, "is a " + who.chargePointVendor() + " " + who.chargePointModel() + ", firmware "
            + (who.firmwareVersion() == null ? "not told" : who.firmwareVersion())));
    Duration off = skew;
    if (off == null) {
      found.accept(Finding.warning(name, "does not tell what time it has", "compare its clock with this machine's by hand"));
    } else if (off.abs().compareTo(SKEW_MAX) > 0) {
      found.accept(Finding.failed(name, "its clock is " + span(off.abs()) + (off.isNegative() ? " behind" : " ahead"),
          "set it to UTC, and its time zone apart from that; where it is right, set this machine's clock"));
    } else {
      found.accept(Finding.ok(name, "its clock is within " + Math.max(1, off.abs().toSeconds()) + " s"));
    }
    String profiles = keys.get("SupportedFeatureProfiles");
    if (profiles != null && !profiles.contains("SmartCharging") || refusal != null && refusal.startsWith("Not")) {
      found.accept(Finding.failed(name,
          "cannot be limited: it has no SmartCharging" + (profiles == null ? "" : " (" + profiles + ")")
              + (refusal == null ? "" : ", and answers GetCompositeSchedule with " + refusal),
          "switch load management on in its settings, or take a firmware or model that has it"));
    } else {
      found.accept(Finding.ok(name, "has SmartCharging" + keys.entrySet().stream()
          .filter(key -> !key.getKey().equals("SupportedFeatureProfiles"))
          .map(key -> ", " + key.getKey() + " " + key.getValue()).reduce("", String::concat)));
    }
    done.run();
  }

  private static String words(Failure failure) {
    return switch (failure) {
      case Failure.Refused(OcppError error, String description) -> error + (description.isEmpty() ? "" : ": " + description);
      case Failure.BadAnswer(OcppError error, String description) -> "an answer that is none: " + description;
      case Failure.TimedOut timeout -> "no answer in 10 s";
      case Failure.LinkClosed closed -> "the link closed";
    };
  }

  private static String span(Duration length) {
    return length.toHours() > 0 ? length.toHours() + " h " + length.toMinutesPart() + " min"
        : length.toMinutes() > 0 ? length.toMinutes() + " min " + length.toSecondsPart() + " s" : length.toSeconds() + " s";
  }
}
