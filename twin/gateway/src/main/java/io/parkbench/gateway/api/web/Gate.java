package io.parkbench.gateway.api.web;

import io.parkbench.gateway.access.Session;
import org.jspecify.annotations.Nullable;

/** Lets requests in or not: whose token it is, what they may do, how often. Called by any thread; what it throws lets nobody in (ASVS 4.1.5). */
public interface Gate {
  /** Whose token this is; one that is nobody's, or none, is a {@link Problem}. */
  Session authenticate(@Nullable String token, Asked asked);

  /** Throws a {@link Problem} if the caller may not do what needs {@code right}. */
  void authorise(Session caller, String right, Asked asked);

  /** Throws a {@link Problem} if the caller has asked too often. */
  void count(Session caller, Asked asked);

  /** A request was refused for what it is, by somebody or, null, by nobody known (ASVS 7.1.3). */
  void refused(@Nullable Session caller, Problem problem, Asked asked);

  /**
   * A request as far as the gate needs it.
   *
   * @param from the address it came from
   * @param traceId what its answer calls it
   * @param what method and path
   */
  record Asked(String from, String traceId, String what) {}
}
