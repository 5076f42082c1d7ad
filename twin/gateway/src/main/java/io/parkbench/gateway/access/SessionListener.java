package io.parkbench.gateway.access;

/** Hears that a session is over, so that what lives by it, such as an event stream, ends too (ASVS 3.3.1). */
@FunctionalInterface
public interface SessionListener {

  /** Called once for each session, without locks, by the thread that ended it: any thread. */
  void ended(Session session, SessionEnd why);
}
