package io.parkbench.protocol.ocpp;

import io.parkbench.kernel.Link;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Timer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One end of an OCPP-J conversation on a {@link Link}: sends calls one at a time, matches their answers, serves the peer's
 * calls, and deals with whatever else arrives as {@link Oddity} says. Never throws on what the peer sends. The link's owner
 * passes on what it hears: {@link #text} and {@link #closed}.
 */
public final class Rpc {
  /** WebSocket close code: message too big. */
  private static final int TOO_BIG = 1009;

  private final Loop loop;
  private final Link link;
  private final Role role;
  private final long callTimeoutMicros;
  private final RequestHandler handler;
  private final OcppCodec codec;

  private final ArrayDeque<Pending<?>> queue = new ArrayDeque<>();
  private final Map<String, Incoming> serving = new HashMap<>();
  private @Nullable Pending<?> outstanding;
  private long lastMessageId;
  private boolean closed;

  /**
   * @param role what this end is
   * @param callTimeoutMicros how long the peer may take to answer, above 0
   */
  public Rpc(Loop loop, Link link, Role role, long callTimeoutMicros, RequestHandler handler) {
    this(loop, link, role, callTimeoutMicros, handler, OcppCodec.DEFAULT_LIMIT);
  }

  /**
   * As above, with a limit of its own on what the peer may send.
   *
   * @param frameLimit characters of a frame; a longer one closes the link
   */
  public Rpc(Loop loop, Link link, Role role, long callTimeoutMicros, RequestHandler handler, int frameLimit) {
    if (callTimeoutMicros <= 0) {
      throw new IllegalArgumentException("call time-out " + callTimeoutMicros + " µs");
    }
    this.loop = loop;
    this.link = link;
    this.role = role;
    this.callTimeoutMicros = callTimeoutMicros;
    this.handler = handler;
    this.codec = new OcppCodec(frameLimit);
  }

  /**
   * Calls the peer, after all calls given before have been answered or timed out (OCPP-J 1.6 section 4.1.1).
   *
   * @throws IllegalArgumentException if the standard does not let this end call that action
   */
  public <C extends Response> void call(Request<C> request, Callback<C> callback) {
    enqueue(request, callback, false);
  }

  /** As {@link #call}, but before all calls that wait: for what must not be late. */
  public <C extends Response> void callFirst(Request<C> request, Callback<C> callback) {
    enqueue(request, callback, true);
  }

  private <C extends Response> void enqueue(Request<C> request, Callback<C> callback, boolean first) {
    Action action = request.action();
    if (!action.mayBeCalledBy(role)) {
      throw new IllegalArgumentException(action + " is not for a " + role + " to call");
    }
    Pending<C> pending = new Pending<>(request, action, callback);
    if (closed) {
      loop.execute(() -> callback.failed(new Failure.LinkClosed()));
    } else if (outstanding == null) {
      send(pending);
    } else if (first) {
      queue.addFirst(pending);
    } else {
      queue.addLast(pending);
    }
  }

  /** How many calls wait, the one under way included. */
  public int waiting() {
    return queue.size() + (outstanding == null ? 0 : 1);
  }

  /** A frame has arrived. */
  public void text(String text) {
    if (closed) {
      return;
    }
    Frame frame;
    try {
      frame = codec.decode(text, role, this::actionOf);
    } catch (FrameException e) {
      refuse(e, text);
      return;
    }
    switch (frame) {
      case Frame.Call call -> serve(call, text);
      case Frame.CallResult result -> take(pending -> pending.answered(result.response()));
      case Frame.CallError error ->
          take(pending -> pending.callback.failed(new Failure.Refused(error.error(), error.description())));
    }
  }

  /** The link is down: every call that waits fails, in the order in which it was given; answers to come are forgotten. */
  public void closed() {
    if (closed) {
      return;
    }
    closed = true;
    serving.clear();
    Pending<?> first = outstanding;
    outstanding = null;
    if (first != null) {
      first.timer().cancel();
      first.callback.failed(new Failure.LinkClosed());
    }
    while (!queue.isEmpty()) {
      queue.removeFirst().callback.failed(new Failure.LinkClosed());
    }
  }

  private @Nullable Action actionOf(String messageId) {
    return outstanding != null && outstanding.messageId.equals(messageId) ? outstanding.action : null;
  }

  private void send(Pending<?> pending) {
    pending.messageId = Long.toString(++lastMessageId);
    pending.timer = loop.after(callTimeoutMicros, () -> timedOut(pending));
    outstanding = pending;
    link.send(codec.encode(new Frame.Call(pending.messageId, pending.request)));
  }

  private void timedOut(Pending<?> pending) {
    if (outstanding == pending) {
      take(late -> late.callback.failed(new Failure.TimedOut()));
    }
  }

  /** Ends the outstanding call. The next one is sent first, so that a callback that calls queues behind it. */
  private void take(Consumer<Pending<?>> end) {
    Pending<?> done = Objects.requireNonNull(outstanding);
    done.timer().cancel();
    outstanding = null;
    Pending<?> next = queue.pollFirst();
    if (next != null) {
      send(next);
    }
    end.accept(done);
  }

  private void serve(Frame.Call call, String text) {
    if (serving.containsKey(call.messageId())) {
      refuse(
          new FrameException(
              Oddity.BadCall, call.messageId(), OcppError.GenericError, "a call with this message id is being served"),
          text);
      return;
    }
    Incoming incoming = new Incoming(call.messageId(), call.request().action());
    serving.put(call.messageId(), incoming);
    try {
      handler.handle(call.request(), incoming);
    } catch (OcppException e) {
      incoming.failUnlessAnswered(e);
    } catch (RuntimeException e) {
      incoming.failUnlessAnswered(new OcppException(OcppError.InternalError, "failed to serve " + incoming.action));
      throw e;
    }
  }

  private void refuse(FrameException e, String text) {
    switch (e.oddity()) {
      case TooLong -> {
        link.close(TOO_BIG, e.description());
        closed();
      }
      case NoFrame, UnknownMessageType, UnexpectedAnswer -> {}
      case BadCall -> link.send(codec.encode(new Frame.CallError(id(e), e.error(), e.description())));
      case BadAnswer -> take(p -> p.callback.failed(new Failure.BadAnswer(e.error(), e.description())));
    }
    handler.odd(e.oddity(), text, e.description());
  }

  private static String id(FrameException e) {
    return Objects.requireNonNull(e.messageId());
  }

  /** A call of ours, waiting in the queue or for its answer. */
  private static final class Pending<C extends Response> {
    final Request<C> request;
    final Action action;
    final Callback<C> callback;
    String messageId = "";
    @Nullable Timer timer;

    Pending(Request<C> request, Action action, Callback<C> callback) {
      this.request = request;
      this.action = action;
      this.callback = callback;
    }

    Timer timer() {
      return Objects.requireNonNull(timer);
    }

    @SuppressWarnings("unchecked") // the codec reads the answer as that of the action called
    void answered(Response response) {
      callback.answered((C) response);
    }
  }

  /** A call of the peer that has no answer yet. */
  private final class Incoming implements Responder {
    private final String messageId;
    private final Action action;
    private boolean answered;

    Incoming(String messageId, Action action) {
      this.messageId = messageId;
      this.action = action;
    }

    @Override
    public void answer(Response response) {
      if (!action.response().isInstance(response)) {
        throw new IllegalArgumentException(response.getClass() + " is no answer to " + action);
      }
      send(new Frame.CallResult(messageId, response));
    }

    @Override
    public void fail(OcppException failure) {
      send(new Frame.CallError(messageId, failure.error(), failure.description()));
    }

    private void failUnlessAnswered(OcppException failure) {
      if (!answered) {
        fail(failure);
      }
    }

    private void send(Frame answer) {
      if (answered) {
        throw new IllegalStateException(action + " " + messageId + " has been answered");
      }
      answered = true;
      serving.remove(messageId);
      if (!closed) {
        link.send(codec.encode(answer));
      }
    }
  }
}
