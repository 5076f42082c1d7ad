package io.parkbench.wire;

import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Responder;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;

/** A minute of six meters at three addresses, polled under random faults, some slow, some silent, some odd; yields its hash. */
final class RandomPolling implements Responder {
  private static final List<Endpoint> METERS = List.of(
      new Endpoint("m-1", "10.0.0.1", 502, 1), new Endpoint("m-2", "10.0.0.1", 502, 2),
      new Endpoint("m-3", "10.0.0.2", 502, 255), new Endpoint("m-4", "/dev/ttyUSB0", 0, 1),
      new Endpoint("m-5", "/dev/ttyUSB0", 0, 247), new Endpoint("m-6", "10.0.0.9", 502, 1));

  private final VirtualTime time = new VirtualTime(0, "");
  private final JsonLines recording = new JsonLines(OutputStream.nullOutputStream());
  private final Carrier carrier;
  private final VirtualNet net;
  private final Chance chance;

  private RandomPolling(boolean sockets, long seed) {
    carrier = sockets ? new SocketCarrier(time) : new MemoryCarrier();
    net = new VirtualNet(time, new Seed(seed), recording, carrier, Latency.LOCAL);
    chance = new Seed(seed).fork("polling");
  }

  static String hash(boolean sockets, long seed) {
    return new RandomPolling(sockets, seed).run();
  }

  private String run() {
    try (carrier) {
      METERS.stream().limit(METERS.size() - 1).forEach(meter -> net.serve(meter.host(), meter.port(), this));
      METERS.forEach(this::poll);
      time.after(Micros.SECOND, this::fault);
      time.runUntil(Micros.MINUTE);
      return recording.hash() + " " + recording.lines() + " lines";
    }
  }

  private void poll(Endpoint meter) {
    byte[] request = new byte[(int) chance.between(1, 12)];
    for (int i = 0; i < request.length; i++) {
      request[i] = (byte) chance.between(0, 255);
    }
    net.exchange().ask(meter, request, 300 * Micros.MILLISECOND, new Exchange.Answer() {
      @Override
      public void answered(byte[] reply) {
        then(meter, HexFormat.of().formatHex(reply));
      }

      @Override
      public void failed(Exchange.Failure why) {
        then(meter, why.name());
      }
    });
  }

  private void then(Endpoint meter, String outcome) {
    recording.line(time.now(), "poll", json -> {
      json.writeStringField("m", meter.name());
      json.writeStringField("o", outcome);
    });
    time.after(200 * Micros.MILLISECOND, () -> poll(meter));
  }

  @Override
  public void asked(int unit, byte[] request, Reply reply) {
    byte[] pdu = new byte[(int) chance.between(0, 253)];
    for (int i = 0; i < pdu.length; i++) {
      pdu[i] = (byte) (request[0] + i * unit);
    }
    switch ((int) chance.between(0, 9)) {
      case 0 -> {
        // silent
      }
      case 1 -> time.after(chance.between(0, 400_000), () -> reply.send(pdu));
      default -> reply.send(pdu);
    }
  }

  private void fault() {
    time.after(Micros.SECOND, this::fault);
    Fault fault = switch ((int) chance.between(0, 5)) {
      case 0 -> new Fault.Cut();
      case 1 -> new Fault.Silence();
      case 2 -> new Fault.Hold();
      case 3 -> new Fault.Delay(0, 200_000);
      case 4 -> new Fault.Corrupt(0.5);
      default -> new Fault.Drop(0.5);
    };
    Links on = Links.of(METERS.get((int) chance.between(0, METERS.size() - 1)).name());
    Faults.Guard guard = net.faults().add(on, chance.happens(0.5) ? Direction.UP : Direction.DOWN, fault);
    time.after(chance.between(10_000, 2_000_000), guard::close);
  }
}
