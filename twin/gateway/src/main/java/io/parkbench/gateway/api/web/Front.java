package io.parkbench.gateway.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.parkbench.gateway.access.Session;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before its operation sees it: transport, size, route, token, right, pace, media types, parameters, body. In this
 * order, so that who may not ask learns nothing of what they ask for.
 */
public final class Front implements WebService {
  private static final int BODY_MAX = 64 * 1024;
  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final Router router;
  private final Schemas schemas;
  private final Gate gate;
  private final BooleanSupplier ready;
  private final Consumer<Reply> asked;
  private final Idempotency idempotency;
  private final String boot;
  private final Consumer<Fault> faults;
  private final AtomicLong requests = new AtomicLong();

  /** Something that should not happen did; its client has been told the trace id only (ASVS 7.4.1). */
  public record Fault(String traceId, String what, Throwable cause) {}

  /**
   * @param ready whether the gateway has started
   * @param asked told of each request of somebody who has logged in
   * @param boot names this run of the gateway; trace ids begin with it
   * @param faults told what was answered with 500, by any thread
   */
  public Front(
      OpenApi api, Router router, Gate gate, BooleanSupplier ready, Consumer<Reply> asked, Idempotency idempotency, String boot,
      Consumer<Fault> faults) {
    this.router = router;
    this.schemas = new Schemas(api.document());
    this.gate = gate;
    this.ready = ready;
    this.asked = asked;
    this.idempotency = idempotency;
    this.boot = boot;
    this.faults = faults;
  }

  @Override
  public void handle(WebRequest request, Reply reply) {
    String traceId = String.format(Locale.ROOT, "%s-%06x", boot, requests.incrementAndGet());
    String given = request.headers().get("X-Request-Id");
    String requestId = given != null && given.matches(UUID) ? given.toLowerCase(Locale.ROOT) : traceId;
    Gate.Asked asked = new Gate.Asked(request.from(), traceId, request.method() + " " + request.target().split("\\?", 2)[0]);
    Call call = new Call(this, request, reply, asked, requestId);
    guarded(call, () -> admit(call));
  }

  /** Runs a part of an answer; whatever it throws, there is one (ASVS 7.4.2, 7.4.3). */
  @SuppressWarnings("CatchingUnchecked")
  void guarded(Call call, Runnable part) {
    try {
      part.run();
    } catch (Problem problem) {
      call.problem(problem);
      told(call, problem);
    } catch (RuntimeException | StackOverflowError e) {
      call.problem(new Problem(Code.INTERNAL, "It has been noted under the trace id."));
      faults.accept(new Fault(call.traceId(), call.asked().what(), e));
    }
  }

  private void told(Call call, Problem problem) {
    try {
      gate.refused(call.callerIfAny(), problem, call.asked());
    } catch (RuntimeException e) {
      faults.accept(new Fault(call.traceId(), call.asked().what(), e));
    }
  }

  private void admit(Call call) {
    WebRequest request = call.request();
    if (!request.secure()) {
      toHttps(call);
      return;
    }
    Target target = Target.of(request.target());
    call.at(target, target.query());
    if (request.body().length > BODY_MAX) {
      throw new Problem(Code.BODY_TOO_LARGE, "A body has at most " + BODY_MAX + " bytes.");
    }
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    Route route = router.find(method, target);
    if (!ready.getAsBoolean() && !route.starting()) {
      throw new Problem(Code.SERVICE_STARTING, "Try again in a moment.").retryAfter(2);
    }
    if (target.query().containsKey("access_token") || target.query().containsKey("token")) {
      throw unauthorised(new Problem(Code.TOKEN_IN_URL, "Whoever reads the address reads the token: consider it lost."));
    }
    if (route.right() != null) {
      Session caller = gate.authenticate(token(request), call.asked());
      call.by(caller);
      gate.count(caller, call.asked());
      gate.authorise(caller, route.right(), call.asked());
      asked.accept(call.reply());
    }
    if (!route.produces().isEmpty()) {
      String chosen = Media.choose(request.headers().all("Accept"), route.produces());
      if (chosen == null) {
        throw new Problem(Code.NOT_ACCEPTABLE, "Offered: " + String.join(", ", route.produces()) + ".");
      }
      call.as(chosen);
    }
    JsonNode body = body(call, route, request);
    Parameters.checkQuery(route, target);
    call.at(target, Parameters.path(route, target));
    if (body != null) {
      call.with(body);
    }
    if (route.method().equals("POST") && request.headers().get("Idempotency-Key") != null && route.right() != null) {
      idempotency.once(call, () -> router.operation(route).answer(call));
    } else {
      router.operation(route).answer(call);
    }
  }

  private @Nullable JsonNode body(Call call, Route route, WebRequest request) {
    JsonNode schema = route.body();
    if (schema == null) {
      if (request.body().length > 0) {
        throw Problem.invalid("", "No body is expected here.");
      }
      return null;
    }
    if (!Media.is(route.bodyType(), request.headers().get("Content-Type"))) {
      throw new Problem(Code.UNSUPPORTED_MEDIA_TYPE, "The body must be " + route.bodyType() + " in UTF-8, and say so.");
    }
    if (route.bodyType().equals(Media.CSV)) {
      return TextNode.valueOf(Json.utf8(request.body()));
    }
    JsonNode body = Json.read(request.body());
    if (route.readerChecks()) {
      if (!body.isObject()) {
        throw Problem.invalid("", "A JSON object is expected.");
      }
      call.checks(() -> schemas.check(route.bodyPointer(), schema, body));
    } else {
      schemas.check(route.bodyPointer(), schema, body);
    }
    return body;
  }

  /** The bearer token; null where there is none. */
  private static @Nullable String token(WebRequest request) {
    List<String> fields = request.headers().all("Authorization");
    if (fields.isEmpty()) {
      return null;
    }
    String field = fields.getFirst().strip();
    // what is not one bearer token is nobody's
    return fields.size() == 1 && field.regionMatches(true, 0, "Bearer ", 0, 7) ? field.substring(7).strip() : "";
  }

  /** With what RFC 6750 asks of a 401. */
  public static Problem unauthorised(Problem problem) {
    return problem.code() == Code.TOKEN_MISSING || problem.code() == Code.INVALID_CREDENTIALS
        ? problem.with("WWW-Authenticate", "Bearer realm=\"parkbench\"")
        : problem.with("WWW-Authenticate", "Bearer realm=\"parkbench\", error=\"invalid_token\"");
  }

  /** Nothing is served in the clear: who has sent nothing secret yet is shown the way, others are told (ASVS 9.1.1). */
  private static void toHttps(Call call) {
    WebRequest request = call.request();
    String host = request.headers().get("Host");
    boolean harmless = request.method().equals("GET") && request.headers().get("Authorization") == null
        && request.body().length == 0;
    if (harmless && host != null && host.matches("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(:[0-9]{1,5})?")
        && request.target().matches("/[\\x21-\\x7e]*")) {
      String name = host.replaceFirst(":[0-9]{1,5}$", "");
      call.send(WebResponse.of(308, Answers.bare().with("Location", "https://" + name + request.target()), new byte[0]));
    } else {
      throw new Problem(Code.HTTPS_REQUIRED, "What was sent has been sent in the clear: change the password if it was in it.");
    }
  }
}
