package io.parkbench.plant.quirk;

/** What a correct gateway owes while a quirk is on (the classes of R-LEASE-5). */
public enum Duty {
  /** No breach. */
  STRICT,
  /** No breach, because the gateway counts at the rated maximum, or refuses, until the station has proved itself. */
  GATED,
  /** The first undeclared occurrence cannot be prevented, only bounded, alarmed and made up for. */
  BOUNDED,
  /** For scenarios that diagnose; no campaign draws it. */
  DIAGNOSIS
}
