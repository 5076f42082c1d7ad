package io.parkbench.protocol.ocpp;

/** What became of an identifier (OCPP 1.6 section 7.2). */
public enum AuthorizationStatus implements Wire {
  Accepted,
  Blocked,
  Expired,
  Invalid,
  ConcurrentTx
}
