package io.parkbench.wire.web;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Exchanges;
import io.parkbench.kernel.FaultRules;
import io.parkbench.kernel.Time;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebInlet;
import io.parkbench.kernel.WebRecorder;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request of ours in real time, and the stream behind it; all but the library's calls on the loop's thread. */
final class LiveVisit implements WebCall, Exchanges.Answer<WebResponse> {
  private static final String EVENTS = "text/event-stream";

  private final Time time;
  private final WebRecorder recorder;
  private final Endpoint to;
  private final WebRequest request;
  private final WebAnswer answer;
  private final Supplier<WebInlet> inlets;
  private final long sent;
  private final EventText events = new EventText();
  /** What came before the head has been told. */
  private final ArrayDeque<Runnable> early = new ArrayDeque<>();
  private final Chunks chunks = new Chunks(bytes -> fromStream(() -> hear(bytes)), () -> fromStream(this::end));
  private Exchanges.@Nullable Handle asked;
  private @Nullable CompletableFuture<?> underWay;
  private @Nullable WebInlet inlet;
  private String problem = "";
  private boolean told;
  private boolean over;

  /** @param inlets where the chunks of a stream go, made when its head is told */
  LiveVisit(Time time, WebRecorder recorder, Endpoint to, WebRequest request, WebAnswer answer, Supplier<WebInlet> inlets) {
    this.time = time;
    this.recorder = recorder;
    this.to = to;
    this.request = request;
    this.answer = answer;
    this.inlets = inlets;
    this.sent = time.now();
  }

  WebRequest request() {
    return request;
  }

  void isAsked(Exchanges.Handle handle) {
    asked = handle;
  }

  /** Goes out; the deadline is watched by {@link Exchanges}. */
  void ask(HttpClient client, HttpRequest message, Exchanges.Back<WebResponse> back) {
    CompletableFuture<HttpResponse<Object>> future = client.sendAsync(message, this::subscriber);
    underWay = future;
    future.whenComplete((response, failure) -> time.post(() -> {
      if (response != null) {
        back.send(HttpClients.response(response, response.body() instanceof byte[] body ? body : new byte[0]));
      } else if (failure != null) {
        refuse(failure, back);
      }
    }));
  }

  private HttpResponse.BodySubscriber<Object> subscriber(HttpResponse.ResponseInfo head) {
    boolean streams = head.headers().firstValue("Content-Type").orElse("").startsWith(EVENTS);
    return streams ? HttpResponse.BodySubscribers.mapping(chunks, same -> same)
        : HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofByteArray(), body -> body);
  }

  private void refuse(Throwable failure, Exchanges.Back<WebResponse> back) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    problem = ": " + cause;
    if (!(cause instanceof HttpTimeoutException)) {
      back.unreachable();
    }
  }

  private void fromStream(Runnable event) {
    time.post(() -> {
      if (inlet == null) {
        early.add(event);
      } else {
        event.run();
      }
    });
  }

  private void hear(byte[] bytes) {
    if (inlet != null) {
      inlet.chunk(events.add(bytes));
    }
  }

  private void end() {
    if (inlet != null) {
      inlet.chunk(events.rest());
      inlet.end();
    }
  }

  @Override
  public void answered(WebResponse response) {
    told = true;
    recorder.answered(time.now(), to.name(), sent, request, response, "");
    answer.answered(response);
    String type = response.headers().get("Content-Type");
    if (!over && type != null && type.startsWith(EVENTS)) {
      inlet = inlets.get();
      while (!early.isEmpty()) {
        early.remove().run();
      }
    }
    over = true;
  }

  @Override
  public void failed(Exchange.Failure why) {
    over = true;
    letGo();
    recorder.failed(time.now(), to.name(), sent, request, why + problem);
    answer.failed(why);
  }

  @Override
  public void cancel() {
    if (!over && !told) {
      recorder.failed(time.now(), to.name(), sent, request, "CANCELLED");
      if (asked != null) {
        asked.forget();
      }
    }
    over = true;
    letGo();
    if (inlet != null) {
      inlet.cancel();
    }
  }

  /** Gives up the connection. */
  void letGo() {
    chunks.cancel();
    if (underWay != null) {
      underWay.cancel(true);
    }
  }

  /** Whether nothing can be told of it any more. */
  boolean isOver() {
    return over && (inlet == null || inlet.isOver());
  }

  void cut(FaultRules.Rule rule) {
    if (inlet != null && !inlet.isOver() && rule.touches(to.name())) {
      letGo();
      inlet.cut();
    }
  }

  void release() {
    if (inlet != null) {
      inlet.release();
    }
  }
}
