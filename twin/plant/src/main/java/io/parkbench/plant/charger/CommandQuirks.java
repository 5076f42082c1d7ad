package io.parkbench.plant.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ChangeConfiguration.ConfigurationStatus;
import io.parkbench.protocol.ocpp.ClearChargingProfile;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.KeyValue;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.protocol.ocpp.TriggerMessage.TriggerMessageStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The seam of commands: what a station answers in the place of a sound one, by its quirks. What is left it passes on. */
final class CommandQuirks implements RequestHandler {
  /** The vendor key that {@code limit-via-config-key} is about, whole A per phase. */
  static final String LIMIT_KEY = "maxintensitysocket";
  /** The vendor setting without which {@code mode-gated-reject} takes no profile. */
  static final String MODE_KEY = "LoadBalancing";

  private static final long SLOW = 30 * Micros.SECOND;
  private static final int EASY_WRITES = 6;
  private static final long WEAR = 5 * Micros.SECOND;
  private static final int WORST = 5;

  private final Quirks quirks;
  private final Commands commands;
  private final StationLoop loop;
  private final Registration central;
  private final ProfileStack stack;
  private final StationClock clock;
  private final PilotQuirks pilots;
  private final Commands.Hands hands;
  private final ArrayDeque<Long> writes = new ArrayDeque<>();
  private @Nullable ProfileStack asked;
  private String mode = "false";
  private String limit = "";
  private int starts;

  CommandQuirks(
      Quirks quirks,
      Commands commands,
      StationLoop loop,
      Registration central,
      ProfileStack stack,
      StationClock clock,
      PilotQuirks pilots,
      Commands.Hands hands) {
    this.quirks = quirks;
    this.commands = commands;
    this.loop = loop;
    this.central = central;
    this.stack = stack;
    this.clock = clock;
    this.pilots = pilots;
    this.hands = hands;
  }

  @Override
  public void handle(Request<?> request, Responder responder) {
    if (quirks.isEmpty()) {
      commands.handle(request, responder);
    } else if (!quirks.has(Quirk.DEAF_BEFORE_BOOT) || central.status() == RegistrationStatus.Accepted) {
      handleOddly(request, responder);
    }
  }

  private void handleOddly(Request<?> request, Responder responder) {
    switch (request) {
      case SetChargingProfile.Req set when isWithoutSmartCharging(request, responder) -> {}
      case ClearChargingProfile.Req clear when isWithoutSmartCharging(request, responder) -> {}
      case GetCompositeSchedule.Req get when isWithoutSmartCharging(request, responder) -> {}
      case SetChargingProfile.Req set -> write(set, responder);
      case ClearChargingProfile.Req clear -> {
        remember(then -> then.clear(clear.id(), clear.connectorId(), clear.chargingProfilePurpose(), clear.stackLevel()));
        commands.handle(clear, responder);
      }
      case GetCompositeSchedule.Req get when quirks.has(Quirk.COMPOSITE_LIES) ->
          responder.answer(commands.composite(get, remember(then -> {})));
      case TriggerMessage.Req trigger when quirks.has(Quirk.TRIGGER_UNSUPPORTED) ->
          responder.answer(new TriggerMessage.Conf(TriggerMessageStatus.NotImplemented));
      case ChangeConfiguration.Req change -> change(change, responder);
      case GetConfiguration.Req get -> commands.handle(get, new Retold(responder, get));
      default -> commands.handle(request, responder);
    }
  }

  private boolean isWithoutSmartCharging(Request<?> request, Responder responder) {
    boolean without = quirks.has(Quirk.NO_SMARTCHARGING);
    if (without) {
      responder.fail(new OcppException(OcppError.NotSupported, request.action() + " is not supported"));
    }
    return without;
  }

  private void write(SetChargingProfile.Req set, Responder responder) {
    if (quirks.has(Quirk.MODE_GATED_REJECT) && !mode.equals("true")) {
      responder.answer(new SetChargingProfile.Conf(ChargingProfileStatus.Rejected));
      return;
    }
    remember(then -> then.set(set.connectorId(), set.csChargingProfiles(), clock.now()));
    long worn = worn();
    if (worn > 0) {
      after(worn, () -> apply(set, responder));
    } else {
      apply(set, responder);
    }
  }

  private void apply(SetChargingProfile.Req set, Responder responder) {
    if (quirks.has(Quirk.SLOW_APPLY_30S) && stack.takes(set.connectorId(), set.csChargingProfiles())) {
      responder.answer(new SetChargingProfile.Conf(ChargingProfileStatus.Accepted));
      after(SLOW, () -> {
        stack.set(set.connectorId(), set.csChargingProfiles(), clock.now());
        hands.settle();
      });
    } else {
      commands.handle(set, responder);
    }
  }

  private void after(long micros, Runnable task) {
    int start = starts;
    loop.after(micros, () -> {
      if (start == starts) {
        task.run();
      }
    });
  }

  /** The electronics stop: what they were about to do is forgotten. */
  void powerDown() {
    starts++;
  }

  /** How much later a profile is written because so many were written before it. */
  private long worn() {
    if (!quirks.has(Quirk.FLASH_WEAR)) {
      return 0;
    }
    long now = loop.now();
    writes.addLast(now);
    while (writes.getFirst() < now - Micros.MINUTE) {
      writes.removeFirst();
    }
    return WEAR * Math.clamp(writes.size() - EASY_WRITES, 0, WORST);
  }

  /** What a lying station was asked for; a sincere one remembers nothing. */
  private ProfileStack remember(Consumer<ProfileStack> what) {
    if (!quirks.has(Quirk.COMPOSITE_LIES)) {
      asked = null;
      return stack;
    }
    ProfileStack memory = asked == null ? stack.sincere() : asked;
    asked = memory;
    memory.follow(stack);
    what.accept(memory);
    return memory;
  }

  private void change(ChangeConfiguration.Req change, Responder responder) {
    String key = change.key().toLowerCase(Locale.ROOT);
    if (quirks.has(Quirk.MEASURAND_PROBE_REBOOT_LOOP) && asksForUnknownMeasurands(key, change.value())) {
      loop.execute(hands::crash);
    } else if (quirks.has(Quirk.MODE_GATED_REJECT) && key.equals(MODE_KEY.toLowerCase(Locale.ROOT))) {
      mode = change.value();
      responder.answer(new ChangeConfiguration.Conf(ConfigurationStatus.Accepted));
    } else if (quirks.has(Quirk.LIMIT_VIA_CONFIG_KEY) && key.equals(LIMIT_KEY)) {
      boolean amps = change.value().matches("\\d{1,4}");
      responder.answer(new ChangeConfiguration.Conf(amps ? ConfigurationStatus.Accepted : ConfigurationStatus.Rejected));
      if (amps) {
        limit = change.value();
        pilots.setKeyLimit(Integer.parseInt(limit));
        hands.settle();
      }
    } else {
      commands.handle(change, responder);
    }
  }

  private static boolean asksForUnknownMeasurands(String key, String value) {
    return key.startsWith("metervalues") && key.endsWith("data")
        && !value.isBlank()
        && !List.of(value.strip().split("\\s*,\\s*")).stream().allMatch(MeterSampler::measures);
  }

  /** Alters an answer to GetConfiguration on its way out. */
  private final class Retold implements Responder {
    private final Responder responder;
    private final GetConfiguration.Req request;

    Retold(Responder responder, GetConfiguration.Req request) {
      this.responder = responder;
      this.request = request;
    }

    @Override
    public void answer(Response response) {
      responder.answer(response instanceof GetConfiguration.Conf conf ? retell(conf) : response);
    }

    private GetConfiguration.Conf retell(GetConfiguration.Conf conf) {
      List<KeyValue> keys = new ArrayList<>();
      for (KeyValue key : conf.configurationKey()) {
        keys.add(new KeyValue(key.key(), key.readonly(), retell(key.key(), key.value())));
      }
      List<String> unknown = new ArrayList<>(conf.unknownKey());
      addVendorKey(Quirk.MODE_GATED_REJECT, MODE_KEY, mode, keys, unknown);
      addVendorKey(Quirk.LIMIT_VIA_CONFIG_KEY, LIMIT_KEY, limit, keys, unknown);
      return new GetConfiguration.Conf(keys, unknown);
    }

    private void addVendorKey(Quirk quirk, String name, String value, List<KeyValue> keys, List<String> unknown) {
      if (quirks.has(quirk) && (request.key().isEmpty() || unknown.removeIf(name::equalsIgnoreCase))) {
        keys.add(new KeyValue(name, false, value));
      }
    }

    private @Nullable String retell(String key, @Nullable String value) {
      if (quirks.has(Quirk.GARBAGE_CONFIG)) {
        return value == null || value.matches("\\d+") ? "-1;NaN" : "undefined";
      }
      if (quirks.has(Quirk.NO_SMARTCHARGING) && key.equals("SupportedFeatureProfiles") && value != null) {
        return value.replace("SmartCharging,", "");
      }
      if (quirks.has(Quirk.RATE_UNIT_TOKEN_W) && key.equals("ChargingScheduleAllowedChargingRateUnit")) {
        return "W";
      }
      return value;
    }

    @Override
    public void fail(OcppException failure) {
      responder.fail(failure);
    }
  }
}
