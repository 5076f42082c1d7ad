package io.parkbench.wire.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** R-BENCH-3: what goes over the loopback interface is compared at either end, so that a wire that changes it fails the run. */
class LoopbackWebTest {
  private static final Endpoint BEMS = new Endpoint("bems", "10.0.0.1", 443, 0);
  private static final WebRequest REQUEST = new WebRequest(
      "PUT", "/a?b", WebHeaders.of("X-One", "1"), "body".getBytes(StandardCharsets.UTF_8), "10.9.9.9", true);
  private static final WebResponse RESPONSE = WebResponse.of(200, WebHeaders.of("X-Two", "2"), "reply");

  private static WebService heard(WebService service, UnaryOperator<WebRequest> change) {
    return (request, reply) -> service.handle(change.apply(request), reply);
  }

  private static WebService said(WebService service, UnaryOperator<WebResponse> change) {
    return (request, reply) -> service.handle(request, new WebService.Reply() {
      @Override
      public void send(WebResponse response) {
        reply.send(change.apply(response));
      }

      @Override
      public void onLoop(Runnable task) {
        reply.onLoop(task);
      }

      @Override
      public boolean isOnLoop() {
        return reply.isOnLoop();
      }
    });
  }

  private static String failure(UnaryOperator<WebService> meddler) {
    try (LoopbackWeb wire = new LoopbackWeb(new VirtualTime(0, ""), meddler)) {
      return String.valueOf(
          assertThrows(IllegalStateException.class, () -> wire.exchange(BEMS, REQUEST, RESPONSE)).getMessage());
    }
  }

  private static String failureOfRequest(UnaryOperator<WebRequest> change) {
    return failure(service -> heard(service, change));
  }

  private static String failureOfResponse(UnaryOperator<WebResponse> change) {
    return failure(service -> said(service, change));
  }

  @Test
  void whatArrivesAsItWasSentPasses() {
    try (LoopbackWeb wire = new LoopbackWeb(new VirtualTime(0, ""))) {
      for (int i = 0; i < 100; i++) {
        wire.exchange(BEMS, REQUEST, RESPONSE);
      }
    }
  }

  @Test
  void whatIsChangedFailsTheRunAndIsShown() {
    assertEquals(
        "the wire changed the target of PUT /a?b: sent /a?b, heard /c",
        failureOfRequest(r -> new WebRequest(r.method(), "/c", r.headers(), r.body(), r.from(), true)));
    assertTrue(failureOfRequest(r -> new WebRequest("GET", r.target(), r.headers(), r.body(), "", true)).contains("the method"));
    assertTrue(failureOfRequest(r -> new WebRequest(r.method(), r.target(), r.headers(), r.body(), "", false)).contains("TLS"));
    assertTrue(
        failureOfRequest(r -> new WebRequest(r.method(), r.target(), WebHeaders.NONE, r.body(), "", true))
            .contains("header x-one"));
    assertTrue(
        failureOfRequest(r -> new WebRequest(r.method(), r.target(), r.headers(), new byte[] {1}, "", true))
            .contains("request's body"));
    assertTrue(failureOfResponse(r -> WebResponse.of(201, r.headers(), r.body())).contains("the status"));
    assertTrue(failureOfResponse(r -> WebResponse.of(200, WebHeaders.NONE, r.body())).contains("header x-two"));
    assertTrue(failureOfResponse(r -> WebResponse.of(200, r.headers(), "repla")).contains("at byte 4"));
  }

  @Test
  void chunksComeBackAsTheyWereSentHoweverTheNetworkCutsThem() {
    try (LoopbackWeb wire = new LoopbackWeb(new VirtualTime(0, ""))) {
      wire.open(0, BEMS, REQUEST, WebResponse.of(200, WebHeaders.NONE, ""));
      String large = "ä€".repeat(50_000);
      wire.carry(0, "a");
      wire.carry(0, large);
      wire.carry(0, "b");
      assertEquals("a", wire.collect(0));
      assertEquals(large, wire.collect(0));
      assertThrows(IllegalStateException.class, () -> wire.close(0, Direction.UP), "one was left");
    }
  }
}
