package io.parkbench.gateway.ocpp;

import io.parkbench.gateway.session.ChargingPoint;
import io.parkbench.gateway.site.Settings;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Timer;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ChangeConfiguration.ConfigurationStatus;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.KeyValue;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import io.parkbench.protocol.ocpp.TriggerMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings a station into the state the gateway counts on: the base first, then the configuration, then what can be learnt of it.
 * Done after each boot, and once for a station that connects without one (OCPP-J §5.4: a reconnect needs no boot).
 */
final class Setup {
  private static final long BOOT_GRACE = 10 * Micros.SECOND;
  private static final long BASE_RETRY = Micros.MINUTE;
  private static final String SAMPLED = "Energy.Active.Import.Register,Current.Import";
  private static final String ROTATION = "ConnectorPhaseRotation";
  private static final String RATE_UNIT = "ChargingScheduleAllowedChargingRateUnit";

  private final Loop loop;
  private final Settings settings;
  private final ChargePoint station;
  private final Map<Integer, PhaseOrder> phaseOrders = new TreeMap<>();
  private @Nullable String rotations;
  private ChargingRateUnitType rateUnit = ChargingRateUnitType.A;
  private boolean baseConfirmed;
  private boolean done;
  private @Nullable Timer timer;

  Setup(Loop loop, Settings settings, ChargePoint station) {
    this.loop = loop;
    this.settings = settings;
    this.station = station;
  }

  boolean baseConfirmed() {
    return baseConfirmed;
  }

  /** The unit the station takes limits in: A, unless it has said that it knows only power. */
  ChargingRateUnitType rateUnit() {
    return rateUnit;
  }

  PhaseOrder phaseOrder(ChargingPoint point) {
    return phaseOrders.computeIfAbsent(
        point.connector().number(), number -> PhaseOrder.of(number, point.connector().wiring(), rotations));
  }

  void connected() {
    if (!done) {
      later(BOOT_GRACE, this::withoutBoot);
    } else if (!baseConfirmed) {
      sayBase();
    }
  }

  void disconnected() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  void booted() {
    disconnected();
    run();
  }

  private void withoutBoot() {
    run();
    station.call(
        new TriggerMessage.Req(TriggerMessage.MessageTrigger.BootNotification, null), Outcome.of(conf -> {}, failure -> {}));
  }

  private void run() {
    done = true;
    sayBase();
    configure("MeterValuesSampledData", SAMPLED);
    configure("MeterValueSampleInterval", Long.toString(settings.meterValueInterval().toSeconds()));
    station.call(
        new GetConfiguration.Req(List.of(ROTATION, RATE_UNIT)), Outcome.of(this::learn, failure -> {}));
  }

  private void sayBase() {
    baseConfirmed = false;
    station.call(Profiles.base(rateUnit), Outcome.of(this::baseAnswered, this::baseFailed));
  }

  private void baseAnswered(SetChargingProfile.Conf conf) {
    baseConfirmed = conf.status() == ChargingProfileStatus.Accepted;
    if (!baseConfirmed) {
      station.notice("refuses the base of 0 A (" + conf.status() + "): its sessions count at their rating from the start");
    }
  }

  private void baseFailed(Failure failure) {
    switch (failure) {
      case Failure.LinkClosed closed -> {}
      case Failure.TimedOut silent -> later(BASE_RETRY, this::sayBase);
      case Failure.BadAnswer bad -> later(BASE_RETRY, this::sayBase);
      case Failure.Refused refused ->
          station.notice(
              "refuses the base of 0 A (" + refused.error() + "): its sessions count at their rating from the start");
    }
  }

  private void configure(String key, String value) {
    station.call(
        new ChangeConfiguration.Req(key, value),
        Outcome.of(
            conf -> {
              if (conf.status() != ConfigurationStatus.Accepted) {
                station.notice(key + " cannot be set to " + value + ": " + conf.status());
              }
            },
            failure -> {}));
  }

  private void learn(GetConfiguration.Conf conf) {
    for (KeyValue entry : conf.configurationKey()) {
      String value = entry.value();
      if (value == null) {
        continue;
      }
      if (entry.key().equalsIgnoreCase(ROTATION)) {
        rotations = value;
        phaseOrders.clear();
      } else if (entry.key().equalsIgnoreCase(RATE_UNIT)) {
        rateUnit = value.contains("Current") ? ChargingRateUnitType.A : ChargingRateUnitType.W;
      }
    }
    if (rateUnit == ChargingRateUnitType.W && !baseConfirmed) {
      sayBase();
    }
  }

  private void later(long micros, Runnable task) {
    disconnected();
    timer = loop.after(micros, task);
  }
}
