package io.parkbench.gateway.lease;

import java.util.Arrays;

/** Writes a state of the model into bytes, or reads it from them, by the same walk over its fields. */
final class Bytes {
  private static final int NEVER = 127;

  private byte[] bytes = new byte[256];
  private int at;
  private boolean reading;
  private long now;
  private final long tick;

  Bytes(long tick) {
    this.tick = tick;
  }

  void write() {
    at = 0;
    reading = false;
  }

  void read(byte[] from) {
    bytes = from;
    at = 0;
    reading = true;
  }

  /** 64 bits that tell what was written from other writings; never 0. */
  long hash() {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < at; i++) {
      hash = (hash ^ bytes[i] & 0xff) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }

  byte[] written() {
    return Arrays.copyOf(bytes, at);
  }

  boolean reading() {
    return reading;
  }

  /** Times are kept relative to this. */
  void now(long instant) {
    now = instant;
  }

  long now() {
    return now;
  }

  int number(int value) {
    if (reading) {
      return bytes[at++];
    }
    if (value < -128 || value > 127) {
      throw new IllegalStateException(value + " does not fit a byte");
    }
    if (at == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * at);
    }
    bytes[at++] = (byte) value;
    return value;
  }

  boolean flag(boolean value) {
    return number(value ? 1 : 0) == 1;
  }

  /** A current in whole 10 A. */
  int current(int da) {
    return number(da / 100) * 100;
  }

  int ticks(int value) {
    return number(value);
  }

  /** A length of time in whole ticks. */
  long length(long value) {
    int ticks = number(value == Lease.ENDLESS ? NEVER : (int) (value / tick));
    return ticks == NEVER ? Lease.ENDLESS : ticks * tick;
  }

  /** An instant, in whole ticks; of one further back than {@code longAgo} (not above 0) it does not matter how far. */
  long instant(long value, int longAgo) {
    int ticks = number(value == Lease.ENDLESS ? NEVER : (int) Math.max((value - now) / tick, longAgo));
    return ticks == NEVER ? Lease.ENDLESS : now + ticks * tick;
  }
}
