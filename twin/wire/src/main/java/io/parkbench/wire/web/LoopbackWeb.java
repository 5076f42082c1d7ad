package io.parkbench.wire.web;

import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.kernel.WebStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and responses through real HTTPS (or HTTP, where a request is not secure) on this machine's loopback interface, under
 * virtual time: each pair makes its round trip within one instant, and what arrives is compared with what was sent. A stream is one
 * response that goes on: each chunk is written when it is sent and awaited when it is due.
 */
public final class LoopbackWeb implements WebService, AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final VirtualTime time;
  private final WebServer server;
  private final ExecutorService threads = HttpClients.threads();
  private final HttpClient client;
  private final Map<Integer, LoopbackStream> streams = new HashMap<>();
  private volatile @Nullable Trip trip;

  public LoopbackWeb(VirtualTime time) {
    this(time, service -> service);
  }

  /** For tests: {@code meddler} comes between the server and its end of the wire. */
  LoopbackWeb(VirtualTime time, UnaryOperator<WebService> meddler) {
    this.time = time;
    Identity identity = Certificates.passing(List.of());
    this.server = new WebServer(
        new InetSocketAddress(LOOPBACK, 0), new InetSocketAddress(LOOPBACK, 0), identity, TlsVersions.STRONG, WebLimits.OURS,
        time::post, meddler.apply(this));
    this.client = HttpClients.client(Trust.pinned(identity.fingerprint()), threads);
  }

  /** One request and its response on their way. */
  private static final class Trip {
    final WebRequest request;
    final WebResponse response;
    volatile @Nullable String problem;
    boolean over;

    Trip(WebRequest request, WebResponse response) {
      this.request = request;
      this.response = response;
    }

    void compare(String what, Object sent, Object heard) {
      if (!sent.equals(heard)) {
        problem = "the wire changed " + what + " of " + request + ": sent " + sent + ", heard " + heard;
      }
    }

    void compare(String what, byte[] sent, byte[] heard) {
      if (!Arrays.equals(sent, heard)) {
        int at = Arrays.mismatch(sent, heard);
        problem = "the wire changed " + what + " of " + request + " at byte " + at + ": sent " + sent.length + " bytes, heard "
            + heard.length;
      }
    }

    /** The library adds fields of its own. */
    void compareHeaders(String what, WebHeaders sent, WebHeaders heard) {
      sent.fields().forEach((name, values) -> compare(what + " header " + name, values, heard.all(name)));
    }

    void arrived(WebRequest heard) {
      compare("the method", request.method(), heard.method());
      compare("the target", request.target(), heard.target());
      compare("TLS", request.secure(), heard.secure());
      compareHeaders("the request's", request.headers(), heard.headers());
      compare("the request's body", request.body(), heard.body());
    }

    void answered(WebResponse heard) {
      compare("the status", response.status(), heard.status());
      compareHeaders("the response's", response.headers(), heard.headers());
      compare("the response's body", response.body(), heard.body());
    }
  }

  @Override
  public void handle(WebRequest request, Reply reply) {
    Trip present = trip;
    if (present != null) {
      present.arrived(request);
      reply.send(present.response);
    }
  }

  /**
   * Makes the round trip.
   *
   * @throws IllegalStateException when either arrives changed, or not at all
   */
  public void exchange(Endpoint to, WebRequest request, WebResponse response) {
    travel(to, new Trip(request, response), HttpResponse.BodyHandlers.ofByteArray());
  }

  private <T> void travel(Endpoint to, Trip next, HttpResponse.BodyHandler<T> handler) {
    trip = next;
    client.sendAsync(
        HttpClients.request(next.request, LOOPBACK.getHostAddress(), next.request.secure() ? server.port() : server.plainPort()),
        handler)
        .whenComplete((heard, failure) -> {
          if (heard == null) {
            next.problem = next.request + " to " + to + " failed: " + failure;
          } else {
            next.answered(HttpClients.response(heard, heard.body() instanceof byte[] body ? body : new byte[0]));
          }
          time.post(() -> next.over = true);
        });
    time.await(() -> next.over, next.request + " to " + to);
    trip = null;
    if (next.problem != null) {
      throw new IllegalStateException(next.problem);
    }
  }

  /** Makes the round trip with a head, behind which stream {@code number} is open. */
  public void open(int number, Endpoint to, WebRequest request, WebResponse head) {
    LoopbackStream stream = new LoopbackStream(time, to);
    WebResponse streaming = new WebResponse(head.status(), head.headers(), head.body(), (WebStream) stream);
    travel(to, new Trip(request, streaming), info -> stream.client());
    stream.awaitOpen();
    streams.put(number, stream);
  }

  public void carry(int number, String text) {
    stream(number).carry(text);
  }

  public String collect(int number) {
    return stream(number).collect();
  }

  public void close(int number, Direction by) {
    LoopbackStream stream = stream(number);
    streams.remove(number);
    stream.close(by);
  }

  private LoopbackStream stream(int number) {
    LoopbackStream stream = streams.get(number);
    if (stream == null) {
      throw new IllegalStateException("stream " + number + " is not open");
    }
    return stream;
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
    threads.shutdown();
  }
}
