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
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.kernel.WebStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A minute of four askers at two servers under random faults: odd requests, slow and broken services, streams that either end lets go; yields its hash. */
final class RandomWeb implements WebService {
  private static final List<Endpoint> ASKERS = List.of(
      new Endpoint("a-1", "10.0.0.1", 443, 0), new Endpoint("a-2", "10.0.0.1", 443, 0), new Endpoint("a-3", "10.0.0.2", 443, 0),
      new Endpoint("a-4", "10.0.0.9", 443, 0));
  private static final List<String> METHODS = List.of("GET", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "BREW");

  private final VirtualTime time = new VirtualTime(0, "");
  private final JsonLines recording = new JsonLines(OutputStream.nullOutputStream());
  private final Carrier carrier;
  private final VirtualNet net;
  private final Chance chance;

  private RandomWeb(boolean sockets, long seed) {
    carrier = sockets ? new SocketCarrier(time) : new MemoryCarrier();
    net = new VirtualNet(time, new Seed(seed), recording, carrier, Latency.LOCAL);
    chance = new Seed(seed).fork("web");
  }

  static String hash(boolean sockets, long seed) {
    return new RandomWeb(sockets, seed).run();
  }

  private String run() {
    try (carrier) {
      net.serveWeb("10.0.0.1", 443, this);
      net.serveWeb("10.0.0.2", 443, this);
      ASKERS.forEach(this::ask);
      time.after(Micros.SECOND, this::fault);
      time.runUntil(Micros.MINUTE);
      return recording.hash() + " " + recording.lines() + " lines";
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (long i = chance.between(0, 40); i >= 0; i--) {
      text.appendCodePoint((int) chance.between(' ', 0x2FF));
    }
    return text.toString();
  }

  private void ask(Endpoint to) {
    String method = METHODS.get((int) chance.between(0, METHODS.size() - 1));
    byte[] body = method.startsWith("P") || method.equals("BREW") ? text().getBytes(StandardCharsets.UTF_8) : new byte[0];
    WebRequest request = new WebRequest(
        method, "/" + chance.between(0, 99) + "?x=%" + chance.between(10, 99), WebHeaders.of("X-Draw", "" + chance.nextLong()),
        body,
        "10.9.9.9", chance.happens(0.8));
    Asker asker = new Asker(to);
    WebCall call = net.web().send(to, request, 300 * Micros.MILLISECOND, asker);
    if (chance.happens(0.3)) {
      time.after(chance.between(0, Micros.SECOND), () -> {
        call.cancel();
        asker.then("cancelled");
      });
    }
  }

  private final class Asker implements WebAnswer {
    private final Endpoint to;
    private boolean over;

    Asker(Endpoint to) {
      this.to = to;
    }

    private void then(String outcome) {
      recording.line(time.now(), "outcome", json -> {
        json.writeStringField("who", to.name());
        json.writeStringField("o", outcome);
      });
      if (!over) {
        over = true;
        time.after(200 * Micros.MILLISECOND, () -> ask(to));
      }
    }

    @Override
    public void answered(WebResponse response) {
      then(response.headers() + " " + response.text());
    }

    @Override
    public void failed(Exchange.Failure why) {
      then(why.name());
    }

    @Override
    public void ended() {
      then("ended");
    }
  }

  @Override
  public void handle(WebRequest request, Reply reply) {
    WebHeaders headers = WebHeaders.of("X-Echo", request.headers().all("x-draw").toString());
    WebResponse whole = WebResponse.of((int) chance.between(200, 599), headers, request.text() + text());
    switch ((int) chance.between(0, 9)) {
      case 0 -> {
        // silent
      }
      case 1 -> time.after(chance.between(0, 400_000), () -> reply.send(whole));
      case 2 -> throw new IllegalStateException();
      case 3, 4, 5 -> reply.send(WebResponse.streaming(headers, new Chatter()));
      default -> reply.send(whole);
    }
  }

  /** Sends at random, and ends at random. */
  private final class Chatter implements WebStream {
    private boolean over;

    @Override
    public void opened(Outlet outlet) {
      time.after(chance.between(0, 50_000), () -> {
        if (!over) {
          outlet.send("data: " + text() + "\n\n");
          if (chance.happens(0.05)) {
            over = true;
            outlet.end();
          } else {
            opened(outlet);
          }
        }
      });
    }

    @Override
    public void closed() {
      over = true;
      recording.line(time.now(), "closed", json -> {});
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
    Links on = Links.of(ASKERS.get((int) chance.between(0, ASKERS.size() - 1)).name());
    Faults.Guard guard = net.faults().add(on, chance.happens(0.5) ? Direction.UP : Direction.DOWN, fault);
    time.after(chance.between(10_000, 2_000_000), guard::close);
  }
}
