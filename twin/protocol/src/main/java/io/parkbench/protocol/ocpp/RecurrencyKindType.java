package io.parkbench.protocol.ocpp;

/** After how long a recurring profile begins again (OCPP 1.6 section 7.37). */
public enum RecurrencyKindType implements Wire {
  Daily,
  Weekly
}
