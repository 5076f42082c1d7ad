package io.parkbench.gateway.lease;

/** What the book of leases wants done: its only way out to stations. */
public interface LeaseEffects {
  /**
   * Tell the station of {@code to} this lease, before any other call that waits. What becomes of it comes back as
   * {@link Leasehold#accepted}, {@link Leasehold#refused} or {@link Leasehold#timedOut}, or as {@link Leasehold#lost}.
   *
   * @param fallsBack false only where the lease has no second period: a station that keeps its last setpoint
   */
  void say(Leasehold to, Lease lease, boolean fallsBack);

  /** Ask the connector for a sample of its currents now (TriggerMessage where supported; else its next one will do). */
  void askSample(Leasehold from);
}
