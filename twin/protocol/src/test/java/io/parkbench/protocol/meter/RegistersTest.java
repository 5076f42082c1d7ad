package io.parkbench.protocol.meter;

import static io.parkbench.protocol.meter.Format.FLOAT32;
import static io.parkbench.protocol.meter.Format.INT16;
import static io.parkbench.protocol.meter.Format.INT32;
import static io.parkbench.protocol.meter.Format.INT64;
import static io.parkbench.protocol.meter.Format.UINT16;
import static io.parkbench.protocol.meter.Format.UINT32;
import static io.parkbench.protocol.meter.WordOrder.ABCD;
import static io.parkbench.protocol.meter.WordOrder.BADC;
import static io.parkbench.protocol.meter.WordOrder.CDAB;
import static io.parkbench.protocol.meter.WordOrder.DCBA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Numbers against the very bytes that makers' documents and other people's meters have on the wire. */
class RegistersTest {
  /** Few enough significant bits for a double. */
  private static final double LONG = (double) 0x0102030405060700L;

  @Test
  void numbersLieInRegistersAsMakersWriteThem() {
    both("423a0000", FLOAT32, ABCD, 46.5);
    both("423d0000", FLOAT32, ABCD, 47.25);
    both("46435000", FLOAT32, ABCD, 12_500);
    both("41480000", FLOAT32, ABCD, 12.5);
    both("0000000000179692", INT64, ABCD, 1_545_874);
    both("022b", UINT16, ABCD, 555);
    both("01f7", INT16, ABCD, 503);
    both("ff85", INT16, ABCD, -123);
    both("fffe1dc0", INT32, ABCD, -123_456);
    both("fffffffe", UINT32, ABCD, 4_294_967_294.0);
  }

  @Test
  void everyWordOrderTurnsWhatItsNameSays() {
    both("423a4100", FLOAT32, ABCD, Float.intBitsToFloat(0x423A4100));
    both("4100423a", FLOAT32, CDAB, Float.intBitsToFloat(0x423A4100));
    both("3a420041", FLOAT32, BADC, Float.intBitsToFloat(0x423A4100));
    both("00413a42", FLOAT32, DCBA, Float.intBitsToFloat(0x423A4100));
    both("0102030405060700", INT64, ABCD, LONG);
    both("0700050603040102", INT64, CDAB, LONG);
    both("0201040306050007", INT64, BADC, LONG);
    both("0007060504030201", INT64, DCBA, LONG);
    both("022b", UINT16, CDAB, 555);
    both("2b02", UINT16, BADC, 555);
    both("2b02", UINT16, DCBA, 555);
  }

  @Test
  void notAvailableIsNoNumber() {
    both("ffc00000", FLOAT32, ABCD, Double.NaN);
    both("0000ffc0", FLOAT32, CDAB, Double.NaN);
    both("8000000000000000", INT64, ABCD, Double.NaN);
    both("80000000", INT32, ABCD, Double.NaN);
    both("80000000", UINT32, ABCD, Double.NaN);
    both("8000", UINT16, ABCD, Double.NaN);
    both("8000", INT16, ABCD, Double.NaN);
    reads("7fc00000", FLOAT32, ABCD, Double.NaN);
    reads("7f800000", FLOAT32, ABCD, Double.NaN);
    reads("ff800000", FLOAT32, ABCD, Double.NaN);
    reads("ffff", UINT16, ABCD, Double.NaN);
    reads("ffffffff", UINT32, ABCD, Double.NaN);
  }

  @Test
  void whatLooksLikeANumberIsLeftToTheReader() {
    reads("0000423d", FLOAT32, ABCD, Float.intBitsToFloat(0x423D));
    reads("ffff", INT16, ABCD, -1);
    reads("ffffffff", INT32, ABCD, -1);
    reads("00000000", FLOAT32, ABCD, 0);
  }

  @Test
  void whatDoesNotFitIsTheNearestThatIsANumber() {
    writes("fffe", UINT16, 70_000);
    writes("0000", UINT16, -3);
    writes("8001", UINT16, 32_768);
    writes("7fff", INT16, 40_000);
    writes("8001", INT16, -40_000);
    writes("80000001", INT32, -3e9);
    writes("fffffffe", UINT32, 5e9);
    writes("80000001", UINT32, 2_147_483_648.0);
    writes("8000000000000001", INT64, -1e30);
    writes("0011", UINT16, 16.5);
  }

  @Test
  void whateverIsWrittenReadsTheSame() {
    Chance chance = new Seed(7).fork("registers");
    byte[] bytes = new byte[11];
    for (int i = 0; i < 20_000; i++) {
      for (WordOrder order : WordOrder.values()) {
        double number = chance.between(-30_000, 30_000);
        for (Format format : Format.values()) {
          double fits = format == UINT16 || format == UINT32 ? Math.abs(number) : number;
          Registers.encode(bytes, 3, format, order, fits);
          assertEquals(fits, Registers.decode(bytes, 3, format, order), () -> format + " " + order + ", seed 7");
        }
      }
    }
  }

  private static void both(String hex, Format format, WordOrder order, double number) {
    reads(hex, format, order, number);
    byte[] bytes = new byte[2 * format.registers()];
    Registers.encode(bytes, 0, format, order, number);
    assertEquals(hex, HexFormat.of().formatHex(bytes), format + " " + order);
  }

  private static void reads(String hex, Format format, WordOrder order, double number) {
    assertEquals(number, Registers.decode(HexFormat.of().parseHex(hex), 0, format, order), hex + " as " + format + " " + order);
  }

  private static void writes(String hex, Format format, double number) {
    byte[] bytes = new byte[2 * format.registers()];
    Registers.encode(bytes, 0, format, ABCD, number);
    assertEquals(hex, HexFormat.of().formatHex(bytes), number + " as " + format);
  }
}
