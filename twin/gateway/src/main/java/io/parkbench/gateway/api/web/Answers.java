package io.parkbench.gateway.api.web;

import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes responses with the header fields that all of the API's have (ASVS 8.2.1, 14.4). */
public final class Answers {
  private static final WebHeaders COMMON = WebHeaders.of(
      "Cache-Control", "no-store",
      "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
      "Referrer-Policy", "no-referrer",
      "Strict-Transport-Security", "max-age=31536000",
      "X-Content-Type-Options", "nosniff");
  private static final WebHeaders JSON = COMMON
      .with("Content-Disposition", "attachment; filename=\"api.json\"")
      .with("Content-Type", Media.JSON);
  private static final WebHeaders PROBLEM = JSON.with("Content-Type", "application/problem+json");
  private static final WebHeaders STREAM = COMMON.with("Content-Type", "text/event-stream").with("X-Accel-Buffering", "no");

  private Answers() {}

  static WebHeaders json() {
    return JSON;
  }

  static WebHeaders stream() {
    return STREAM;
  }

  /** Without a body. */
  static WebHeaders bare() {
    return COMMON;
  }

  /** The problem as a document; {@code instance} is the path asked for. */
  static WebResponse problem(Problem problem, String instance, String traceId) {
    WebHeaders headers = PROBLEM;
    for (var field : problem.headers().fields().entrySet()) {
      headers = headers.with(field.getKey(), field.getValue().getFirst());
    }
    Code code = problem.code();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "urn:parkbench:problem:" + code.word());
    document.put("title", code.title());
    document.put("status", code.status());
    document.put("detail", problem.detail());
    document.put("instance", instance);
    document.put("code", code.word());
    document.put("trace_id", traceId);
    document.putAll(problem.members());
    if (!problem.violations().isEmpty()) {
      document.put("errors", problem.violations());
    }
    return WebResponse.of(code.status(), headers, Json.bytes(document));
  }
}
