package io.parkbench.plant.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.plant.quirk.Quirk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-EV-1: a car is added by a file; those that ship are such files. */
class CarFileTest {
  @Test
  void readsAFileAndItsQuirks(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("acme-ev.json"), """
        {"kind": "car", "name": "acme-ev", "battery_kwh": 60, "phases": "2", "max_a": 16, "quirks": ["floor-8A"]}
        """);
    CarModel car = CarFile.named("acme-ev.json+never-wakes", folder);
    assertEquals(60_000, car.batteryWh());
    assertEquals(2, car.phases());
    assertEquals(List.of(Quirk.FLOOR_8A, Quirk.NEVER_WAKES), car.quirks());
    assertEquals(CarModel.named("sedan-22kw"), CarFile.named("sedan-22kw", folder));
  }

  @Test
  void shipsWhatItAlwaysShipped() {
    assertEquals(
        new CarModel("fourteen-amp", 52_000, 3, 32, 14, 46_000, 0.88, Taper.of(0.80, 0.25), Duration.ofSeconds(4), Wake.RESUMES),
        CarModel.named("fourteen-amp"));
    assertEquals(new CarModel("acn-6.6kw", 200_000, 1, 6_600.0 / 208, 6, 50_000, 1, Taper.NONE, Duration.ZERO, Wake.RESUMES),
        CarModel.named("acn-6.6kw"));
  }

  @Test
  void tellsAllThatIsWrong() {
    String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> CarFile.read("x.json", """
        {"kind": "car", "name": "x", "phases": "4", "max_a": 5, "colour": "red", "quirks": ["late-replyy"]}
        """)).getMessage());
    for (String problem : List.of("x.json: battery_kwh is missing", "phases is '4'", "min_a is above max_a", "colour is unknown",
        "late-reply")) {
      assertTrue(message.contains(problem), message);
    }
  }
}
