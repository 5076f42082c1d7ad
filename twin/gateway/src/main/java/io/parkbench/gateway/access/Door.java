package io.parkbench.gateway.access;

/** What a login is for, which decides how long it may lie unused. */
public enum Door {
  API,
  CONSOLE
}
