package io.parkbench.wire.pins;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Pin;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The structures of {@code linux/gpio.h} as the kernel has them on every 64-bit machine: sizes and offsets, without a chip. */
class GpioStructsTest {
  @Test
  void sizesAreTheKernels() {
    assertEquals(16, GpioStructs.ATTRIBUTE.byteSize());
    assertEquals(24, GpioStructs.CONFIG_ATTRIBUTE.byteSize());
    assertEquals(272, GpioStructs.CONFIG.byteSize());
    assertEquals(592, GpioStructs.REQUEST.byteSize());
    assertEquals(16, GpioStructs.VALUES.byteSize());
    assertEquals(48, GpioStructs.EVENT.byteSize());
    assertEquals(8, GpioStructs.POLL.byteSize());
  }

  @Test
  void offsetsAreTheKernels() {
    assertEquals(256, GpioStructs.at(GpioStructs.REQUEST, "consumer"));
    assertEquals(288, GpioStructs.at(GpioStructs.REQUEST, "config"));
    assertEquals(560, GpioStructs.at(GpioStructs.REQUEST, "num_lines"));
    assertEquals(564, GpioStructs.at(GpioStructs.REQUEST, "event_buffer_size"));
    assertEquals(588, GpioStructs.at(GpioStructs.REQUEST, "fd"));
    assertEquals(8, GpioStructs.at(GpioStructs.CONFIG, "num_attrs"));
    assertEquals(32, GpioStructs.at(GpioStructs.CONFIG, "attrs"));
    assertEquals(8, GpioStructs.at(GpioStructs.CONFIG_ATTRIBUTE, "attr", "value", "debounce_period_us"));
    assertEquals(16, GpioStructs.at(GpioStructs.CONFIG_ATTRIBUTE, "mask"));
    assertEquals(8, GpioStructs.at(GpioStructs.EVENT, "id"));
    assertEquals(20, GpioStructs.at(GpioStructs.EVENT, "line_seqno"));
  }

  @Test
  void callNumbersAreTheKernels() {
    assertEquals(0xC250B407L, GpioStructs.GET_LINE);
    assertEquals(0xC010B40EL, GpioStructs.GET_VALUES);
  }

  @Test
  void aRequestAsksForOneLineWithBothEdges() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(GpioStructs.REQUEST);
      GpioStructs.fillRequest(request, 17, "parkbench input-1", 5_000);
      assertEquals(17, request.get(JAVA_INT, 0));
      assertEquals("parkbench input-1", request.getString(256));
      assertEquals(0b110100, request.get(JAVA_LONG, 288), "input, rising and falling edges");
      assertEquals(1, request.get(JAVA_INT, 288 + 8));
      assertEquals(3, request.get(JAVA_INT, 288 + 32), "debounce");
      assertEquals(5_000, request.get(JAVA_INT, 288 + 40));
      assertEquals(1, request.get(JAVA_LONG, 288 + 48), "of the first line");
      assertEquals(1, request.get(JAVA_INT, 560));
      long zeros = LongStream.range(0, 592).filter(i -> request.get(JAVA_BYTE, i) == 0).count();
      assertEquals(592 - 1 - 17 - 1 - 1 - 1 - 2 - 1 - 1, zeros, "the kernel refuses padding that is not zero");
    }
  }

  @Test
  void withoutDebounceThereIsNoAttributeAndALongNameIsCut() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(GpioStructs.REQUEST);
      GpioStructs.fillRequest(request, 0, "parkbench with a name that is too long for it", 0);
      assertEquals("parkbench with a name that is t", request.getString(256));
      assertEquals(0, request.get(JAVA_INT, 288 + 8));
    }
  }

  @Test
  void anEventTellsItsEdge() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(GpioStructs.EVENT);
      event.set(JAVA_INT, 8, 1);
      event.set(JAVA_INT, 20, -2);
      assertEquals(new Gpio.Edge(true, 0xFFFF_FFFEL), GpioStructs.edge(event));
      event.set(JAVA_INT, 8, 2);
      assertEquals(new Gpio.Edge(false, 0xFFFF_FFFEL), GpioStructs.edge(event));
    }
  }

  /** By the real C library. */
  @Test
  void aChipThatIsNotThereOrIsNoneIsToldWithARemedy(@TempDir Path folder) throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "0");
    assertEquals("there is no GPIO chip " + folder.resolve("none") + ": gpiodetect lists them", refusal(folder.resolve("none")));
    assertEquals(plain + " is no GPIO chip, or its kernel is older than Linux 5.10", refusal(plain));
  }

  @Test
  void whatElseCanBeWrongIsToldWithARemedy() {
    Pin.GpioLine pin = new Pin.GpioLine("input-1", "/dev/gpiochip0", 17, 0);
    assertTrue(CharacterDevice.cannotOpen(pin, 13).contains("put this user into its group"));
    assertTrue(CharacterDevice.cannotTake(pin, 16).contains("line 17 of /dev/gpiochip0 is in use by another program"));
    assertTrue(CharacterDevice.cannotTake(pin, 22).contains("gpioinfo lists the lines"));
    assertTrue(CharacterDevice.cannotTake(pin, 19).contains("plug it in again"));
  }

  private static String refusal(Path chip) {
    Pin.GpioLine pin = new Pin.GpioLine("input-1", chip.toString(), 17, 5_000);
    return String.valueOf(Assertions.assertThrows(IOException.class, () -> new CharacterDevice().request(pin)).getMessage());
  }
}
