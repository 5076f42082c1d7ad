package io.parkbench.plant.bems;

import io.parkbench.kernel.Micros;

/** Waits longer after each failed login: without an answer from 5 s up to a minute, refused from a minute up to 15 (a lock doubles too). */
final class BackOff {
  private static final long SHORTEST = 5 * Micros.SECOND;
  private static final long UNANSWERED_MOST = Micros.MINUTE;
  private static final long REFUSED = Micros.MINUTE;
  private static final long REFUSED_MOST = 15 * Micros.MINUTE;

  private int inVain;
  private long notBefore = Long.MIN_VALUE;

  boolean isOver(long now) {
    return now >= notBefore;
  }

  long notBefore() {
    return notBefore;
  }

  void done() {
    inVain = 0;
    notBefore = Long.MIN_VALUE;
  }

  /** The login failed so; what the server says of when to come again counts where it is longer. */
  void failed(Reply reply, long now) {
    boolean silent = reply.status() == 0 || reply.status() >= 500;
    long wait = (silent ? SHORTEST : REFUSED) << Math.min(inVain, 10);
    inVain++;
    notBefore = Math.max(now + Math.min(wait, silent ? UNANSWERED_MOST : REFUSED_MOST), reply.notBefore());
  }
}
