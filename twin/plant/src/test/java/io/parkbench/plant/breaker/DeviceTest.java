package io.parkbench.plant.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.breaker.Device.Characteristic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bands that the standards leave for each device, cold and hot, and what must be so of any (R-PLANT-2). */
class DeviceTest {
  private static final double HOUR = 3_600;

  /** Seconds until a cold device opens at so many times its rating. */
  private static double cold(Device device, double multiple) {
    Breaker breaker = new Breaker(device, 0);
    breaker.carry(0, multiple * device.amps(), 0, 0);
    return breaker.secondsToTrip(0);
  }

  /** The same after it has carried {@code before} times its rating until its heat no longer changes. */
  private static double hot(Device device, double before, double multiple) {
    Breaker breaker = new Breaker(device, 0);
    breaker.carry(0, 0, before * device.amps(), 0);
    assertEquals(Double.POSITIVE_INFINITY, breaker.secondsToTrip(Micros.DAY));
    breaker.carry(Micros.DAY, 0, multiple * device.amps(), 0);
    return breaker.secondsToTrip(Micros.DAY);
  }

  @Test
  void miniatureBreakersKeepToIec60898() {
    for (Characteristic letter : Characteristic.values()) {
      for (double rating : new double[] {6, 10, 13, 16, 20, 25, 32, 40, 50, 63, 80, 100, 125}) {
        Device device = Device.miniature(letter, rating);
        double conventional = rating <= 63 ? HOUR : 2 * HOUR;
        assertEquals(Double.POSITIVE_INFINITY, cold(device, 1.13), device.name());
        assertTrue(cold(device, 1.45) < conventional, device.name());
        assertTrue(hot(device, 1.13, 1.45) < conventional, device.name());
        assertTrue(hot(device, 1.13, 1.45) < cold(device, 1.45), device.name());
        double at255 = cold(device, 2.55);
        assertTrue(at255 > 1 && at255 < (rating <= 32 ? 60 : 120), device.name() + " at 2.55 In: " + at255);
        assertTrue(cold(device, letter.lowest) > 0.1, device.name() + " at the low end of its magnetic band");
        assertTrue(cold(device, letter.highest) < 0.1, device.name() + " at the high end of its magnetic band");
      }
    }
    assertThrows(IllegalArgumentException.class, () -> Device.miniature(Characteristic.C, 160));
  }

  @Test
  void mouldedCaseBreakersKeepToIec60947AndTheirSettings() {
    for (double setting : new double[] {40, 63, 100, 160, 250, 400, 630, 1_600}) {
      for (double shortTime : new double[] {1.5, 4, 10}) {
        for (double delay : new double[] {0.5, 4, 16, 30}) {
          Device device = Device.moulded(setting, shortTime, delay);
          double conventional = setting <= 63 ? HOUR : 2 * HOUR;
          assertEquals(Double.POSITIVE_INFINITY, cold(device, 1.05), device.name());
          assertTrue(cold(device, 1.30) < conventional, device.name());
          assertTrue(hot(device, 1.05, 1.30) < conventional, device.name());
          assertTrue(hot(device, 1.05, 1.30) > 0, device.name());
          assertEquals(shortTime > 6 ? delay : 0, cold(device, 6), 1e-9, device.name());
          assertTrue(cold(device, 0.8 * shortTime) > 0, device.name());
          assertEquals(0, cold(device, 1.2 * shortTime), device.name());
        }
      }
    }
    assertThrows(IllegalArgumentException.class, () -> Device.moulded(100, 20, 16));
    assertThrows(IllegalArgumentException.class, () -> Device.moulded(100, 10, 60));
  }

  @Test
  void fusesKeepToIec60269AndItsGates() {
    for (Gates gates : Gates.all()) {
      double rating = gates.rating();
      Device device = Device.fuse(rating);
      double conventional = rating <= 63 ? HOUR : rating <= 160 ? 2 * HOUR : rating <= 400 ? 3 * HOUR : 4 * HOUR;
      assertEquals(Double.POSITIVE_INFINITY, cold(device, 1.25), device.name());
      assertTrue(cold(device, 1.6) < conventional, device.name());
      assertTrue(hot(device, 1.25, 1.6) < conventional, device.name());
      assertTrue(cold(device, gates.min10() / rating) > 10, device.name());
      assertTrue(cold(device, gates.max5() / rating) < 5, device.name());
      assertTrue(cold(device, gates.minTenth() / rating) > 0.1, device.name());
      assertTrue(cold(device, gates.maxTenth() / rating) < 0.1, device.name());
    }
    String told = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Device.fuse(70)).getMessage());
    assertTrue(told.startsWith("gG fuses are rated 16, 20, 25") && told.endsWith("not 70"), told);
  }

  @Test
  void fusesAndMagneticReleasesActAtTheirOwnPole() {
    Breaker breaker = new Breaker(Device.miniature(Characteristic.C, 32), 0);
    breaker.carry(0, 60, 20, -70);
    assertEquals(3, breaker.firstPhase(), "the hottest pole opens all, whichever way its current goes");
    breaker.carry(0, 60, 300, 70);
    assertEquals(2, breaker.firstPhase());
    assertEquals(0, breaker.secondsToTrip(0));
    assertTrue(breaker.isShortCircuit(2));
  }

  @Test
  void heatIsKeptAndLost() {
    Breaker breaker = new Breaker(Device.miniature(Characteristic.B, 16), 0);
    assertEquals(0, breaker.heat(0));
    breaker.carry(0, 24, 0, 0);
    long opens = breaker.opensAt(0);
    assertEquals(0.5, breaker.heat(opens / 4), 0.2);
    breaker.carry(opens / 2, 0, 0, 0);
    double warm = breaker.heat(opens / 2);
    assertTrue(breaker.heat(opens) < warm && breaker.heat(opens) > 0);
    breaker.carry(opens, 24, 0, 0);
    assertTrue(breaker.opensAt(opens) - opens < opens, "sooner than from cold");
    assertEquals(0, new Breaker(Device.miniature(Characteristic.B, 16), 0).heat(Micros.DAY));
  }

  @Test
  void moreCurrentNeverOpensLater() {
    Chance chance = new Seed(3).fork("breaker");
    for (Device device : devices()) {
      for (int run = 0; run < 300; run++) {
        Breaker more = new Breaker(device, 0);
        Breaker less = new Breaker(device, 0);
        long now = 0;
        for (int step = 0; step < 20; step++) {
          double amps = 3 * device.amps() * chance.nextDouble();
          double share = chance.happens(0.3) ? 1 : chance.nextDouble();
          more.carry(now, amps, 0, 0);
          less.carry(now, amps * share, 0, 0);
          assertTrue(more.opensAt(now) <= less.opensAt(now), device + " after " + now);
          assertTrue(more.heat(now) >= less.heat(now));
          now += chance.between(0, 60 * Micros.SECOND);
        }
      }
    }
  }

  @Test
  void lookingInBetweenChangesNothing() {
    Chance chance = new Seed(4).fork("breaker");
    for (Device device : devices()) {
      for (int run = 0; run < 300; run++) {
        Breaker watched = new Breaker(device, 0);
        Breaker alone = new Breaker(device, 0);
        long now = 0;
        for (int step = 0; step < 10; step++) {
          double amps = 2 * device.amps() * chance.nextDouble();
          watched.carry(now, amps, 0, 0);
          alone.carry(now, amps, 0, 0);
          long until = now + chance.between(1, 100 * Micros.SECOND);
          while (now < until) {
            now = Math.min(until, now + chance.between(1, 10 * Micros.SECOND));
            watched.carry(now, amps, 0, 0);
          }
        }
        assertEquals(alone.heat(now), watched.heat(now), 1e-9);
        double seconds = alone.secondsToTrip(now);
        assertEquals(seconds, watched.secondsToTrip(now), seconds == Double.POSITIVE_INFINITY ? 0 : 1e-6 * (1 + seconds));
      }
    }
  }

  private static List<Device> devices() {
    List<Device> devices = new ArrayList<>();
    for (Characteristic letter : Characteristic.values()) {
      devices.add(Device.miniature(letter, 32));
    }
    devices.add(Device.moulded(250, 8, 16));
    devices.add(Device.fuse(100));
    return devices;
  }
}
