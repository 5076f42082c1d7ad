package io.parkbench.gateway.api;

import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Session;
import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.kernel.Loop;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Opens event streams, at most {@value #MOST} for each login, and ends them with it (ASVS 3.3.1). On the loop's thread. */
final class EventStreams {
  private static final int MOST = 4;

  private final Loop loop;
  private final EventFeed feed;
  private final Gatekeeper keeper;
  private final Map<EventStream, String> open = new LinkedHashMap<>();
  /** Logins with streams that are over; told by any thread. */
  private final Set<String> over = ConcurrentHashMap.newKeySet();
  private final Set<String> streaming = ConcurrentHashMap.newKeySet();

  EventStreams(Loop loop, EventFeed feed, Gatekeeper keeper) {
    this.loop = loop;
    this.feed = feed;
    this.keeper = keeper;
    keeper.onSessionEnd((session, why) -> {
      if (streaming.contains(session.id())) {
        over.add(session.id());
      }
    });
  }

  void open(Call call, @Nullable Set<String> topics) {
    Session session = call.caller();
    if (isFull(session)) {
      throw new Problem(Code.RATE_LIMITED, "A login has at most " + MOST + " streams; close one.").retryAfter(15);
    }
    call.stream(
        new EventStream(
            loop, feed, topics, call.header("Last-Event-ID"), stream -> entered(stream, session), () -> isOver(session),
            this::gone));
  }

  private boolean isFull(Session session) {
    return Collections.frequency(List.copyOf(open.values()), session.id()) >= MOST;
  }

  /** It counts once it flows, as a client may be gone before; of several asked for at once the first get in. */
  private boolean entered(EventStream stream, Session session) {
    if (isFull(session)) {
      return false;
    }
    open.put(stream, session.id());
    streaming.add(session.id());
    return true;
  }

  private boolean isOver(Session session) {
    keeper.sweep(loop.now());
    return over.contains(session.id());
  }

  private void gone(EventStream stream) {
    String session = open.remove(stream);
    if (session != null && !open.containsValue(session)) {
      streaming.remove(session);
      over.remove(session);
    }
  }

  /** The gateway stops: nobody is told anything any more. */
  void close() {
    List.copyOf(open.keySet()).forEach(EventStream::end);
  }

  /** Ends the streams of logins that are over, now rather than when they next have something to say. */
  void sweep() {
    List.copyOf(open.keySet()).forEach(EventStream::look);
  }
}
