package io.parkbench.protocol.ocpp;

/** What a charging profile is for (OCPP 1.6 section 7.10). */
public enum ChargingProfilePurposeType implements Wire {
  ChargePointMaxProfile,
  TxDefaultProfile,
  TxProfile
}
