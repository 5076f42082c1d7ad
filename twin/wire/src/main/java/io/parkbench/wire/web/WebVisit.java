package io.parkbench.wire.web;

import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.kernel.WebStream;
import io.parkbench.kernel.WebSyntax;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request to a {@link WebServer}, on a thread of its own from its body to the end of the response. */
final class WebVisit implements WebService.Reply {
  private static final int BUFFER = 8 * 1024;
  /** So many times as long as a connection may stand still, a body may take from its first byte to its last. */
  private static final int BODY_PATIENCE = 2;

  private static final WebStream.Outlet NOWHERE = new WebStream.Outlet() {
    @Override
    public void send(String text) {}

    @Override
    public void end() {}
  };

  private final WebService service;
  private final Executor loop;
  private final WebLimits limits;
  private final Set<StreamWriter> streams;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final CompletableFuture<WebResponse> reply = new CompletableFuture<>();
  /** Whether the client has been told that it took too long. */
  private volatile boolean late;

  WebVisit(
      WebService service, Executor loop, WebLimits limits, Set<StreamWriter> streams, HttpServletRequest request,
      HttpServletResponse response) {
    this.service = service;
    this.loop = loop;
    this.limits = limits;
    this.streams = streams;
    this.request = request;
    this.response = response;
  }

  void run() throws IOException {
    byte[] body;
    try {
      body = body();
    } catch (IOException e) {
      write(Problems.UNREADABLE, true);
      return;
    }
    if (body == null) {
      write(Problems.TRICKLING, true);
    } else if (body.length > limits.bodyBytesMax()) {
      write(Problems.TOO_LARGE, true);
    } else {
      write(ask(body), false);
    }
  }

  /** As much of the body as matters; null where it comes so slowly that somebody may do it on purpose. */
  private byte @Nullable [] body() throws IOException {
    if (request.getContentLengthLong() > limits.bodyBytesMax()) {
      return new byte[limits.bodyBytesMax() + 1];
    }
    long deadline = RealTime.nanos() + limits.idle().toNanos() * BODY_PATIENCE;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] some = new byte[BUFFER];
    InputStream in = request.getInputStream();
    for (int count = in.read(some); count >= 0 && body.size() <= limits.bodyBytesMax(); count = in.read(some)) {
      body.write(some, 0, count);
      if (RealTime.nanos() > deadline) {
        return null;
      }
    }
    return body.toByteArray();
  }

  private WebResponse ask(byte[] body) {
    try {
      service.handle(new WebRequest(request.getMethod(), target(), headers(), body, request.getRemoteAddr(), request.isSecure()),
          this);
    } catch (RuntimeException e) {
      // the first reply counts, and what went wrong is nobody's business out there
      reply.complete(Problems.BROKEN);
    }
    try {
      return reply.get(limits.reply().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      late = true;
      reply.complete(Problems.TOO_SLOW);
      return reply.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private String target() {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private WebHeaders headers() {
    Map<String, List<String>> all = new TreeMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      all.computeIfAbsent(name, key -> new ArrayList<>(Collections.list(request.getHeaders(key))));
    }
    return WebHeaders.of(all);
  }

  @Override
  public void send(WebResponse answer) {
    WebSyntax.check(answer);
    if (reply.complete(answer)) {
      return;
    }
    if (!late) {
      throw new IllegalStateException("a second reply to a request");
    }
    WebStream stream = answer.stream();
    if (stream != null) {
      loop.execute(() -> {
        stream.opened(NOWHERE);
        stream.closed();
      });
    }
  }

  @Override
  public void onLoop(Runnable task) {
    loop.execute(task);
  }

  @Override
  public boolean isOnLoop() {
    return false;
  }

  private void write(WebResponse answer, boolean last) throws IOException {
    // what the library has put in already
    response.reset();
    response.setStatus(answer.status());
    answer.headers().fields().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    if (last) {
      response.setHeader("Connection", "close");
    }
    boolean whole = WebSyntax.hasBody(request.getMethod(), answer.status());
    @Nullable WebStream stream = answer.stream();
    if (stream != null) {
      StreamWriter writer = new StreamWriter(stream, loop, limits.unreadBytesMax(), Endings.of(request));
      streams.add(writer);
      try {
        writer.run(response.getOutputStream(), whole);
      } finally {
        streams.remove(writer);
      }
    } else if (whole) {
      response.setContentLength(answer.body().length);
      response.getOutputStream().write(answer.body());
    }
  }
}
