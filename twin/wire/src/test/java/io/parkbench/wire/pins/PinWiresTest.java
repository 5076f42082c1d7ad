package io.parkbench.wire.pins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Pin;
import io.parkbench.kernel.PinDriver;
import io.parkbench.kernel.PinListener;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes over the wire of a virtual pin, and what faults do to it. Instants are ms. */
class PinWiresTest {
  private static final long MILLI = Micros.MILLISECOND;

  private final VirtualTime time = new VirtualTime(0, "");
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLines recording = new JsonLines(bytes);
  private final VirtualNet net = new VirtualNet(time, new Seed(1), recording, new MemoryCarrier(), Latency.LOCAL);
  private final List<String> told = new ArrayList<>();
  private final PinDriver driver = net.pins().driver("input-1");

  private Pins.Listening listen() {
    return net.pins().listen(new Pin.Virtual("input-1"), new PinListener() {
      @Override
      public void level(boolean high) {
        told.add(time.now() / MILLI + (high ? " 1" : " 0"));
      }

      @Override
      public void lost(String why) {
        told.add(time.now() / MILLI + " lost");
      }
    });
  }

  private void drive(long millis, boolean high) {
    time.runUntil(millis * MILLI);
    driver.drive(high);
  }

  private Faults.Guard fault(long millis, Fault fault) {
    time.runUntil(millis * MILLI);
    return net.faults().add(Links.of("input-1"), fault);
  }

  private void heal(long millis, Faults.Guard guard) {
    time.runUntil(millis * MILLI);
    guard.close();
  }

  private void end() {
    time.runUntil(Micros.MINUTE);
  }

  @Test
  void theLevelAtTheStartAndEachEdgeAreToldWhenTheyAre() {
    driver.drive(true);
    listen();
    assertEquals(List.of(), told, "never within the call");
    drive(5, false);
    drive(5, true);
    drive(7, true);
    drive(9, false);
    end();
    assertEquals(List.of("0 1", "5 0", "5 1", "9 0"), told);
    recording.hash();
    assertEquals(4, bytes.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("\"k\":\"pin\"")).count());
  }

  @Test
  void aPinThatNobodyDrivesIsLostUntilSomebodyDoes() {
    net.pins().listen(new Pin.Virtual("input-2"), new PinListener() {
      @Override
      public void level(boolean high) {
        told.add("level " + high);
      }

      @Override
      public void lost(String why) {
        told.add(why);
      }
    });
    time.runUntil(MILLI);
    net.pins().driver("input-2");
    end();
    assertEquals(List.of("nothing drives it: give the input a source", "level false"), told);
  }

  @Test
  void aCutIsALossAndHealedTheLevelIsTold() {
    listen();
    Faults.Guard cut = fault(10, new Fault.Cut());
    drive(20, true);
    heal(30, cut);
    drive(40, false);
    end();
    assertEquals(List.of("0 0", "10 lost", "30 1", "40 0"), told);
  }

  @Test
  void silenceAndDroppedEdgesAreMadeUpForWhenTheyAreHealed() {
    listen();
    for (Fault fault : List.of(new Fault.Silence(), new Fault.Drop(1))) {
      time.runUntil(time.now() + MILLI);
      told.clear();
      long start = time.now() / MILLI + 10;
      Faults.Guard guard = fault(start, fault);
      drive(start + 10, true);
      heal(start + 20, guard);
      drive(start + 30, false);
      time.runUntil((start + 40) * MILLI);
      assertEquals(List.of(start + 20 + " 1", start + 30 + " 0"), told, fault.toString());
    }
  }

  @Test
  void delayKeepsTheOrderAndWhatIsHeldGoesOn() {
    listen();
    Faults.Guard delay = fault(10, new Fault.Delay(50 * MILLI, 50 * MILLI));
    drive(10, true);
    heal(20, delay);
    drive(30, false);
    Faults.Guard hold = fault(100, new Fault.Hold());
    drive(110, true);
    drive(120, false);
    drive(130, true);
    heal(200, hold);
    end();
    assertEquals(List.of("0 0", "60 1", "60 0", "200 1", "200 0", "200 1"), told);
  }

  @Test
  void otherPinsAreNotTouched() {
    listen();
    net.faults().add(Links.of("input-2"), new Fault.Cut());
    drive(5, true);
    end();
    assertEquals(List.of("0 0", "5 1"), told);
  }

  @Test
  void oneListensAtATimeAndClosedItHearsNothingMore() {
    Pins.Listening first = listen();
    IllegalStateException refused = assertThrows(IllegalStateException.class, this::listen);
    assertTrue(String.valueOf(refused.getMessage()).contains("input-1"));
    time.runUntil(MILLI);
    first.close();
    drive(5, true);
    time.runUntil(6 * MILLI);
    listen();
    first.close();
    drive(9, false);
    end();
    assertEquals(List.of("0 0", "6 1", "9 0"), told);
  }
}
