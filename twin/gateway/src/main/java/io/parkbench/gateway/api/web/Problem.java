package io.parkbench.gateway.api.web;

import io.parkbench.kernel.WebHeaders;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request; thrown where it is found, sent as {@code application/problem+json} (RFC 9457). */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Code code;
  private final String detail;
  private final transient List<Violation> violations;
  private final transient WebHeaders headers;
  private final transient SortedMap<String, String> members;

  /**
   * One thing that is wrong.
   *
   * @param pointer into the body (RFC 6901), or null where it is a parameter
   * @param parameter its name, or null where it is in the body
   */
  public record Violation(@Nullable String pointer, @Nullable String parameter, String detail) {
    public static Violation at(String pointer, String detail) {
      return new Violation(pointer, null, detail);
    }

    public static Violation of(String parameter, String detail) {
      return new Violation(null, parameter, detail);
    }
  }

  /** @param detail what is wrong and what to do */
  public Problem(Code code, String detail) {
    this(code, detail, List.of(), WebHeaders.NONE, Collections.emptySortedMap());
  }

  private Problem(
      Code code, String detail, List<Violation> violations, WebHeaders headers, SortedMap<String, String> members) {
    super(code.word() + ": " + detail, null, false, false);
    this.code = code;
    this.detail = detail;
    this.violations = List.copyOf(violations);
    this.headers = headers;
    this.members = members;
  }

  /** A body or parameters that are not as described. */
  public static Problem invalid(List<Violation> violations) {
    return new Problem(Code.VALIDATION_FAILED, violations.getFirst().detail(), violations, WebHeaders.NONE,
        Collections.emptySortedMap());
  }

  /** What stands in the way of what was asked for. */
  public static Problem conflict(String detail, List<Violation> violations) {
    return new Problem(Code.CONFLICT, detail, violations, WebHeaders.NONE, Collections.emptySortedMap());
  }

  /** The member at {@code pointer} is not as described. */
  public static Problem invalid(String pointer, String detail) {
    return invalid(List.of(Violation.at(pointer, detail)));
  }

  /** The query parameter is not as described. */
  public static Problem parameter(String name, String detail) {
    return invalid(List.of(Violation.of(name, detail)));
  }

  /** The same with a header field in its answer. */
  public Problem with(String name, String value) {
    return new Problem(code, detail, violations, headers.with(name, value), members);
  }

  /** The same with a member of its own in the document. */
  public Problem saying(String member, String value) {
    SortedMap<String, String> more = new TreeMap<>(members);
    more.put(member, value);
    return new Problem(code, detail, violations, headers, more);
  }

  /** The same to be tried again after {@code seconds}. */
  public Problem retryAfter(long seconds) {
    return with("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  public Code code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  public List<Violation> violations() {
    return violations;
  }

  public WebHeaders headers() {
    return headers;
  }

  /** What the document says besides. */
  public SortedMap<String, String> members() {
    return members;
  }
}
