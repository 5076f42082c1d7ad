package io.parkbench.plant.charger;

import io.parkbench.kernel.Acceptor;
import io.parkbench.kernel.Admission;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.Authorize;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.IdTagInfo;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StopTransaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A scripted central system for one station: notes what it hears, and says what the test wants it to say. */
final class CentralSystem implements Acceptor, LinkListener, RequestHandler {
  private final Loop loop;
  private final List<Request<?>> heard = new ArrayList<>();
  /** All text frames as they came, from whichever link. */
  final List<String> frames = new ArrayList<>();
  private final Map<String, AuthorizationStatus> tags = new LinkedHashMap<>();
  private @Nullable Link link;
  private @Nullable Rpc rpc;

  RegistrationStatus registration = RegistrationStatus.Accepted;
  int interval = 300;
  int nextTransactionId = 1001;
  int handshakes;
  int open;
  int mostOpen;
  @Nullable Handshake handshake;
  boolean refuses;
  boolean silent;
  /** How many calls about transactions fail before one is taken. */
  int failures;

  CentralSystem(Loop loop) {
    this.loop = loop;
  }

  void knows(String idTag, AuthorizationStatus status) {
    tags.put(idTag, status);
  }

  @Override
  public Admission admit(Handshake handshake) {
    handshakes++;
    this.handshake = handshake;
    return refuses ? new Admission.Refused(503, "busy") : new Admission.Accepted("ocpp1.6", this);
  }

  @Override
  public void opened(Link opened) {
    link = opened;
    open++;
    mostOpen = Math.max(mostOpen, open);
    rpc = new Rpc(loop, opened, Role.CENTRAL_SYSTEM, 30 * Micros.SECOND, this);
  }

  @Override
  public void text(Link from, String text) {
    frames.add(text);
    if (from.equals(link)) {
      Objects.requireNonNull(rpc).text(text);
    }
  }

  @Override
  public void closed(Link closed, int code, String reason) {
    open--;
    if (closed.equals(link)) {
      Objects.requireNonNull(rpc).closed();
      link = null;
    }
  }

  boolean isConnected() {
    return link != null;
  }

  void hangUp() {
    Objects.requireNonNull(link).close(1001, "restart");
    Objects.requireNonNull(rpc).closed();
    link = null;
  }

  /** Calls the station; the answer is in the returned cell once time has passed. */
  <C extends Response> Answer<C> call(Request<C> request) {
    Answer<C> answer = new Answer<>();
    Objects.requireNonNull(rpc).call(request, answer);
    return answer;
  }

  @Override
  public void handle(Request<?> request, Responder responder) {
    heard.add(request);
    if (silent) {
      return;
    }
    boolean aboutTransaction = request instanceof StartTransaction.Req
        || request instanceof StopTransaction.Req
        || request instanceof MeterValues.Req;
    if (aboutTransaction && failures > 0) {
      failures--;
      responder.fail(new OcppException(OcppError.InternalError, "not now"));
      return;
    }
    responder.answer(answer(request));
  }

  private Response answer(Request<?> request) {
    return switch (request) {
      case BootNotification.Req boot ->
          new BootNotification.Conf(registration, Micros.toInstant(loop.now()), interval);
      case Heartbeat.Req beat -> new Heartbeat.Conf(Micros.toInstant(loop.now()));
      case StatusNotification.Req status -> new StatusNotification.Conf();
      case Authorize.Req authorize -> new Authorize.Conf(info(authorize.idTag()));
      case StartTransaction.Req start -> new StartTransaction.Conf(info(start.idTag()), nextTransactionId++);
      case MeterValues.Req values -> new MeterValues.Conf();
      case StopTransaction.Req stop -> new StopTransaction.Conf(null);
      default -> throw new OcppException(OcppError.NotSupported, request.action().name());
    };
  }

  private IdTagInfo info(String idTag) {
    return IdTagInfo.of(tags.getOrDefault(idTag, AuthorizationStatus.Accepted));
  }

  void forget() {
    heard.clear();
  }

  /** What was heard of one kind, in order. */
  <R extends Request<?>> List<R> heard(Class<R> kind) {
    return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <R extends Request<?>> R last(Class<R> kind) {
    return heard(kind).getLast();
  }

  /** The names of what was heard, without heartbeats and statuses, in order. */
  List<String> actions() {
    return heard.stream()
        .filter(request -> !(request instanceof Heartbeat.Req) && !(request instanceof StatusNotification.Req))
        .map(request -> request.action().name())
        .toList();
  }

  /** The statuses heard of a connector, in order. */
  List<String> statuses(int connector) {
    return heard(StatusNotification.Req.class).stream()
        .filter(status -> status.connectorId() == connector)
        .map(status -> status.status().name())
        .toList();
  }

  /** The answer to a call, or why there is none. */
  static final class Answer<C extends Response> implements Callback<C> {
    private @Nullable C conf;
    private @Nullable Failure failure;

    @Override
    public void answered(C conf) {
      this.conf = conf;
    }

    @Override
    public void failed(Failure failure) {
      this.failure = failure;
    }

    C get() {
      if (conf == null) {
        throw new AssertionError("not answered" + (failure == null ? "" : ": " + failure));
      }
      return conf;
    }

    <T> T get(Function<C, T> part) {
      return part.apply(get());
    }

    boolean isThere() {
      return conf != null;
    }

    OcppError error() {
      if (failure instanceof Failure.Refused refused) {
        return refused.error();
      }
      throw new AssertionError("not refused: " + conf + failure);
    }
  }
}
