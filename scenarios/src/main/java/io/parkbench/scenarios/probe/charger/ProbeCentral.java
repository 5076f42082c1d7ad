package io.parkbench.scenarios.probe.charger;

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
import io.parkbench.protocol.ocpp.DataTransfer;
import io.parkbench.protocol.ocpp.DiagnosticsStatusNotification;
import io.parkbench.protocol.ocpp.FirmwareStatusNotification;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.IdTagInfo;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.Oddity;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.scenarios.probe.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The central system that a probe is: lets one device in, answers it as it is told to, and keeps all that it hears. It judges nothing.
 * An actor on a {@link Loop}; it cannot tell virtual time from real.
 */
public final class ProbeCentral implements Acceptor {
  static final String SUBPROTOCOL = "ocpp1.6";
  /** Nothing heard for so long on a link that is pinged is silence. */
  static final long SILENCE = 25 * Micros.SECOND;

  private static final Pattern TRANSACTION = Pattern.compile("\"transactionId\"\\s*:\\s*(-?\\d+)");
  private static final int FIRST_TRANSACTION = 1_001;

  private final Loop loop;
  private final String identity;
  private final long callTimeout;

  final Journal journal = new Journal();
  final List<Opening> openings = new ArrayList<>();
  final List<Heard> heard = new ArrayList<>();
  final List<Charging> transactions = new ArrayList<>();
  final List<Sample> samples = new ArrayList<>();
  final Map<Integer, StatusNotification.Req> statuses = new LinkedHashMap<>();
  /** Frames that broke a rule of the protocol: what was wrong, and with which. */
  final List<String> malformed = new ArrayList<>();

  private final List<Runnable> heldAnswers = new ArrayList<>();
  private @Nullable Opening current;
  private boolean closing;
  private int nextTransaction = FIRST_TRANSACTION;
  private long lastPong;
  private long clockAhead;
  private boolean clockKnown;
  private Predicate<Request<?>> held = request -> false;

  /** What a BootNotification is answered by, and the interval told with it, s. */
  RegistrationStatus registration = RegistrationStatus.Pending;

  int interval = 60;
  BootNotification.@Nullable Req boot;
  /** When the device was accepted last; 0 never. */
  long acceptedAt;
  int brokenFrames;
  int unexpectedEnds;

  /**
   * @param identity the device's OCPP box identity; others are refused
   * @param callTimeout µs that it may take to answer
   */
  public ProbeCentral(Loop loop, String identity, long callTimeout) {
    this.loop = loop;
    this.identity = identity;
    this.callTimeout = callTimeout;
  }

  @Override
  public Admission admit(Handshake handshake) {
    if (!handshake.identity().equals(identity)) {
      note("refused " + handshake.identity() + ": not the identity that is probed");
      return new Admission.Refused(404, "only " + identity + " is probed here");
    }
    boolean named = handshake.subprotocols().contains(SUBPROTOCOL);
    return new Admission.Accepted(named ? SUBPROTOCOL : null, new Ear());
  }

  /** The link that is up, or null. */
  @Nullable
  Opening current() {
    return current;
  }

  boolean isUp() {
    return current != null;
  }

  void note(String what) {
    journal.add(loop.now(), Proof.From.EVENT, what);
  }

  /** When the last pong came. */
  long lastPong() {
    return lastPong;
  }

  /** From now on calls like these are left without an answer, until {@link #release}. */
  void hold(Predicate<Request<?>> which) {
    held = which;
  }

  /** Answers what was held. */
  void release() {
    held = request -> false;
    heldAnswers.forEach(Runnable::run);
    heldAnswers.clear();
  }

  /** Says goodbye to the device. */
  void hangUp() {
    Opening open = current;
    if (open != null) {
      note("the probe closes the link");
      end(open, Opening.End.BY_PROBE);
      open.link.close(1000, "");
    }
  }

  /** Lets go of a link that is dead. */
  void abandon() {
    Opening open = current;
    if (open != null) {
      note("the probe lets go of a dead link");
      end(open, Opening.End.SILENT);
      open.link.abandon();
    }
  }

  /** While this is set, links that break are of the probe's doing. */
  void breaking(boolean by) {
    closing = by;
  }

  /** The device's clock now by what it last wrote, µs; our own where it wrote nothing yet. */
  long stationNow() {
    return loop.now() + (clockKnown ? clockAhead : 0);
  }

  /** The one that runs at a connector, or null. */
  @Nullable
  Charging running(int connector) {
    for (Charging charging : transactions) {
      if (charging.start.connectorId() == connector && charging.isRunning()) {
        return charging;
      }
    }
    return null;
  }

  /** How many calls of this kind have come since a place in {@link #heard}. */
  int count(Class<?> kind, int from) {
    return (int) heard.subList(from, heard.size()).stream().filter(call -> kind.isInstance(call.request())).count();
  }

  private void end(Opening open, Opening.End how) {
    open.ended(how, loop.now());
    if (open == current) {
      current = null;
    }
    open.rpc.closed();
  }

  /** One link. */
  private final class Ear implements LinkListener {
    private @Nullable Opening opening;
    private String text = "";

    @Override
    public void opened(Link link) {
      Opening before = current;
      Opening now = new Opening(openings.size(), link, rpc(link), loop.now());
      if (before != null) {
        boolean silent = loop.now() - before.lastHeard > SILENCE;
        note(silent ? "the device is back, without having closed its silent link" : "the device opens a second link");
        before.overlapped = !silent;
        end(before, silent ? Opening.End.SILENT : Opening.End.BY_DEVICE);
        if (silent) {
          before.link.abandon();
        }
      }
      opening = now;
      openings.add(now);
      current = now;
      note("link " + (now.number + 1) + " opens, subprotocols offered: " + link.handshake().subprotocols());
    }

    private Rpc rpc(Link link) {
      return new Rpc(loop, new Tap(link), Role.CENTRAL_SYSTEM, callTimeout, new RequestHandler() {
        @Override
        public void handle(Request<?> request, Responder responder) {
          serve(request, responder, text);
        }

        @Override
        public void odd(Oddity oddity, String frame, String why) {
          switch (oddity) {
            case NoFrame, TooLong, UnknownMessageType -> {
              brokenFrames++;
              malformed.add(why);
            }
            case BadCall, BadAnswer -> {
              if (why.startsWith("no JSON")) {
                brokenFrames++;
              }
              malformed.add(why);
            }
            case UnexpectedAnswer -> {
              if (why.startsWith("no JSON")) {
                brokenFrames++;
                malformed.add(why);
              }
            }
          }
        }
      });
    }

    @Override
    public void text(Link link, String frame) {
      Opening here = opening;
      journal.add(loop.now(), Proof.From.DEVICE, frame);
      if (here != null) {
        here.lastHeard = loop.now();
        text = frame;
        here.rpc.text(frame);
      }
    }

    @Override
    public void pong(Link link) {
      lastPong = loop.now();
      if (opening != null) {
        opening.lastHeard = lastPong;
      }
      note("pong");
    }

    @Override
    public void closed(Link link, int code, String reason) {
      Opening here = opening;
      note("link " + (here == null ? "" : here.number + 1) + " closed by " + (closing ? "the probe" : "the device") + ", code "
          + code);
      if (here != null) {
        boolean unexpected = here == current && !closing;
        end(here, closing ? Opening.End.BY_PROBE : Opening.End.BY_DEVICE);
        unexpectedEnds += unexpected ? 1 : 0;
      }
    }
  }

  private void serve(Request<?> request, Responder responder, String text) {
    heard.add(new Heard(loop.now(), openings.size() - 1, request, text));
    Response response = answer(request, text);
    if (held.test(request)) {
      heldAnswers.add(() -> reply(responder, response));
    } else {
      reply(responder, response);
    }
  }

  private static void reply(Responder responder, @Nullable Response response) {
    if (response == null) {
      responder.fail(new OcppException(OcppError.NotSupported, "that is for a central system to call"));
    } else {
      responder.answer(response);
    }
  }

  private @Nullable Response answer(Request<?> request, String text) {
    return switch (request) {
      case BootNotification.Req booted -> {
        boot = booted;
        acceptedAt = registration == RegistrationStatus.Accepted ? loop.now() : acceptedAt;
        yield new BootNotification.Conf(registration, instant(), interval);
      }
      case Authorize.Req authorize -> new Authorize.Conf(accepted());
      case Heartbeat.Req heartbeat -> new Heartbeat.Conf(instant());
      case StatusNotification.Req status -> {
        statuses.put(status.connectorId(), status);
        learnClock(status.timestamp());
        yield new StatusNotification.Conf();
      }
      case StartTransaction.Req start -> {
        learnClock(start.timestamp());
        yield new StartTransaction.Conf(accepted(), begin(start).id);
      }
      case MeterValues.Req values -> {
        Matcher id = TRANSACTION.matcher(text);
        String transaction = id.find() ? id.group(1) : null;
        for (MeterValue value : values.meterValue()) {
          learnClock(value.timestamp());
          samples.add(Sample.of(loop.now(), values.connectorId(), transaction, value));
        }
        yield new MeterValues.Conf();
      }
      case StopTransaction.Req stop -> {
        learnClock(stop.timestamp());
        ended(stop);
        yield new StopTransaction.Conf(accepted());
      }
      case DataTransfer.Req data -> new DataTransfer.Conf(DataTransfer.DataTransferStatus.UnknownVendorId, null);
      case DiagnosticsStatusNotification.Req diagnostics -> new DiagnosticsStatusNotification.Conf();
      case FirmwareStatusNotification.Req firmware -> new FirmwareStatusNotification.Conf();
      default -> null;
    };
  }

  private static IdTagInfo accepted() {
    return IdTagInfo.of(AuthorizationStatus.Accepted);
  }

  private Instant instant() {
    return Micros.toInstant(loop.now() - Math.floorMod(loop.now(), Micros.MILLISECOND));
  }

  private Charging begin(StartTransaction.Req start) {
    for (Charging charging : transactions) {
      if (charging.isSameStart(start)) {
        charging.starts++;
        return charging;
      }
    }
    Charging before = running(start.connectorId());
    if (before != null) {
      before.forgotten = true;
    }
    Charging begun = new Charging(nextTransaction++, start, loop.now());
    transactions.add(begun);
    return begun;
  }

  private void ended(StopTransaction.Req stop) {
    for (Charging charging : transactions) {
      if (charging.id == stop.transactionId()) {
        charging.stops++;
        charging.stop = stop;
        charging.stoppedAt = loop.now();
        return;
      }
    }
    // an id that was never given: whatever runs has ended, if the tag is the same
    for (Charging charging : transactions) {
      if (charging.isRunning() && charging.start.meterStart() <= stop.meterStop()
          && !stop.timestamp().isBefore(charging.start.timestamp())) {
        charging.stop = stop;
        charging.stops++;
        charging.stoppedAt = loop.now();
      }
    }
  }

  /** A message that was queued is late, never early; one that is earlier than the last few means that the clock was set. */
  private void learnClock(@Nullable Instant timestamp) {
    if (timestamp != null) {
      long ahead = Micros.of(timestamp) - loop.now();
      clockAhead = clockKnown && Math.abs(ahead - clockAhead) < 10 * Micros.MINUTE ? Math.max(ahead, clockAhead - Micros.SECOND)
          : ahead;
      clockKnown = true;
    }
  }

  /** Writes down what we say on a link. */
  private final class Tap implements Link {
    private final Link link;

    Tap(Link link) {
      this.link = link;
    }

    @Override
    public String identity() {
      return link.identity();
    }

    @Override
    public Handshake handshake() {
      return link.handshake();
    }

    @Override
    public void send(String json) {
      journal.add(loop.now(), Proof.From.PROBE, json);
      link.send(json);
    }

    @Override
    public void sendRaw(String raw) {
      journal.add(loop.now(), Proof.From.PROBE, raw);
      link.sendRaw(raw);
    }

    @Override
    public void ping() {
      link.ping();
    }

    @Override
    public void close(int code, String reason) {
      link.close(code, reason);
    }

    @Override
    public void abandon() {
      link.abandon();
    }

    @Override
    public boolean isOpen() {
      return link.isOpen();
    }
  }

  /** Says anything at all to the device. */
  void sayRaw(String raw) {
    Opening open = current;
    if (open != null) {
      new Tap(open.link).sendRaw(raw);
    }
  }

  void ping() {
    Opening open = current;
    if (open != null) {
      open.link.ping();
    }
  }
}
