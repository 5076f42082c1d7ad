package io.parkbench.plant.charger;

import static io.parkbench.plant.charger.Profiles.max;
import static io.parkbench.plant.charger.Profiles.tx;
import static io.parkbench.plant.charger.Profiles.txDefault;

import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.StopTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Quirks in what a station takes for a limit, and in what it does with one. */
class LimitQuirksTest extends QuirkTable {
  @Override
  List<Row> rows() {
    return List.of(
        row(Quirk.PROFILE_LOST_ON_DISCONNECT, "10.0 A", "32.0 A", stage -> {
          stage.charge().set(txDefault(10));
          stage.cutFor(10);
          return stage.amps() + " A";
        }),
        row(Quirk.TXDEFAULT_IGNORED_OFFLINE, "10.0 A", "32.0 A", stage -> {
          stage.charge().set(txDefault(10));
          stage.cutFor(10);
          return stage.amps() + " A";
        }),
        row(Quirk.ACCEPT_BUT_IGNORE_LIMIT, "Accepted 10.0 A", "Accepted 32.0 A",
            stage -> stage.charge().set(tx(10)) + " " + stage.amps() + " A"),
        row(Quirk.UNLIMITED_AFTER_0A_RESUME, "0.0 A 10.0 A", "0.0 A 32.0 A", stage -> {
          stage.charge().set(tx(0));
          String paused = stage.amps() + " A ";
          stage.set(tx(10));
          return paused + stage.amps() + " A";
        }),
        row(Quirk.DRAWS_ABOVE_SETPOINT, "10.0 A", "32.0 A", stage -> {
          stage.charge().set(tx(10));
          return stage.amps() + " A";
        }),
        row(Quirk.PILOT_OFFSET, "6.0 A", "0.0 A", stage -> {
          stage.charge().set(tx(6));
          return stage.amps() + " A";
        }),
        row(Quirk.IGNORES_DURATION, "32.0 A", "10.0 A", stage -> {
          stage.charge().set(tx(10).lasting(60));
          return stage.pass(100).amps() + " A";
        }),
        row(Quirk.STACK_ZERO_ONLY, "Accepted Accepted", "Accepted Rejected",
            stage -> stage.charge().set(tx(10)) + " " + stage.set(tx(10).id(7).level(1))),
        row(Quirk.STALE_HIGH_STACK_WINS, "Accepted 20.0 A", "Accepted 10.0 A", stage -> {
          stage.charge().set(txDefault(20));
          stage.set(txDefault(10).id(7).level(3));
          return stage.clear(3) + " " + stage.amps() + " A";
        }),
        row(Quirk.CLEAR_UNKNOWN_AT_STACK0, "Accepted 32.0 A", "Unknown 10.0 A", stage -> {
          stage.charge().set(txDefault(10));
          return stage.clear(0) + " " + stage.amps() + " A";
        }),
        row(Quirk.CHARGEPOINTMAX_REJECTED, "Accepted", "Rejected", stage -> stage.boot().set(0, max(20))),
        row(Quirk.MODE_GATED_REJECT, "Accepted NotSupported Accepted", "Rejected Accepted Accepted",
            stage -> stage.charge().set(tx(10)) + " " + stage.change("LoadBalancing", "true") + " " + stage.set(tx(10))),
        row(Quirk.NO_SMARTCHARGING, "Accepted Core,SmartCharging,RemoteTrigger", "NotSupported Core,RemoteTrigger",
            stage -> stage.charge().set(tx(10)) + " " + stage.key("SupportedFeatureProfiles")),
        row(Quirk.LIMIT_VIA_CONFIG_KEY, "Accepted NotSupported 10.0 A", "Rejected Accepted 13.0 A",
            stage -> stage.charge().set(tx(10)) + " " + stage.change("maxintensitysocket", "13") + " " + stage.amps() + " A"),
        row(Quirk.ABSOLUTE_KIND_REJECTED, "Accepted Accepted Accepted", "Rejected Rejected Accepted",
            stage -> stage.charge().set(tx(10).absolute("2026-03-02T12:00:00Z")) + " " + stage.set(tx(6)) + " "
                + stage.set(tx(10))),
        row(Quirk.RATE_UNIT_TOKEN_W, "Accepted Accepted Current,Power", "Rejected Accepted W",
            stage -> stage.charge().set(tx(10)) + " " + stage.set(tx(6_900).watts()) + " "
                + stage.key("ChargingScheduleAllowedChargingRateUnit")),
        row(Quirk.WHOLE_AMPS_ONLY, "Accepted Accepted", "Rejected Accepted",
            stage -> stage.charge().set(tx(10.5)) + " " + stage.set(tx(10))),
        row(Quirk.MIN_OVER_ALL_PURPOSES, "20.0 A", "10.0 A", stage -> {
          stage.charge().set(txDefault(10));
          stage.set(tx(20));
          return stage.amps() + " A";
        }),
        row(Quirk.TXDEFAULT_NEXT_TRANSACTION_ONLY, "Accepted 10.0 A 10.0 A", "Accepted 32.0 A 10.0 A", stage -> {
          String running = stage.charge().set(txDefault(10)) + " " + stage.amps() + " A ";
          stage.station.unplug(1);
          stage.pass(5);
          stage.plug(1);
          return running + stage.pass(5).amps() + " A";
        }),
        row(Quirk.RELATIVE_FROM_RECEIPT, "20.0 A", "10.0 A", stage -> {
          stage.charge().pass(100).set(tx(10).then(60, 20));
          return stage.amps() + " A";
        }),
        row(Quirk.ZERO_MEANS_UNLIMITED, "0.0 A", "32.0 A", stage -> {
          stage.charge().set(tx(0));
          return stage.amps() + " A";
        }),
        row(Quirk.ZERO_MEANS_6A, "0.0 A", "6.0 A", stage -> {
          stage.charge().set(tx(0));
          return stage.amps() + " A";
        }),
        row(Quirk.ZERO_ENDS_TRANSACTION, "0 stops", "1 stops", stage -> {
          stage.charge().set(tx(0));
          return stage.central.heard(StopTransaction.Req.class).size() + " stops";
        }),
        row(Quirk.TXPROFILE_WITHOUT_TRANSACTION_ACCEPTED, "Rejected 32.0 A", "Accepted 10.0 A", stage -> {
          String status = stage.boot().set(tx(10));
          stage.plug(1);
          return status + " " + stage.pass(5).amps() + " A";
        }),
        row(Quirk.COMPOSITE_LIES, "shows 32.0 A, does 32.0 A", "shows 10.0 A, does 32.0 A", stage -> {
          stage.with(Quirk.ACCEPT_BUT_IGNORE_LIMIT).charge().set(tx(10));
          var answer = stage.central.call(new GetCompositeSchedule.Req(1, 60, null));
          stage.pass(1);
          double shown = Objects.requireNonNull(answer.get().chargingSchedule()).chargingSchedulePeriod().getFirst().limit();
          return "shows " + shown + " A, does " + stage.amps() + " A";
        }),
        new Row(Quirk.SHARED_STATION_LIMIT_IGNORED, ChargerModels.named("parking-2x22kw").withStationAmps(32),
            "16.0 A 16.0 A", "32.0 A 32.0 A", stage -> {
              stage.charge();
              stage.plug(2);
              return stage.pass(5).amps() + " A " + stage.station.amps(2) + " A";
            }),
        row(Quirk.SLOW_APPLY_30S, "Accepted 10.0 A 10.0 A", "Accepted 32.0 A 10.0 A",
            stage -> stage.charge().set(tx(10)) + " " + stage.amps() + " A " + stage.pass(28).amps() + " A"),
        row(Quirk.FLASH_WEAR, "10 answered", "6 answered", stage -> {
          stage.charge();
          List<CentralSystem.Answer<SetChargingProfile.Conf>> answers = new ArrayList<>();
          for (int i = 0; i < 10; i++) {
            answers.add(stage.central.call(new SetChargingProfile.Req(1, tx(10 + i).build())));
          }
          stage.pass(4);
          return answers.stream().filter(CentralSystem.Answer::isThere).count() + " answered";
        }));
  }
}
