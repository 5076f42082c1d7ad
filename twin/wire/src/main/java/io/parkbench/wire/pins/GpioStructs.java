package io.parkbench.wire.pins;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** The structures of Linux's GPIO character device, uAPI v2 ({@code linux/gpio.h}), and what Parkbench writes and reads in them. */
final class GpioStructs {
  static final int LINES_MAX = 64;
  static final int NAME_SIZE = 32;
  static final int ATTRIBUTES_MAX = 10;

  static final long FLAG_INPUT = 1L << 2;
  static final long FLAG_EDGE_RISING = 1L << 4;
  static final long FLAG_EDGE_FALLING = 1L << 5;
  static final int ATTRIBUTE_DEBOUNCE = 3;
  static final int EVENT_RISING = 1;

  static final StructLayout ATTRIBUTE = MemoryLayout.structLayout(
      JAVA_INT.withName("id"), JAVA_INT.withName("padding"),
      MemoryLayout.unionLayout(JAVA_LONG.withName("flags"), JAVA_LONG.withName("values"), JAVA_INT.withName("debounce_period_us"))
          .withName("value"));

  static final StructLayout CONFIG_ATTRIBUTE = MemoryLayout.structLayout(ATTRIBUTE.withName("attr"), JAVA_LONG.withName("mask"));

  static final StructLayout CONFIG = MemoryLayout.structLayout(
      JAVA_LONG.withName("flags"), JAVA_INT.withName("num_attrs"), MemoryLayout.sequenceLayout(5, JAVA_INT).withName("padding"),
      MemoryLayout.sequenceLayout(ATTRIBUTES_MAX, CONFIG_ATTRIBUTE).withName("attrs"));

  static final StructLayout REQUEST = MemoryLayout.structLayout(
      MemoryLayout.sequenceLayout(LINES_MAX, JAVA_INT).withName("offsets"),
      MemoryLayout.sequenceLayout(NAME_SIZE, JAVA_BYTE).withName("consumer"),
      CONFIG.withName("config"), JAVA_INT.withName("num_lines"), JAVA_INT.withName("event_buffer_size"),
      MemoryLayout.sequenceLayout(5, JAVA_INT).withName("padding"), JAVA_INT.withName("fd"));

  static final StructLayout VALUES = MemoryLayout.structLayout(JAVA_LONG.withName("bits"), JAVA_LONG.withName("mask"));

  static final StructLayout EVENT = MemoryLayout.structLayout(
      JAVA_LONG.withName("timestamp_ns"), JAVA_INT.withName("id"), JAVA_INT.withName("offset"), JAVA_INT.withName("seqno"),
      JAVA_INT.withName("line_seqno"), MemoryLayout.sequenceLayout(6, JAVA_INT).withName("padding"));

  /** Of {@code poll.h}. */
  static final StructLayout POLL = MemoryLayout.structLayout(
      JAVA_INT.withName("fd"), JAVA_SHORT.withName("events"), JAVA_SHORT.withName("revents"));

  /** {@code GPIO_V2_GET_LINE_IOCTL} and {@code GPIO_V2_LINE_GET_VALUES_IOCTL}. */
  static final long GET_LINE = readWrite(0x07, REQUEST);
  static final long GET_VALUES = readWrite(0x0E, VALUES);

  private static final int GPIO = 0xB4;

  private GpioStructs() {}

  /** {@code _IOWR}, as most machines number it. */
  private static long readWrite(int number, StructLayout argument) {
    return 3L << 30 | argument.byteSize() << 16 | (long) GPIO << 8 | number;
  }

  static long at(StructLayout struct, String... path) {
    PathElement[] elements = new PathElement[path.length];
    for (int i = 0; i < path.length; i++) {
      elements[i] = path[i].matches("\\d+") ? PathElement.sequenceElement(Long.parseLong(path[i]))
          : PathElement.groupElement(path[i]);
    }
    return struct.byteOffset(elements);
  }

  /** Asks for one line as an input with both edges; {@code request} is full of zeros. */
  static void fillRequest(MemorySegment request, int line, String consumer, long debounceMicros) {
    request.set(JAVA_INT, at(REQUEST, "offsets"), line);
    request.set(JAVA_INT, at(REQUEST, "num_lines"), 1);
    request.setString(at(REQUEST, "consumer"), consumer.substring(0, Math.min(consumer.length(), NAME_SIZE - 1)));
    request.set(JAVA_LONG, at(REQUEST, "config", "flags"), FLAG_INPUT | FLAG_EDGE_RISING | FLAG_EDGE_FALLING);
    if (debounceMicros > 0) {
      request.set(JAVA_INT, at(REQUEST, "config", "num_attrs"), 1);
      request.set(JAVA_INT, at(REQUEST, "config", "attrs", "0", "attr", "id"), ATTRIBUTE_DEBOUNCE);
      request.set(JAVA_INT, at(REQUEST, "config", "attrs", "0", "attr", "value", "debounce_period_us"), (int) debounceMicros);
      request.set(JAVA_LONG, at(REQUEST, "config", "attrs", "0", "mask"), 1L);
    }
  }

  /** The edge that an event tells. */
  static Gpio.Edge edge(MemorySegment event) {
    return new Gpio.Edge(
        event.get(JAVA_INT, at(EVENT, "id")) == EVENT_RISING, event.get(JAVA_INT, at(EVENT, "line_seqno")) & 0xFFFF_FFFFL);
  }
}
