package io.parkbench.protocol.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Discrete inputs as the example of Modbus Application Protocol 1.1b3, 6.2 has them: inputs 197 to 218 are read. */
class PduTest {
  private static final byte[] REQUEST = HexFormat.of().parseHex("0200c40016");
  private static final byte[] REPLY = HexFormat.of().parseHex("0203acdb35");

  @Test
  void theStandardsRequest() {
    assertArrayEquals(REQUEST, Pdu.readDiscrete(196, 22));
    assertTrue(Pdu.isDiscreteRead(REQUEST));
    assertFalse(Pdu.isRead(REQUEST));
    assertEquals(196, Pdu.address(REQUEST));
    assertEquals(22, Pdu.count(REQUEST));
  }

  @Test
  void theStandardsReply() {
    String bits = "0011010111011011101011";
    boolean[] inputs = new boolean[22];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = bits.charAt(i) == '1';
    }
    assertArrayEquals(REPLY, Pdu.discreteReply(inputs));
    assertTrue(Pdu.answersDiscrete(REQUEST, REPLY));
    for (int i = 0; i < inputs.length; i++) {
      assertEquals(inputs[i], Pdu.discrete(REPLY, i), "input " + (197 + i));
    }
  }

  @Test
  void whatDoesNotAnswer() {
    for (String reply : new String[] {"", "02", "0203acdb", "0203acdb3500", "0202acdb35", "0103acdb35", "8202"}) {
      assertFalse(Pdu.answersDiscrete(REQUEST, HexFormat.of().parseHex(reply)), reply);
    }
    assertFalse(Pdu.isDiscreteRead(HexFormat.of().parseHex("0200c400")));
    assertFalse(Pdu.isDiscreteRead(HexFormat.of().parseHex("0300c40016")));
  }
}
