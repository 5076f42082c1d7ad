package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.plant.quirk.Quirk;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** R-CHG-2, R-EV-1: each row plays one scene twice, without the quirk and with it, and says what is seen from outside. */
abstract class QuirkTable {
  /** What happens, from a station that is still switched off, and what is seen of it. */
  interface Scene {
    String play(QuirkStage stage);
  }

  record Row(Quirk quirk, ChargePointModel model, String sound, String odd, Scene scene) {}

  static Row row(Quirk quirk, String sound, String odd, Scene scene) {
    return new Row(quirk, ChargerModels.named("generic-22kw"), sound, odd, scene);
  }

  abstract List<Row> rows();

  @TestFactory
  Stream<DynamicTest> aSoundOneAndAnOddOne() {
    return rows().stream().map(row -> DynamicTest.dynamicTest(row.quirk().word(), () -> {
      assertEquals(row.sound(), row.scene().play(new QuirkStage(row.model())), "without " + row.quirk());
      assertEquals(row.odd(), row.scene().play(new QuirkStage(row.model()).with(row.quirk())), "with " + row.quirk());
    }));
  }
}
