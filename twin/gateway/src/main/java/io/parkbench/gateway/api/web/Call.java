package io.parkbench.gateway.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parkbench.gateway.access.Session;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.kernel.WebStream;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request of an operation, checked, and the way to answer it. */
public final class Call {
  private final Front front;
  private final WebRequest request;
  private final WebService.Reply reply;
  private final Gate.Asked asked;
  private final String requestId;
  private final AtomicBoolean answered = new AtomicBoolean();

  private Target target = new Target("/", List.of(), Collections.emptySortedMap(), List.of());
  private SortedMap<String, String> path = Collections.emptySortedMap();
  private @Nullable Session caller;
  private JsonNode body = MissingNode.getInstance();
  private String media = Media.JSON;
  private Runnable schemaCheck = () -> {};
  private Consumer<WebResponse> hearer = response -> {};

  Call(Front front, WebRequest request, WebService.Reply reply, Gate.Asked asked, String requestId) {
    this.front = front;
    this.request = request;
    this.reply = reply;
    this.asked = asked;
    this.requestId = requestId;
  }

  void at(Target found, SortedMap<String, String> parameters) {
    target = found;
    path = parameters;
  }

  void by(Session who) {
    caller = who;
  }

  void with(JsonNode tree) {
    body = tree;
  }

  void checks(Runnable schema) {
    schemaCheck = schema;
  }

  void as(String chosen) {
    media = chosen;
  }

  /** Hears the answer before it is sent. */
  void onAnswer(Consumer<WebResponse> next) {
    hearer = next;
  }

  Gate.Asked asked() {
    return asked;
  }

  @Nullable
  Session callerIfAny() {
    return caller;
  }

  /** Who asks; only of operations that need a login. */
  public Session caller() {
    if (caller == null) {
      throw new IllegalStateException("nobody has logged in");
    }
    return caller;
  }

  public WebService.Reply reply() {
    return reply;
  }

  public String traceId() {
    return asked.traceId();
  }

  /** The address that it came from. */
  public String from() {
    return request.from();
  }

  /** The path as it was asked for. */
  public String address() {
    return target.path();
  }

  /** Path and query as they were asked for, the parameters in the order of their names. */
  public String addressAndQuery() {
    return target.path() + "?" + target.query();
  }

  /** A path parameter that is a whole number. */
  public int number(String name) {
    return Integer.parseInt(path.getOrDefault(name, ""));
  }

  /** A path parameter. */
  public String text(String name) {
    return path.getOrDefault(name, "");
  }

  /** A query parameter, or null. */
  public @Nullable String query(String name) {
    return target.query().get(name);
  }

  /** A query parameter that is a whole number, or null. */
  public @Nullable Integer queryNumber(String name) {
    String value = query(name);
    return value == null ? null : Integer.valueOf(value);
  }

  SortedMap<String, String> query() {
    return target.query();
  }

  public @Nullable String header(String name) {
    return request.headers().get(name);
  }

  /** Holds the body against its schema, where the operation has asked to say first what is wrong with it. */
  public void requireSchema() {
    schemaCheck.run();
  }

  /** The body, as its schema has it; CSV as text. */
  public JsonNode body() {
    return body;
  }

  /** Whether the client wants a stream of events rather than a list. */
  public boolean wantsStream() {
    return media.equals("text/event-stream");
  }

  /** Runs {@code task} on the loop's thread; what it throws is answered as what {@link Operation} throws. */
  public void onLoop(Runnable task) {
    reply.onLoop(() -> guarded(task));
  }

  /** Runs what answers later; what it throws is answered. */
  public void guarded(Runnable task) {
    front.guarded(this, task);
  }

  /** See {@link Conditions#forWrite}. */
  public void requireMatch(@Nullable String etag) {
    Conditions.forWrite(request.headers().all("If-Match"), request.headers().all("If-None-Match"), etag);
  }

  /** Answers with a resource, or with 304 if the client has it already. */
  public void resource(Rendered rendered) {
    resource(rendered, rendered.etag());
  }

  /** The same with a tag of its own. */
  public void resource(Rendered rendered, String etag) {
    List<String> known = request.headers().all("If-None-Match");
    if (!known.isEmpty() && Conditions.isAmong(known, etag, true)) {
      send(WebResponse.of(304, Answers.bare().with("ETag", etag), new byte[0]));
    } else {
      send(WebResponse.of(200, Answers.json().with("ETag", etag), rendered.json()));
    }
  }

  /** Answers with a list or a state that carries no tag. */
  public void ok(Rendered rendered) {
    WebHeaders headers = rendered.link() == null ? Answers.json() : Answers.json().with("Link", rendered.link());
    send(WebResponse.of(200, headers, rendered.json()));
  }

  /** Answers with a status and a body. */
  public void answer(int status, Object resource) {
    answer(status, resource, WebHeaders.NONE);
  }

  public void answer(int status, Object resource, WebHeaders more) {
    WebHeaders headers = Answers.json();
    for (var field : more.fields().entrySet()) {
      headers = headers.with(field.getKey(), field.getValue().getFirst());
    }
    send(WebResponse.of(status, headers, resource instanceof byte[] json ? json : Json.bytes(resource)));
  }

  /** Answers with a table. */
  public void csv(byte[] table, WebHeaders more) {
    WebHeaders headers = Answers.json().with("Content-Type", Media.CSV).with("Content-Disposition",
        "attachment; filename=\"api.csv\"");
    for (var field : more.fields().entrySet()) {
      headers = headers.with(field.getKey(), field.getValue().getFirst());
    }
    send(WebResponse.of(200, headers, table));
  }

  /** Answers without a body. */
  public void done() {
    send(WebResponse.of(204, Answers.bare(), new byte[0]));
  }

  public void stream(WebStream stream) {
    send(WebResponse.streaming(Answers.stream(), stream));
  }

  public void problem(Problem problem) {
    send(Answers.problem(problem, target.path(), asked.traceId()));
  }

  /** Sends a response as it is, once; a second one is forgotten. */
  void send(WebResponse response) {
    if (!answered.compareAndSet(false, true)) {
      return;
    }
    hearer.accept(response);
    WebHeaders headers = response.headers().with("X-Request-Id", requestId);
    boolean head = request.method().equals("HEAD");
    reply.send(
        new WebResponse(
            response.status(), headers, head ? new byte[0] : response.body(), head ? null : response.stream()));
  }

  WebRequest request() {
    return request;
  }
}
