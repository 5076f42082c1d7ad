package io.parkbench.protocol.ocpp;

/** Answer to a remote start or stop (OCPP 1.6 section 7.39). */
public enum RemoteStartStopStatus implements Wire {
  Accepted,
  Rejected
}
