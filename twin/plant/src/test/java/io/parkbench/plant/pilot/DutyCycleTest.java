package io.parkbench.plant.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutyCycleTest {
  @ParameterizedTest
  @CsvSource({"6, 0.10", "10, 0.1667", "13, 0.2167", "16, 0.2667", "20, 0.3333", "32, 0.5333", "48, 0.80", "51, 0.85", "63, 0.892",
      "70, 0.92",
      "80, 0.96", "0, 1"})
  void saysWhatTheStandardsTableHas(double amps, double duty) {
    assertEquals(duty, DutyCycle.of(amps), 0.00005);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.02, 0", "0.05, 0", "0.079, 0", "0.08, 6", "0.099, 6", "0.10, 6", "0.25, 15", "0.85, 51", "0.90, 65",
      "0.96, 80", "0.97, 80",
      "0.971, 0", "1, 0"})
  void isReadAsTheStandardHasIt(double duty, double amps) {
    assertEquals(amps, DutyCycle.amps(duty), 1e-9);
  }

  /** From 51 to 52.5 A the two lines of the standard meet in the same duty cycles, and the lower current is heard. */
  @Test
  void whatIsSaidIsHeard() {
    for (int tenths = 60; tenths <= 800; tenths++) {
      double amps = tenths / 10.0;
      double heard = DutyCycle.amps(DutyCycle.of(amps));
      if (amps <= 51 || amps > 52.5) {
        assertEquals(amps, heard, 1e-9);
      } else {
        assertTrue(heard <= amps && heard > amps - 1.6, () -> amps + " A heard as " + heard);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 5.9, 80.1, Double.NaN, Double.POSITIVE_INFINITY})
  void cannotSayEveryCurrent(double amps) {
    assertThrows(IllegalArgumentException.class, () -> DutyCycle.of(amps));
  }

  @Test
  void aShareIsFromNoneToAll() {
    assertThrows(IllegalArgumentException.class, () -> DutyCycle.amps(1.01));
    assertThrows(IllegalArgumentException.class, () -> DutyCycle.amps(-0.01));
  }
}
