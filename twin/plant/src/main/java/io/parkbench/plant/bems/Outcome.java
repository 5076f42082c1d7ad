package io.parkbench.plant.bems;

import java.util.Locale;

/**
 * What became of something the client told the gateway.
 *
 * @param at when the answer came, µs since 1970
 * @param what {@code reduce Z1 to 50 %}, say
 * @param status of HTTP; 0 where there was no answer
 * @param code of the problem document; empty where there was none
 * @param notBefore when it may be tried again, µs since 1970; 0 where nothing was said
 */
public record Outcome(long at, String what, Result result, int status, String code, String detail, long notBefore) {
  public enum Result {
    /** In force. */
    ACCEPTED,
    /** Taken, to come into force later. */
    SCHEDULED,
    /** The gateway said no; nobody tries again by itself. */
    REFUSED,
    /** Nobody knows whether it arrived: the next pulls show it. */
    UNANSWERED,
    /** A later pull shows that it is so. */
    SEEN,
    /** Taken, but the pulls have not shown it for 5 minutes. */
    NOT_SEEN,
    /** The persona or the client's own look at the site forbids it; nothing was sent. */
    NOT_SENT;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Outcome notSent(long at, String what, String why) {
    return new Outcome(at, what, Result.NOT_SENT, 0, "", why, 0);
  }

  static Outcome of(long at, String what, Reply reply) {
    Result result = reply.status() == 0 ? Result.UNANSWERED
        : reply.status() == 202 ? Result.SCHEDULED : reply.isOk() ? Result.ACCEPTED : Result.REFUSED;
    return new Outcome(at, what, result, reply.status(), reply.code(), reply.detail(), reply.notBefore());
  }

  public boolean isTaken() {
    return result == Result.ACCEPTED || result == Result.SCHEDULED;
  }
}
