package io.parkbench.plant.meter;

import io.parkbench.protocol.modbus.Pdu;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The catalogue of ways in which power meters mislead whoever reads them, each with its source and what a gateway owes meanwhile. */
public enum MeterTrap {
  OFF_BY_ONE("off-by-one", "T1", Owed.LOST,
      "shows at each address what belongs to the next, as to a reader who takes register numbers for addresses",
      "Schneider DOCA0241: Register = Address + 1"),
  WORD_SWAP("word-swap", "T2", Owed.LOST,
      "sends the words of a number in the other order", "evcc charger/schneider-v3.go (EVlink Pro AC); PM1000 (PLSED309039EN)"),
  BYTE_SWAP("byte-swap", "T3", Owed.LOST,
      "sends the bytes of each register in the other order", "word orders BADC and DCBA in common Modbus masters"),
  NAN_PHASE("nan-phase", "T4", Owed.LOST,
      "has no current of L2: Float32 0xFFC00000, or what its format has for not available", "Schneider DOCA0157, DOCA0241"),
  INFINITE_PHASE("infinite-phase", "T4", Owed.LOST,
      "shows an infinite current of L2 where it shows Float32, otherwise none", "IEEE 754"),
  NOT_AVAILABLE_INT16("not-available-int16", "T5", Owed.LOST,
      "has 0x8000 in every number of one register", "Schneider FAQ FA221437"),
  NOT_AVAILABLE_FFFF("not-available-ffff", "T5", Owed.LOST,
      "has 0xFFFF in every number of one register", "Schneider DOCA0241"),
  NOT_AVAILABLE_INT64("not-available-int64", "T6", Owed.UNHARMED,
      "has no energy: 0x8000000000000000 in Int64, or what its format has for not available", "Schneider DOCA0157"),
  WATTS_FOR_KILOWATTS("watts-for-kilowatts", "T7", Owed.UNHARMED,
      "shows a thousand times the power that its model says", "PowerTag (W) and iEM3000 (kW) share their registers"),
  KILOWATTS_FOR_WATTS("kilowatts-for-watts", "T7", Owed.UNHARMED,
      "shows a thousandth of the power that its model says", "iEM3000 (kW) and PowerTag (W) share their registers"),
  WATT_HOURS_FOR_KILOWATT_HOURS("watt-hours-for-kilowatt-hours", "T8", Owed.UNHARMED,
      "shows a thousand times the energy that its model says", "mbmd meters/rs485/iem3000.go"),
  KILOWATT_HOURS_FOR_WATT_HOURS("kilowatt-hours-for-watt-hours", "T8", Owed.UNHARMED,
      "shows a thousandth of the energy that its model says", "mbmd meters/rs485/iem3000.go"),
  TENFOLD_CURRENT("tenfold-current", "T8", Owed.CONFIGURED,
      "shows ten times the current: its document says to divide by 10", "Schneider DOCA0384 (scale column)"),
  TENTH_CURRENT("tenth-current", "T8", Owed.LOST,
      "shows a tenth of the current: its model divides by 10 what is none", "Schneider DOCA0384 (scale column)"),
  ENERGY_RESET("energy-reset", "T9", Owed.UNHARMED,
      "counts its energy from 0 again", "reset or replacement of a meter"),
  ENERGY_ROLLBACK("energy-rollback", "T9", Owed.UNHARMED,
      "goes back by 10 kWh", "loss of what was not stored at a power failure"),
  FROZEN("frozen", "T10", Owed.LOST,
      "goes on showing what it showed", "gateways that answer from their cache while the meter is silent"),
  SLOW("slow", "T11", Owed.UNHARMED,
      "replies 800 ms after it was asked", "serial meters behind a gateway"),
  JITTER("jitter", "T11", Owed.UNHARMED,
      "replies up to 700 ms after it was asked, in any order", "serial meters behind a gateway"),
  SPLIT_FRAMES("split-frames", "T11", Owed.UNHARMED,
      "sends each reply in several segments", "TCP"),
  MERGED_FRAMES("merged-frames", "T11", Owed.UNHARMED,
      "sends two replies in one segment", "TCP"),
  ILLEGAL_ADDRESS("illegal-address", "T12", Owed.DIAGNOSED,
      "refuses every read with exception 02", "Modbus Application Protocol 1.1b3, 7"),
  ILLEGAL_VALUE("illegal-value", "T12", Owed.DIAGNOSED,
      "refuses every read with exception 03", "Schneider FAQ FA275098"),
  DEVICE_FAILURE("device-failure", "T12", Owed.LOST,
      "refuses every read with exception 04", "Modbus Application Protocol 1.1b3, 7"),
  BUSY("busy", "T12", Owed.UNHARMED,
      "refuses every second read with exception 06", "Modbus Application Protocol 1.1b3, 7"),
  PATH_UNAVAILABLE("path-unavailable", "T12", Owed.LOST,
      "is behind a gateway that says exception 0A", "Modbus Application Protocol 1.1b3, 7"),
  TARGET_SILENT("target-silent", "T12", Owed.LOST,
      "is behind a gateway that says exception 0B", "Modbus Application Protocol 1.1b3, 7"),
  WRONG_UNIT("wrong-unit", "T13", Owed.DIAGNOSED,
      "has another unit id, and its gateway shows 0x8000 in every register", "Schneider FAQ FA221437"),
  WRONG_UNIT_SILENT("wrong-unit-silent", "T13", Owed.LOST,
      "has another unit id, and nobody answers to this one", "evcc documentation (IFM, IFE)"),
  OTHER_FUNCTION("other-function", "T14", Owed.DIAGNOSED,
      "has its numbers in the other table: input for holding registers, and says exception 01 to who reads these",
      "mbmap-library iem3000 (function 3 only)"),
  ZERO_BLOCK("zero-block", "T15", Owed.LOST,
      "has 0 in every register", "gateways that answer for a block they cannot read"),
  REVERSED_TRANSFORMER("reversed-transformer", "T16", Owed.CONFIGURED,
      "has the transformer of L1 the wrong way round: the sign of its power turns, its RMS current has none",
      "commissioning guides"),
  SMALL_WINDOW("small-window", "T17", Owed.CONFIGURED,
      "refuses reads of more than 4 registers with exception 03", "Modbus gateways with small buffers"),
  FEW_CONNECTIONS("few-connections", "T18", Owed.UNHARMED,
      "takes one connection at a time", "Modbus TCP devices with one to four sockets"),
  IDLE_CLOSE("idle-close", "T18", Owed.UNHARMED,
      "closes a connection on which it is not asked for a second", "Modbus TCP devices with one to four sockets"),
  MODULO_ENERGY("modulo-energy", "T19", Owed.UNHARMED,
      "shows its energy in groups of four decimal digits, one in each register, the lowest first", "Micrologic in NT, NW and NS"),
  TWO_TRANSFORMERS("two-transformers", "T20", Owed.CONFIGURED,
      "has no transformer on L2, and shows 0 A there", "three-wire connection with two transformers"),
  PHASE_ROTATION("phase-rotation", "T20", Owed.CONFIGURED,
      "shows each phase under the name of the one before: L2 as L1, L3 as L2, L1 as L3", "commissioning guides");

  /** How long after it was asked a slow meter replies, µs. */
  static final long SLOW_MICROS = 800_000;
  /** The most that a jittery meter takes, µs. */
  static final long JITTER_MICROS = 700_000;
  /** How many registers a small window has. */
  static final int WINDOW = 4;
  /** What a gateway shows in the registers of a unit that is not there. */
  static final int NOTHING = 0x8000;

  /** What a correct gateway makes of a meter with a trap. */
  public enum Owed {
    /** Its readings count as lost, never as 0 or as room: no raise from the first of them, degraded after 10 s (R-DYN-6). */
    LOST,
    /** As lost, and what is wrong with the configuration is said. */
    DIAGNOSED,
    /** Control goes on: readings of the currents are right, or will be at the next read. */
    UNHARMED,
    /** No reading tells; a setting of the meter puts it right, and until then room is never above the zone's maximum. */
    CONFIGURED
  }

  private final String word;
  private final String id;
  private final Owed owed;
  private final String sentence;
  private final String source;

  MeterTrap(String word, String id, Owed owed, String sentence, String source) {
    this.word = word;
    this.id = id;
    this.owed = owed;
    this.sentence = sentence;
    this.source = source;
  }

  /** The name as written in features, files and options. */
  public String word() {
    return word;
  }

  /** The number of its kind in the list of traps: T1 to T20. */
  public String id() {
    return id;
  }

  public Owed owed() {
    return owed;
  }

  /** What the meter does, as the end of a sentence that begins with "it". */
  public String sentence() {
    return sentence;
  }

  /** Where it was met: documents, public code, or words. */
  public String source() {
    return source;
  }

  /** Whether it exists on real sockets only: it lies in connections and segments, which requests and replies know nothing of. */
  public boolean realSocketsOnly() {
    return this == SPLIT_FRAMES || this == MERGED_FRAMES || this == FEW_CONNECTIONS || this == IDLE_CLOSE;
  }

  /** The exception with which every read is refused, or 0. */
  int exception() {
    return switch (this) {
      case ILLEGAL_ADDRESS -> Pdu.ILLEGAL_ADDRESS;
      case ILLEGAL_VALUE -> Pdu.ILLEGAL_VALUE;
      case DEVICE_FAILURE -> Pdu.DEVICE_FAILURE;
      case PATH_UNAVAILABLE -> Pdu.PATH_UNAVAILABLE;
      case TARGET_SILENT -> Pdu.TARGET_SILENT;
      default -> 0;
    };
  }

  /** The trap of that name; an unknown one fails with {@link IllegalArgumentException} that lists them. */
  public static MeterTrap named(String word) {
    for (MeterTrap trap : values()) {
      if (trap.word.equals(word)) {
        return trap;
      }
    }
    throw new IllegalArgumentException("no trap is called '" + word + "'; there are "
        + Arrays.stream(values()).map(MeterTrap::word).collect(Collectors.joining(", ")));
  }

  @Override
  public String toString() {
    return word;
  }
}
