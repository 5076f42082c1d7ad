package io.parkbench.gateway.access;

/** What a session may do; {@link Rights} says who has it. */
public enum Right {
  /** Read configuration, live data, events and alarms. */
  READ,
  /** Read all of the configuration but cards and users. */
  READ_CONFIGURATION,
  /** Log out, see and end own sessions, change the own password. */
  OWN_ACCOUNT,
  /** Set and lift reductions, send the controller's heartbeat (R-BEMS-3). */
  WRITE_SETPOINTS,
  /** Set availability, acknowledge alarms. */
  OPERATE,
  /** Set the clock. */
  SET_CLOCK,
  /** Change settings and the site. */
  CONFIGURE,
  /** Add, remove and change users; each call needs the own password again (ASVS 3.7.1). */
  MANAGE_USERS,
  /** Read the audit log (ASVS 7.3.3). */
  READ_AUDIT
}
