package io.parkbench.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.session.Obedience.Measure;
import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A connector that draws above its setpoint is found out within two samples, and what is done about it grows (R-ALLOC-11). */
class ObedienceTest {
  private final Obedience obedience = new Obedience();
  private int toldDa;

  private Measure sample(long second, double amps) {
    return obedience.sample(second * Micros.SECOND, second * Micros.SECOND, toldDa, amps);
  }

  @Test
  void aDrawWithinTheToleranceIsNone() {
    toldDa = 160;
    assertEquals(Measure.NONE, sample(20, 17.4));
    assertEquals(0, obedience.excessiveA());
  }

  @Test
  void oneSampleAloneIsForgotten() {
    toldDa = 60;
    assertEquals(Measure.SUSPECT, sample(20, 9));
    assertEquals(Measure.NONE, sample(26, 6));
    assertEquals(Measure.NONE, obedience.measure());
    assertFalse(obedience.found());
  }

  @Test
  void whatIsDoneGrowsWithEachSampleThatIsStillTooHigh() {
    toldDa = 100;
    List<Measure> measures = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      measures.add(sample(20 + 15 * n, 30));
    }
    assertEquals(
        List.of(
            Measure.SUSPECT, Measure.CUT, Measure.STOP, Measure.INOPERATIVE, Measure.RESET, Measure.OPEN_FEEDER, Measure.NONE,
            Measure.NONE),
        measures);
    assertTrue(obedience.found());
  }

  @Test
  void onceFoundOutItStaysSo() {
    toldDa = 100;
    sample(20, 30);
    sample(30, 30);
    toldDa = 0;
    assertEquals(Measure.NONE, sample(60, 0));
    assertTrue(obedience.found());
  }
}
