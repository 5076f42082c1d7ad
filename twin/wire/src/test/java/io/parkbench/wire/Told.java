package io.parkbench.wire;

import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Loop;
import java.util.HexFormat;
import java.util.List;

/**
 * Remembers what became of requests: {@code INSTANT NAME OUTCOME}, the instant in milliseconds.
 *
 * @param lines where it goes, shared by those that a test asks
 */
record Told(Loop loop, String name, List<String> lines) implements Exchange.Answer {
  @Override
  public void answered(byte[] reply) {
    lines.add(loop.now() / 1_000 + " " + name + " " + HexFormat.of().formatHex(reply));
  }

  @Override
  public void failed(Exchange.Failure why) {
    lines.add(loop.now() / 1_000 + " " + name + " " + why);
  }
}
