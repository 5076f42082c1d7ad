package io.parkbench.wire.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.VirtualTime;
import org.junit.jupiter.api.Test;

/** R-BENCH-3: bytes that arrive changed fail the run. */
class LoopbackModbusTest {
  private static final Endpoint METER = new Endpoint("main", "192.168.42.42", 502, 7);
  private static final byte[] READ = {3, 0x0B, (byte) 0xB7, 0, 2};
  private static final byte[] VALUES = {3, 4, 0x42, 0x3A, 0, 0};
  private static final int UNIT = 6;
  private static final int LAST_OF_REQUEST = 11;
  private static final int LAST_OF_REPLY = 12;

  /** Flips a bit of the byte at {@code in} of what comes in, and at {@code out} of what goes out; −1: none. */
  private static LoopbackModbus flipping(int in, int out) {
    return new LoopbackModbus(new VirtualTime(0, ""), pipeline -> pipeline.addFirst(new ChannelDuplexHandler() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        super.channelRead(context, flip((ByteBuf) message, in));
      }

      @Override
      public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        super.write(context, flip((ByteBuf) message, out), promise);
      }
    }));
  }

  private static ByteBuf flip(ByteBuf bytes, int at) {
    return at < 0 ? bytes : bytes.setByte(at, bytes.getByte(at) ^ 1);
  }

  private static String failure(int in, int out) {
    try (LoopbackModbus wire = flipping(in, out)) {
      return String.valueOf(assertThrows(IllegalStateException.class, () -> wire.exchange(METER, READ, VALUES)).getMessage());
    }
  }

  @Test
  void whatArrivesAsItWasSentPasses() {
    try (LoopbackModbus wire = flipping(-1, -1)) {
      for (int i = 0; i < 100; i++) {
        wire.exchange(METER, READ, VALUES);
      }
    }
  }

  @Test
  void oneFlippedBitFailsTheRunAndIsShown() {
    assertTrue(failure(-1, LAST_OF_REPLY).contains("changed a reply"));
    assertTrue(failure(LAST_OF_REQUEST, -1).contains("sent 030bb70002, heard 030bb70003"));
    assertEquals("the wire changed the unit of " + METER + " to 6", failure(UNIT, -1));
  }
}
