package io.parkbench.protocol.meter;

/**
 * Turns numbers into registers and back. {@link Double#NaN} stands for <em>not available</em> both ways: whatever a format has for it is
 * read as NaN (never as a number, least of all 0), and NaN is written as the makers write it. Nothing is allocated.
 */
public final class Registers {
  private static final long FLOAT_NAN = 0xFFC0_0000L;
  private static final int BYTE = 0xFF;

  private Registers() {}

  /**
   * The number whose first register is at byte {@code at} of {@code bytes}, not scaled; NaN if it is not available.
   */
  public static double decode(byte[] bytes, int at, Format format, WordOrder order) {
    long bits = bits(bytes, at, format.registers(), order);
    return switch (format) {
      case FLOAT32 -> finite(Float.intBitsToFloat((int) bits));
      case INT64 -> bits == Long.MIN_VALUE ? Double.NaN : bits;
      case INT32 -> (int) bits == Integer.MIN_VALUE ? Double.NaN : (int) bits;
      case UINT32 -> bits == 0x8000_0000L || bits == 0xFFFF_FFFFL ? Double.NaN : bits;
      case INT16 -> (short) bits == Short.MIN_VALUE ? Double.NaN : (short) bits;
      case UINT16 -> bits == 0x8000 || bits == 0xFFFF ? Double.NaN : bits;
    };
  }

  /**
   * Writes a number, not scaled, so that its first register is at byte {@code at}: rounded to the nearest that the format has, one beyond
   * its range to the end of that. A number that would read as not available moves on by one.
   */
  public static void encode(byte[] bytes, int at, Format format, WordOrder order, double number) {
    put(bytes, at, format.registers(), order, Double.isNaN(number) ? notAvailable(format) : switch (format) {
      case FLOAT32 -> Float.floatToRawIntBits((float) number);
      case INT64 -> Math.max(Math.round(number), -Long.MAX_VALUE);
      case INT32 -> clamp(number, -Integer.MAX_VALUE, Integer.MAX_VALUE);
      case UINT32 -> besides(clamp(number, 0, 0xFFFF_FFFEL), 0x8000_0000L);
      case INT16 -> clamp(number, -Short.MAX_VALUE, Short.MAX_VALUE);
      case UINT16 -> besides(clamp(number, 0, 0xFFFE), 0x8000);
    });
  }

  /** The bits of a value of 1, 2 or 4 registers, in the low end of a long. */
  public static long bits(byte[] bytes, int at, int registers, WordOrder order) {
    long bits = 0;
    for (int word = 0; word < registers; word++) {
      int from = at + 2 * (order.lowWordFirst() ? registers - 1 - word : word);
      int first = bytes[from] & BYTE;
      int second = bytes[from + 1] & BYTE;
      bits = bits << 16 | (order.bytesTurned() ? second << 8 | first : first << 8 | second);
    }
    return bits;
  }

  /** Writes the bits of a value of 1, 2 or 4 registers. */
  public static void put(byte[] bytes, int at, int registers, WordOrder order, long bits) {
    for (int word = 0; word < registers; word++) {
      int to = at + 2 * (order.lowWordFirst() ? word : registers - 1 - word);
      byte low = (byte) (bits >> 16 * word);
      byte high = (byte) (bits >> 16 * word + 8);
      bytes[to] = order.bytesTurned() ? low : high;
      bytes[to + 1] = order.bytesTurned() ? high : low;
    }
  }

  /** What makers write where a format's number is not available. */
  public static long notAvailable(Format format) {
    return switch (format) {
      case FLOAT32 -> FLOAT_NAN;
      case INT64 -> Long.MIN_VALUE;
      case INT32, UINT32 -> 0x8000_0000L;
      case INT16, UINT16 -> 0x8000L;
    };
  }

  private static double finite(float number) {
    return Float.isFinite(number) ? number : Double.NaN;
  }

  private static long clamp(double number, long least, long most) {
    return Math.clamp(Math.round(number), least, most);
  }

  private static long besides(long number, long notAvailable) {
    return number == notAvailable ? number + 1 : number;
  }
}
