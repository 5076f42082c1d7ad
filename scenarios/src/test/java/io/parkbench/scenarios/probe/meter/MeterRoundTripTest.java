package io.parkbench.scenarios.probe.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.plant.meter.MeterDevice;
import io.parkbench.plant.meter.MeterSetup;
import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.plant.meter.SteadyFeeder;
import io.parkbench.plant.meter.VirtualMeter;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModelFile;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.scenarios.probe.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R-RIG-3: a meter with a trap is found out, and no other trap is; the twin made of what was found is found out alike. */
class MeterRoundTripTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final int UNIT = 7;
  private static final long WATCH = 15 * Micros.MINUTE;

  /** By a model that has the registers for them. */
  private static final List<MeterTrap> BY_FLOATS = List.of(
      MeterTrap.OFF_BY_ONE, MeterTrap.WORD_SWAP, MeterTrap.BYTE_SWAP, MeterTrap.NAN_PHASE, MeterTrap.INFINITE_PHASE,
      MeterTrap.NOT_AVAILABLE_INT64, MeterTrap.WATTS_FOR_KILOWATTS, MeterTrap.KILOWATT_HOURS_FOR_WATT_HOURS,
      MeterTrap.TENFOLD_CURRENT,
      MeterTrap.TENTH_CURRENT, MeterTrap.FROZEN, MeterTrap.SLOW, MeterTrap.JITTER, MeterTrap.ILLEGAL_ADDRESS,
      MeterTrap.ILLEGAL_VALUE,
      MeterTrap.DEVICE_FAILURE, MeterTrap.BUSY, MeterTrap.PATH_UNAVAILABLE, MeterTrap.TARGET_SILENT, MeterTrap.WRONG_UNIT,
      MeterTrap.WRONG_UNIT_SILENT, MeterTrap.OTHER_FUNCTION, MeterTrap.ZERO_BLOCK, MeterTrap.REVERSED_TRANSFORMER,
      MeterTrap.SMALL_WINDOW);

  private record Probed(MeterUnderTest meter, Sheet sheet) {}

  private static Probed probe(MeterModel model, long refresh, List<MeterTrap> traps, Expected expected) {
    VirtualTime time = new VirtualTime(0, "");
    Seed seed = new Seed(1);
    VirtualNet net = new VirtualNet(time, seed, Recording.NONE, new MemoryCarrier(), Latency.LOCAL);
    SteadyFeeder feeder = new SteadyFeeder(new double[] {46.5, 47.25, 45}, 1_545_874, 0);
    VirtualMeter meter = new VirtualMeter(
        MeterSetup.of(model).withClass(0).refreshing(refresh), feeder, time.loop(), seed.fork("meter"));
    traps.forEach(trap -> meter.trap(trap, true));
    MeterDevice device = new MeterDevice(MeterDevice.Unknown.SILENT);
    device.put(UNIT, meter);
    net.serve("10.0.0.9", 502, device);
    MeterUnderTest under = new MeterUnderTest(
        time, net.exchange(), new Endpoint("meter", "10.0.0.9", 502, UNIT), model, expected, Door.NONE, WATCH);
    return new Probed(under,
        MeterTwin.sheet(under, MeterBattery.battery().run(under, false, io.parkbench.scenarios.probe.Battery.Listener.none()), ""));
  }

  private static Probed probe(MeterModel model, MeterTrap... traps) {
    return probe(model, Micros.SECOND, List.of(traps), Expected.NOTHING);
  }

  private static List<String> found(Sheet sheet) {
    List<String> all = new ArrayList<>(sheet.quirks());
    sheet.oddities().forEach(odd -> all.add(odd.id() + ": " + odd.finding().sentence()));
    return all;
  }

  @TestFactory
  Stream<DynamicTest> aSoundMeterHasNoTrap() {
    return MeterModels.all().stream().map(model -> DynamicTest.dynamicTest(model.name(), () -> {
      Probed probed = probe(model);
      assertEquals(List.of(), found(probed.sheet()));
      assertTrue(probed.sheet().results().size() >= 16, "probes");
    }));
  }

  @TestFactory
  Stream<DynamicTest> eachTrapIsFoundAndNoOther() {
    assertTrue(BY_FLOATS.size() >= 15, "traps");
    return BY_FLOATS.stream().map(trap -> DynamicTest.dynamicTest(trap.word(), () -> roundTrip(MeterModels.PM5320, trap)));
  }

  @TestFactory
  Stream<DynamicTest> soAreThoseOfOtherModels() {
    return Stream.of(
        DynamicTest.dynamicTest("not-available-int16", () -> roundTrip(MeterModels.NSX, MeterTrap.NOT_AVAILABLE_INT16)),
        DynamicTest.dynamicTest("not-available-ffff", () -> roundTrip(MeterModels.NSX, MeterTrap.NOT_AVAILABLE_FFFF)),
        DynamicTest.dynamicTest("kilowatts-for-watts", () -> roundTrip(MeterModels.MTZ, MeterTrap.KILOWATTS_FOR_WATTS)),
        DynamicTest.dynamicTest("watt-hours-for-kilowatt-hours",
            () -> roundTrip(MeterModels.NSX_LEGACY, MeterTrap.WATT_HOURS_FOR_KILOWATT_HOURS)));
  }

  private static void roundTrip(MeterModel model, MeterTrap trap) throws Exception {
    Probed first = probe(model, trap);
    assertEquals(List.of(trap.word()), found(first.sheet()));
    JsonNode twin = YAML.readTree(MeterTwin.of(first.meter(), "learnt", first.sheet()).twin());
    List<MeterTrap> traps = new ArrayList<>();
    twin.path("traps").forEach(word -> traps.add(MeterTrap.named(word.asText())));
    long refresh = twin.has("refresh") ? Long.parseLong(twin.path("refresh").asText().replace("ms", "")) * Micros.MILLISECOND
        : Micros.SECOND;
    Probed second = probe(model, refresh, traps, Expected.NOTHING);
    assertEquals(verdicts(first.sheet()), verdicts(second.sheet()));
  }

  private static List<String> verdicts(Sheet sheet) {
    return sheet.results().stream().map(result -> result.id() + " " + result.verdict() + " " + result.finding().quirks()).toList();
  }

  /** The model that comes of it reads a meter with the trap right. */
  @Test
  void theModelLearntReadsWhatTheOtherCannot() {
    for (MeterTrap trap : List.of(MeterTrap.WORD_SWAP, MeterTrap.BYTE_SWAP, MeterTrap.OFF_BY_ONE, MeterTrap.OTHER_FUNCTION)) {
      Probed probed = probe(MeterModels.PM5320, trap);
      MeterModel learnt = MeterTwin.of(probed.meter(), "learnt", probed.sheet()).model();
      assertEquals(learnt, MeterModelFile.read("learnt.json", MeterModelFile.write(learnt)));
      MeterUnderTest again = underTest(MeterModels.PM5320, learnt, trap);
      assertEquals(138.75, Snapshot.of(again, 0).amps(learnt.wordOrder()), 0.01, trap.word());
    }
  }

  /** A meter of one model with a trap, read by another model. */
  private static MeterUnderTest underTest(MeterModel model, MeterModel by, MeterTrap trap) {
    VirtualTime time = new VirtualTime(0, "");
    Seed seed = new Seed(1);
    VirtualNet net = new VirtualNet(time, seed, Recording.NONE, new MemoryCarrier(), Latency.LOCAL);
    VirtualMeter meter = new VirtualMeter(MeterSetup.of(model).withClass(0),
        new SteadyFeeder(new double[] {46.5, 47.25, 45}, 1_545_874, 0), time.loop(), seed.fork("meter"));
    meter.trap(trap, true);
    MeterDevice device = new MeterDevice(MeterDevice.Unknown.SILENT);
    device.put(UNIT, meter);
    net.serve("10.0.0.9", 502, device);
    return new MeterUnderTest(time, net.exchange(), new Endpoint("meter", "10.0.0.9", 502, UNIT), by, Expected.NOTHING, Door.NONE,
        WATCH);
  }

  @Test
  void whatFlowsTellsPhasesApart() {
    Expected flows = new Expected(List.of(46.5, 47.25, 45.0));
    assertEquals(List.of(), found(probe(MeterModels.PM5320, Micros.SECOND, List.of(), flows).sheet()));
    for (MeterTrap trap : Arrays.asList(MeterTrap.PHASE_ROTATION, MeterTrap.TWO_TRANSFORMERS)) {
      assertEquals(List.of(trap.word()), found(probe(MeterModels.PM5320, Micros.SECOND, List.of(trap), flows).sheet()));
      assertEquals(List.of(), found(probe(MeterModels.PM5320, trap).sheet()), "nobody can tell without");
    }
  }
}
