package io.parkbench.protocol.modbus;

/**
 * Reading registers and discrete inputs, as protocol data units (Modbus Application Protocol 1.1b3, 6.2 to 6.4): what lies inside the
 * frames of TCP and serial lines alike.
 */
public final class Pdu {
  public static final int READ_DISCRETE = 2;
  public static final int READ_HOLDING = 3;
  public static final int READ_INPUT = 4;

  /** No request reads more registers than this. */
  public static final int REGISTERS_MAX = 125;

  /** No request reads more discrete inputs than this. */
  public static final int BITS_MAX = 2000;

  /** How many bytes of a reply come before its registers or bits. */
  public static final int HEADER = 2;

  public static final int ILLEGAL_FUNCTION = 1;
  public static final int ILLEGAL_ADDRESS = 2;
  public static final int ILLEGAL_VALUE = 3;
  public static final int DEVICE_FAILURE = 4;
  public static final int BUSY = 6;
  public static final int PATH_UNAVAILABLE = 0x0A;
  public static final int TARGET_SILENT = 0x0B;

  private static final int ERROR = 0x80;

  private Pdu() {}

  /**
   * Asks for registers.
   *
   * @param function {@link #READ_HOLDING} or {@link #READ_INPUT}
   * @param address of the first on the wire, 0…65535
   * @param count 1…{@link #REGISTERS_MAX}
   */
  public static byte[] read(int function, int address, int count) {
    return new byte[] {(byte) function, (byte) (address >> 8), (byte) address, (byte) (count >> 8), (byte) count};
  }

  /** The function code of a request, or of what a reply answers. */
  public static int function(byte[] pdu) {
    return pdu.length == 0 ? 0 : pdu[0] & ~ERROR & 0xFF;
  }

  /** Whether a request has the length of one that reads registers. */
  public static boolean isRead(byte[] request) {
    return request.length == 5 && (function(request) == READ_HOLDING || function(request) == READ_INPUT);
  }

  /** The first register a request asks for, as on the wire. */
  public static int address(byte[] request) {
    return word(request, 1);
  }

  /** How many registers a request asks for. */
  public static int count(byte[] request) {
    return word(request, 3);
  }

  /** A reply without its registers yet: fill them in with {@link #put}. */
  public static byte[] reply(int function, int count) {
    byte[] reply = new byte[HEADER + 2 * count];
    reply[0] = (byte) function;
    reply[1] = (byte) (2 * count);
    return reply;
  }

  /** Sets a register of a reply, counted from its first one. */
  public static void put(byte[] reply, int index, int value) {
    reply[HEADER + 2 * index] = (byte) (value >> 8);
    reply[HEADER + 2 * index + 1] = (byte) value;
  }

  /** Refuses a request. */
  public static byte[] exception(int function, int code) {
    return new byte[] {(byte) (function | ERROR), (byte) code};
  }

  /** The code of a reply that refuses, or 0 if it does not. */
  public static int exception(byte[] reply) {
    return reply.length >= 2 && (reply[0] & ERROR) != 0 ? reply[1] & 0xFF : 0;
  }

  /** Whether a reply holds what was asked for, all of it. */
  public static boolean answers(byte[] request, byte[] reply) {
    int bytes = 2 * count(request);
    return reply.length == HEADER + bytes && reply[0] == request[0] && (reply[1] & 0xFF) == bytes;
  }

  /** A register of a reply, counted from its first one, 0…65535. */
  public static int register(byte[] reply, int index) {
    return word(reply, HEADER + 2 * index);
  }

  /** Whether a request has the length of one that reads discrete inputs; {@link #address} and {@link #count} say which. */
  public static boolean isDiscreteRead(byte[] request) {
    return request.length == 5 && function(request) == READ_DISCRETE;
  }

  /**
   * Asks for discrete inputs.
   *
   * @param address of the first on the wire, 0…65535
   * @param count 1…{@link #BITS_MAX}
   */
  public static byte[] readDiscrete(int address, int count) {
    return read(READ_DISCRETE, address, count);
  }

  /** Replies with discrete inputs, the first in the lowest bit of the first byte. */
  public static byte[] discreteReply(boolean... inputs) {
    int bytes = (inputs.length + 7) / 8;
    byte[] reply = new byte[HEADER + bytes];
    reply[0] = READ_DISCRETE;
    reply[1] = (byte) bytes;
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i]) {
        reply[HEADER + i / 8] |= (byte) (1 << i % 8);
      }
    }
    return reply;
  }

  /** Whether a reply holds the discrete inputs that were asked for, all of them. */
  public static boolean answersDiscrete(byte[] request, byte[] reply) {
    int bytes = (count(request) + 7) / 8;
    return reply.length == HEADER + bytes && reply[0] == READ_DISCRETE && (reply[1] & 0xFF) == bytes;
  }

  /** A discrete input of a reply, counted from its first one. */
  public static boolean discrete(byte[] reply, int index) {
    return (reply[HEADER + index / 8] >> index % 8 & 1) != 0;
  }

  private static int word(byte[] pdu, int at) {
    return (pdu[at] & 0xFF) << 8 | pdu[at + 1] & 0xFF;
  }
}
