package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebClient;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to one gateway: logs in, again when the token has ended, and sends one request at a time. It never storms: a refused token
 * means one login and one repetition; failed logins wait ({@link BackOff}); 429 is heard before anything else is sent.
 */
final class Session {
  static final String BASE = "/api/v2";
  private static final long TIMEOUT = 10 * Micros.SECOND;
  /** A token is not used in its last moments. */
  private static final long TOKEN_MARGIN = 30 * Micros.SECOND;
  /** Longer than this no request waits; it fails, and the next pull comes anyway. */
  private static final long WAIT_MOST = Micros.MINUTE;
  private static final long WAIT_USUAL = 5 * Micros.SECOND;

  private final Loop loop;
  private final WebClient web;
  private final Endpoint to;
  private final boolean secure;
  private final String user;
  private final String password;
  private final Deque<Ask> queue = new ArrayDeque<>();
  private final BackOff backOff = new BackOff();
  private @Nullable WebCall underWay;
  private boolean busy;
  private boolean closed;
  private @Nullable String token;
  private long tokenEnds;
  private boolean tokenWorked;
  private long waitUntil = Long.MIN_VALUE;
  private int logins;

  /** Something to be asked; {@code tried} once its token was refused or it was told to wait. */
  private record Ask(
      String method, String path, WebHeaders headers, @Nullable JsonNode body, boolean tried, Consumer<Reply> then) {
    Ask again() {
      return new Ask(method, path, headers, body, true, then);
    }
  }

  /** @param secure whether it speaks TLS */
  Session(Loop loop, WebClient web, Endpoint to, boolean secure, String user, String password) {
    this.loop = loop;
    this.web = web;
    this.to = to;
    this.secure = secure;
    this.user = user;
    this.password = password;
  }

  void get(String path, Consumer<Reply> then) {
    ask("GET", path, WebHeaders.NONE, null, then);
  }

  /** @param path below the API's base */
  void ask(String method, String path, WebHeaders headers, @Nullable JsonNode body, Consumer<Reply> then) {
    queue.add(new Ask(method, path, headers, body, false, then));
    pump();
  }

  /** Logins tried so far. */
  int logins() {
    return logins;
  }

  void close() {
    closed = true;
    queue.clear();
    if (underWay != null) {
      underWay.cancel();
    }
  }

  private void pump() {
    if (busy || closed || queue.isEmpty()) {
      return;
    }
    if (loop.now() < waitUntil) {
      if (waitUntil - loop.now() > WAIT_MOST) {
        failAll("told to wait until " + Micros.toInstant(waitUntil));
        return;
      }
      busy = true;
      loop.at(waitUntil, this::goOn);
    } else if (token == null || loop.now() >= tokenEnds) {
      login();
    } else {
      send(queue.remove(), token);
    }
  }

  private void goOn() {
    busy = false;
    pump();
  }

  private void login() {
    if (!backOff.isOver(loop.now())) {
      failAll("not logged in; next try at " + Micros.toInstant(backOff.notBefore()));
      return;
    }
    logins++;
    token = null;
    JsonNode body = JsonNodeFactory.instance.objectNode().put("username", user).put("password", password);
    exchange("POST", "/login/login", WebHeaders.NONE, body, reply -> {
      String fresh = Lenient.text(reply.body(), "access_token");
      if (reply.isOk() && Lenient.isPrintable(fresh)) {
        token = fresh;
        tokenWorked = false;
        long ends = Lenient.instant(reply.body(), "expires_at", Long.MAX_VALUE);
        // A server whose clock is far from ours: its token is used until it is refused.
        tokenEnds = ends - TOKEN_MARGIN > loop.now() ? ends - TOKEN_MARGIN : Long.MAX_VALUE;
        goOn();
        return;
      }
      backOff.failed(reply, loop.now());
      busy = false;
      failAll("login failed: " + (reply.isOk() ? "the answer has no usable access_token" : reply.detail()), reply);
    });
  }

  private void send(Ask ask, String bearer) {
    WebHeaders headers = ask.headers.with("authorization", "Bearer " + bearer);
    exchange(ask.method, ask.path, headers, ask.body, reply -> {
      if (reply.status() == 401) {
        token = null;
        if (!tokenWorked) {
          backOff.failed(reply, loop.now());
        }
        if (!ask.tried) {
          queue.addFirst(ask.again());
          goOn();
          return;
        }
      } else if (reply.status() != 0) {
        tokenWorked = true;
        backOff.done();
      }
      if (reply.status() == 429 && !reply.code().equals("setpoint-period")) {
        waitUntil = reply.notBefore() > 0 ? reply.notBefore() : loop.now() + WAIT_USUAL;
        if (!ask.tried) {
          queue.addFirst(ask.again());
          goOn();
          return;
        }
      }
      busy = false;
      ask.then.accept(reply);
      pump();
    });
  }

  private void failAll(String why) {
    failAll(why, Reply.nothing(why));
  }

  /** What waits is not to be asked now: the answer that stood in the way is theirs, as if nothing had come. */
  private void failAll(String why, Reply because) {
    List<Ask> waiting = new ArrayList<>(queue);
    queue.clear();
    Reply told = new Reply(
        because.status() == 503 ? 503 : 0, because.headers(), because.body(), because.code(), why, because.notBefore());
    waiting.forEach(ask -> ask.then.accept(told));
  }

  private void exchange(String method, String path, WebHeaders headers, @Nullable JsonNode body, Consumer<Reply> then) {
    busy = true;
    WebHeaders all = headers.with("accept", "application/json, application/problem+json");
    byte[] bytes = new byte[0];
    if (body != null) {
      all = all.with("content-type", "application/json");
      bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    }
    WebRequest request = new WebRequest(method, BASE + path, all, bytes, to.name(), secure);
    underWay = web.send(to, request, TIMEOUT, new WebAnswer() {
      private boolean over;

      @Override
      public void answered(WebResponse response) {
        settle(Reply.of(response, loop.now()));
      }

      @Override
      public void failed(Exchange.Failure why) {
        settle(Reply.nothing(why.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
      }

      private void settle(Reply reply) {
        if (!over && !closed) {
          over = true;
          then.accept(reply);
        }
      }
    });
  }
}
