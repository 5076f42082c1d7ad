package io.parkbench.protocol.ocpp;

import static io.parkbench.kernel.Micros.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conversation as OCPP-J 1.6 section 4.1 wants it, seen from a central system. */
class RpcTest {
  private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");

  private final VirtualTime time = new VirtualTime(Micros.of(TEN), "RpcTest");
  private final FakeLink link = new FakeLink();
  private final List<String> heard = new ArrayList<>();
  private final List<Responder> open = new ArrayList<>();
  private final Rpc rpc = new Rpc(
      time,
      link,
      Role.CENTRAL_SYSTEM,
      30 * SECOND,
      new RequestHandler() {
        @Override
        public void handle(Request<?> request, Responder responder) {
          heard.add("called " + request.action());
          open.add(responder);
        }

        @Override
        public void odd(Oddity oddity, String text, String why) {
          heard.add("odd " + oddity);
        }
      });

  @Test
  void oneCallIsUnderWayAtATimeAndTheOthersWaitInOrder() {
    call(1);
    call(2);
    call(3);
    assertEquals(List.of("[2,\"1\",\"UnlockConnector\",{\"connectorId\":1}]"), link.take());
    assertEquals(3, rpc.waiting());

    rpc.text("[3,\"1\",{\"status\":\"Unlocked\"}]");
    assertEquals(List.of("1 Conf[status=Unlocked]"), heard());
    assertEquals(List.of("[2,\"2\",\"UnlockConnector\",{\"connectorId\":2}]"), link.take());

    rpc.text("[4,\"2\",\"InternalError\",\"jammed\",{}]");
    assertEquals(List.of("2 Refused[error=InternalError, description=jammed]"), heard());
    assertEquals(List.of("[2,\"3\",\"UnlockConnector\",{\"connectorId\":3}]"), link.take());
  }

  @Test
  void anUrgentCallOvertakesTheQueueButNotTheCallUnderWay() {
    call(1);
    call(2);
    rpc.callFirst(new UnlockConnector.Req(3), callback(3));
    link.take();
    rpc.text("[3,\"1\",{\"status\":\"Unlocked\"}]");
    assertEquals(List.of("[2,\"2\",\"UnlockConnector\",{\"connectorId\":3}]"), link.take());
  }

  @Test
  void aCallTimesOutAtTheVeryInstantAndItsLateAnswerIsIgnored() {
    call(1);
    call(2);
    link.take();
    time.runUntil(Micros.of(TEN) + 30 * SECOND - 1);
    assertEquals(List.of(), heard());
    time.runUntil(Micros.of(TEN) + 30 * SECOND);
    assertEquals(List.of("1 TimedOut[]"), heard());
    assertEquals(1, link.take().size());

    rpc.text("[3,\"1\",{\"status\":\"Unlocked\"}]");
    assertEquals(List.of("odd UnexpectedAnswer"), heard());
    rpc.text("[3,\"2\",{\"status\":\"Unlocked\"}]");
    assertEquals(List.of("2 Conf[status=Unlocked]"), heard());
    time.runUntil(Micros.of(TEN) + 90 * SECOND);
    assertEquals(List.of(), heard());
  }

  @Test
  void aSecondAnswerIsIgnored() {
    call(1);
    rpc.text("[3,\"1\",{\"status\":\"Unlocked\"}]");
    rpc.text("[3,\"1\",{\"status\":\"UnlockFailed\"}]");
    rpc.text("[4,\"1\",\"GenericError\",\"\",{}]");
    assertEquals(List.of("1 Conf[status=Unlocked]", "odd UnexpectedAnswer", "odd UnexpectedAnswer"), heard());
  }

  @Test
  void anInvalidAnswerFailsTheCallAndTheNextOneGoesOut() {
    call(1);
    call(2);
    link.take();
    rpc.text("[3,\"1\",{\"status\":\"Perhaps\"}]");
    assertEquals(
        List.of(
            "1 BadAnswer[error=PropertyConstraintViolation, description=status: not a word of the standard]",
            "odd BadAnswer"),
        heard());
    assertEquals(1, link.take().size());
  }

  @Test
  void aCallIsAnsweredNowOrLater() {
    rpc.text("[2,\"a\",\"Heartbeat\",{}]");
    rpc.text("[2,\"b\",\"Authorize\",{\"idTag\":\"T\"}]");
    assertEquals(List.of("called Heartbeat", "called Authorize"), heard());
    time.runUntil(Micros.of(TEN) + 5 * SECOND);
    open.get(1).fail(new OcppException(OcppError.NotSupported, "no cards here"));
    open.get(0).answer(new Heartbeat.Conf(TEN));
    assertEquals(
        List.of(
            "[4,\"b\",\"NotSupported\",\"no cards here\",{}]",
            "[3,\"a\",{\"currentTime\":\"2026-11-20T10:00:00.000Z\"}]"),
        link.take());
  }

  @Test
  void aCallUnderAnIdThatIsBeingServedIsRefused() {
    rpc.text("[2,\"a\",\"Heartbeat\",{}]");
    rpc.text("[2,\"a\",\"Heartbeat\",{}]");
    assertEquals(List.of("called Heartbeat", "odd BadCall"), heard());
    assertEquals(
        List.of("[4,\"a\",\"GenericError\",\"a call with this message id is being served\",{}]"), link.take());
    open.get(0).answer(new Heartbeat.Conf(TEN));
    rpc.text("[2,\"a\",\"Heartbeat\",{}]");
    assertEquals(List.of("called Heartbeat"), heard());
  }

  @Test
  void aCallIsAnsweredOnceAndByItsOwnPayload() {
    rpc.text("[2,\"a\",\"Heartbeat\",{}]");
    assertThrows(IllegalArgumentException.class, () -> open.get(0).answer(new MeterValues.Conf()));
    open.get(0).answer(new Heartbeat.Conf(TEN));
    assertThrows(IllegalStateException.class, () -> open.get(0).answer(new Heartbeat.Conf(TEN)));
    assertThrows(IllegalArgumentException.class, () -> rpc.call(new Heartbeat.Req(), new Silent<>()));
  }

  @Test
  void allThatWaitsFailsInOrderWhenTheLinkCloses() {
    call(1);
    call(2);
    rpc.text("[2,\"a\",\"Heartbeat\",{}]");
    heard();
    link.take();
    rpc.closed();
    rpc.closed();
    assertEquals(List.of("1 LinkClosed[]", "2 LinkClosed[]"), heard());
    call(3);
    assertEquals(List.of(), heard());
    time.runUntil(Micros.of(TEN) + 90 * SECOND);
    assertEquals(List.of("3 LinkClosed[]"), heard());
    open.get(0).answer(new Heartbeat.Conf(TEN));
    rpc.text("[2,\"b\",\"Heartbeat\",{}]");
    assertEquals(List.of(), link.take());
  }

  @Test
  void anOversizedFrameClosesTheLink() {
    call(1);
    rpc.text("[2,\"a\",\"DataTransfer\",{\"vendorId\":\"" + "x".repeat(64 * 1024) + "\"}]");
    assertEquals(1009, link.closeCode);
    assertEquals(List.of("1 LinkClosed[]", "odd TooLong"), heard());
  }

  @Test
  void aHandlerThatFailsIsAnsweredForAndTold() {
    RequestHandler broken = (request, responder) -> {
      throw new IllegalStateException("mistake");
    };
    Rpc other = new Rpc(time, link, Role.CHARGE_POINT, SECOND, broken);
    assertThrows(IllegalStateException.class, () -> other.text("[2,\"a\",\"ClearCache\",{}]"));
    assertEquals(List.of("[4,\"a\",\"InternalError\",\"failed to serve ClearCache\",{}]"), link.take());

    Rpc refusing = new Rpc(
        time,
        link,
        Role.CHARGE_POINT,
        SECOND,
        (request, responder) -> {
          throw new OcppException(OcppError.SecurityError, "not today");
        });
    refusing.text("[2,\"a\",\"ClearCache\",{}]");
    assertEquals(List.of("[4,\"a\",\"SecurityError\",\"not today\",{}]"), link.take());
  }

  private void call(int connector) {
    rpc.call(new UnlockConnector.Req(connector), callback(connector));
  }

  private Callback<UnlockConnector.Conf> callback(int connector) {
    return new Callback<>() {
      @Override
      public void answered(UnlockConnector.Conf conf) {
        heard.add(connector + " " + conf);
      }

      @Override
      public void failed(Failure failure) {
        heard.add(connector + " " + failure);
      }
    };
  }

  private List<String> heard() {
    List<String> all = List.copyOf(heard);
    heard.clear();
    return all;
  }

  private static final class Silent<C extends Response> implements Callback<C> {
    @Override
    public void answered(C conf) {}

    @Override
    public void failed(Failure failure) {}
  }
}
