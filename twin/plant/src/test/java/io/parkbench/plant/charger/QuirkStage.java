package io.parkbench.plant.charger;

import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.car.CarModel;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ClearChargingProfile;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.KeyValue;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.SampledValue;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.protocol.ocpp.TriggerMessage.MessageTrigger;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A station with a car of 32 A on three phases, seen from outside: from its central system and by the current. */
final class QuirkStage {
  final TestStation test;
  final CentralSystem central;
  final ChargePoint station;
  private @Nullable Car plugged;
  CarModel carModel = CarModel.named("sedan-22kw");

  QuirkStage(ChargePointModel model) {
    test = new TestStation(model);
    central = test.central;
    station = test.station;
  }

  /** Has the quirk from the factory on. */
  QuirkStage with(Quirk quirk) {
    if (quirk.kind() == Quirk.Kind.CAR) {
      carModel = carModel.with(quirk);
    } else {
      station.quirk(quirk, true);
    }
    return this;
  }

  QuirkStage boot() {
    station.start();
    return pass(1);
  }

  QuirkStage pass(long seconds) {
    test.seconds(seconds);
    return this;
  }

  /** Booted, with a car that charges. */
  QuirkStage charge() {
    boot();
    plug(1);
    return pass(10);
  }

  Car plug(int connector) {
    Car car = new Car(carModel, 0, 1_000_000);
    station.plug(connector, car, "CARD-1");
    plugged = car;
    return car;
  }

  Car plugged() {
    return Objects.requireNonNull(plugged);
  }

  /** What the central system hears to a profile, five seconds of room for cars to follow. */
  String set(Profiles profile) {
    return set(1, profile);
  }

  String set(int connector, Profiles profile) {
    var answer = central.call(new SetChargingProfile.Req(connector, profile.build()));
    pass(5);
    return answer.isThere() ? answer.get().status().name() : answer.error().name();
  }

  String clear(int level) {
    var answer = central.call(
        new ClearChargingProfile.Req(null, null, ChargingProfilePurposeType.TxDefaultProfile, level));
    pass(5);
    return answer.get().status().name();
  }

  String change(String key, String value) {
    var answer = central.call(new ChangeConfiguration.Req(key, value));
    pass(5);
    return answer.isThere() ? answer.get().status().name() : "none";
  }

  String key(String name) {
    var answer = central.call(new GetConfiguration.Req(List.of(name)));
    pass(1);
    List<KeyValue> known = answer.get().configurationKey();
    return known.isEmpty() ? "unknown" : Objects.requireNonNull(known.getFirst().value());
  }

  String trigger(MessageTrigger message) {
    var answer = central.call(new TriggerMessage.Req(message, null));
    pass(1);
    return answer.get().status().name();
  }

  /** True current per conductor at connector 1, A. */
  double amps() {
    return station.amps(1);
  }

  void cutFor(long seconds) {
    Faults.Guard cut = test.net.faults().add("CP-1"::equals, new Fault.Cut());
    pass(seconds);
    cut.close();
  }

  /** The values of a sample taken now, as the central system reads them. */
  List<SampledValue> sample() {
    trigger(MessageTrigger.MeterValues);
    return central.last(MeterValues.Req.class).meterValue().getFirst().sampledValue();
  }

  /** Those that begin with {@code measurand}: phase, value and unit. */
  String sampled(String measurand) {
    return sample().stream()
        .filter(value -> Objects.requireNonNull(value.measurand()).wire().startsWith(measurand))
        .map(value -> (value.phase() == null ? "" : value.phase().wire() + "=") + value.value() + value.unit())
        .collect(Collectors.joining(" "));
  }

  long secondsAhead(java.time.Instant timestamp) {
    return Math.round((Micros.of(timestamp) - test.time.now()) / (double) Micros.SECOND);
  }
}
