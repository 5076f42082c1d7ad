package io.parkbench.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.SerialLine;
import io.parkbench.kernel.WallClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modbus RTU between two pseudo-terminals, joined by a few lines of Python; skipped where that is missing. */
class SerialExchangeTest {
  private static final String CABLE = """
      import os, pty, select, sys, tty
      ends = [pty.openpty() for _ in range(2)]
      for _, slave in ends:
          tty.setraw(slave)
      print(*[os.ttyname(slave) for _, slave in ends], flush=True)
      other = {ends[0][0]: ends[1][0], ends[1][0]: ends[0][0], 0: None}
      while True:
          for fd in select.select(list(other), [], [])[0]:
              data = os.read(fd, 256)
              if fd == 0:
                  if not data:
                      sys.exit()
              else:
                  os.write(other[fd], data)
      """;
  private static final long TIMEOUT = 1_000 * Micros.MILLISECOND;

  private final WallClock time = new WallClock();
  private final LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, 1_000);
  private final List<String> told = new ArrayList<>();
  private @Nullable Process cable;
  private String[] ends = {};

  @BeforeEach
  void plugIn() {
    try {
      Process made = new ProcessBuilder("python3", "-c", CABLE).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      cable = made;
      BufferedReader out = new BufferedReader(new InputStreamReader(made.getInputStream(), StandardCharsets.UTF_8));
      ends = String.valueOf(out.readLine()).split(" ");
    } catch (IOException e) {
      // looked at below
    }
    assumeTrue(ends.length == 2, "no pair of pseudo-terminals can be had here: python3 makes one");
  }

  @AfterEach
  void unplug() {
    net.close();
    if (cable != null) {
      cable.destroy();
    }
  }

  private String outcome(int unit, byte[] request) {
    int before = told.size();
    Endpoint meter = new Endpoint("m", ends[0] + "?baud=115200&parity=none", 0, unit);
    net.exchange().ask(meter, request, TIMEOUT, new Told(time, "m", told));
    assertTrue(time.runUntil(() -> told.size() > before, time.now() + 5 * Micros.SECOND), "within 5 s");
    return told.getLast().replaceAll("^\\d+ m ", "");
  }

  @Test
  void severalUnitsReplyOnOneLine() {
    net.modbus().serveOn(SerialLine.parse(ends[1] + "?baud=115200&parity=none"), (unit, request, reply) -> {
      byte[] registers = new byte[252];
      registers[0] = 3;
      registers[1] = (byte) 250;
      registers[251] = (byte) unit;
      switch (unit) {
        case 1 -> reply.send(new byte[] {request[0], 2, request[1], request[2]});
        case 2 -> reply.send(new byte[] {(byte) (request[0] | 0x80), 0x0B});
        case 3 -> reply.send(registers);
        default -> {
          // nobody
        }
      }
    });
    for (int i = 0; i < 5; i++) {
      assertEquals("03020bb" + i, outcome(1, new byte[] {3, 0x0B, (byte) (0xB0 + i), 0, 1}));
    }
    assertEquals("830b", outcome(2, new byte[] {3, 0, 0, 0, 1}));
    assertTrue(outcome(3, new byte[] {3, 0, 0, 0, 125}).endsWith("0003"));
    assertEquals("TIMED_OUT", outcome(9, new byte[] {3, 0, 0, 0, 1}));
    assertEquals("04020007", outcome(1, new byte[] {4, 0, 7, 0, 1}));
  }

  /** Read Discrete Inputs, as input modules are read. */
  @Test
  void discreteInputsPassToo() {
    net.modbus().serveOn(
        SerialLine.parse(ends[1] + "?baud=115200&parity=none"),
        (unit, request, reply) -> reply.send(
            request[4] == 1 ? new byte[] {2, 1, (byte) (request[2] & 1)} : new byte[] {2, 3, (byte) 0xAC, (byte) 0xDB, 0x35}));
    assertEquals("020101", outcome(1, new byte[] {2, 0, 9, 0, 1}));
    assertEquals("020100", outcome(1, new byte[] {2, 0, 8, 0, 1}));
    assertEquals("0203acdb35", outcome(1, new byte[] {2, 0, (byte) 0xC4, 0, 22}));
  }

  @Test
  void aMalformedReplyIsLostAndTheNextIsFine() {
    net.modbus().serveOn(
        SerialLine.parse(ends[1] + "?baud=115200&parity=none"),
        (unit, request, reply) -> reply.send(request[2] == 0 ? new byte[] {3, 40, 1} : new byte[] {3, 2, 0, request[2]}));
    assertEquals("TIMED_OUT", outcome(1, new byte[] {3, 0, 0, 0, 1}));
    assertEquals("03020001", outcome(1, new byte[] {3, 0, 1, 0, 1}));
  }

  @Test
  void withNobodyOnTheLineItTimesOut() {
    assertEquals("TIMED_OUT", outcome(1, new byte[] {3, 0, 0, 0, 1}));
  }
}
