package io.parkbench.scenarios.probe.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.charger.ChargePointModel;
import io.parkbench.plant.charger.ChargerModels;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.make.StationMake;
import io.parkbench.protocol.make.StationMakeFile;
import io.parkbench.scenarios.probe.Battery;
import io.parkbench.scenarios.probe.Result;
import io.parkbench.scenarios.probe.Sheet;
import io.parkbench.scenarios.probe.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R-RIG-3: probing a charger with a quirk finds it, and no other; the model that is written, loaded into another charger, probes the
 * same. In virtual time, all that the catalogue has for chargers.
 */
class RoundTripTest {
  private static final double VOLTS = 230;
  /** Two connectors, so that what they share can be seen. */
  private static final ChargePointModel TWO = ChargerModels.named("parking-2x22kw");

  /** A battery's sheet, and the make that it came to as it stands in its file. */
  private record Probed(Sheet sheet, StationMake make) {
    static Probed of(ChargePointModel model, List<Quirk> quirks) {
      VirtualCharger charger = new VirtualCharger("CP-1", model, quirks);
      ChargerUnderTest under = charger.underTest(Pace.THOROUGH);
      charger.start();
      assertTrue(under.connects(Micros.MINUTE));
      List<Result> results = ChargerBattery.battery().run(under, false, Battery.Listener.none());
      Sheet sheet = ChargerSheet.of(under, "CP-1", results, "");
      String file = StationMakeFile.write(ChargerSheet.make(under, "learnt", sheet));
      return new Probed(sheet, StationMakeFile.read("learnt.json", file));
    }

    Probed again() {
      return of(ChargerModels.of(make, VOLTS), ChargerModels.quirks(make));
    }

    Map<String, Verdict> verdicts() {
      Map<String, Verdict> verdicts = new TreeMap<>();
      sheet.results().forEach(result -> verdicts.put(result.id(), result.verdict()));
      return verdicts;
    }

    String words() {
      StringBuilder words = new StringBuilder();
      for (Result result : sheet.results()) {
        if (result.verdict() != Verdict.SOUND) {
          words.append("\n  ").append(result.id()).append(": ").append(result.verdict().words()).append(", ")
              .append(result.finding().quirks()).append(' ').append(result.finding().sentence());
        }
      }
      return words.toString();
    }
  }

  static Stream<Quirk> quirks() {
    return Quirk.of(Quirk.Kind.CHARGER).stream();
  }

  @ParameterizedTest
  @MethodSource("quirks")
  void findsAQuirkAndNoOther(Quirk quirk) {
    Probed probed = Probed.of(TWO, List.of(quirk));
    assertEquals(List.of(quirk.word()), probed.sheet().quirks(), probed::words);
    assertEquals(List.of(), probed.sheet().oddities().stream().map(Result::id).toList(), probed::words);

    Probed again = probed.again();
    assertEquals(probed.sheet().quirks(), again.sheet().quirks(), again::words);
    assertEquals(probed.verdicts(), again.verdicts(), again::words);
  }

  @Test
  void findsNothingWhereNothingIs() {
    for (String model : ChargerModels.names()) {
      Probed probed = Probed.of(ChargerModels.named(model), List.of());
      assertEquals(List.of(), probed.sheet().quirks(), probed::words);
      assertEquals(List.of(), probed.sheet().oddities().stream().map(Result::id).toList(), probed::words);
      assertEquals(0, probed.sheet().count(Verdict.UNSURE), probed::words);
      assertEquals(probed.verdicts(), probed.again().verdicts());
    }
  }

  @Test
  void learnsWhatAChargerIs() {
    StationMake make = Probed.of(ChargerModels.named("wallbox-11kw").with("ConnectionTimeOut", 90), List.of()).make();
    assertEquals(16, make.connectors().getFirst().maxA());
    assertEquals("Parkbench", make.vendor());
    assertEquals("wallbox-11kw", make.model());
    assertEquals("90", make.configuration().get("ConnectionTimeOut"));
    assertEquals(20, make.rebootS(), 1);
    assertEquals(10, make.profiles().maxStackLevel());
  }

  @Test
  void hasFortyProbes() {
    assertTrue(ChargerBattery.battery().probes().size() >= 40);
  }
}
