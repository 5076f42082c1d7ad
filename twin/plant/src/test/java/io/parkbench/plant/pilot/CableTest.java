package io.parkbench.plant.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CableTest {
  @ParameterizedTest
  @CsvSource({"1500, 13", "1700, 13", "680, 20", "560, 20", "220, 32", "250, 32", "100, 63", "110, 63"})
  void isReadByItsResistor(double ohms, int amps) {
    assertEquals(amps, Cable.read(ohms).amps());
  }

  @Test
  void isNotReadWhereItIsNone() {
    for (double ohms : new double[] {0, 50, 150, 400, 1_000, 3_000, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> Cable.read(ohms));
    }
  }

  @Test
  void thoseThatExistAreNamed() {
    assertEquals(Cable.AMPS_20, Cable.ofAmps(20));
    String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Cable.ofAmps(16)).getMessage());
    assertTrue(said.contains("13, 20, 32, 63 A"), said);
  }
}
