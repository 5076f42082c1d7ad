package io.parkbench.protocol.ocpp;

/** Whether a sampled value is a number or signed binary data (OCPP 1.6 section 7.49). */
public enum ValueFormat implements Wire {
  Raw,
  SignedData
}
