package io.parkbench.protocol.ocpp;

/** What a sampled value measures (OCPP 1.6 section 7.31); {@code _} stands for the point of the wire name. */
public enum Measurand implements Wire {
  Energy_Active_Export_Register,
  Energy_Active_Import_Register,
  Energy_Reactive_Export_Register,
  Energy_Reactive_Import_Register,
  Energy_Active_Export_Interval,
  Energy_Active_Import_Interval,
  Energy_Reactive_Export_Interval,
  Energy_Reactive_Import_Interval,
  Power_Active_Export,
  Power_Active_Import,
  Power_Offered,
  Power_Reactive_Export,
  Power_Reactive_Import,
  Power_Factor,
  Current_Import,
  Current_Export,
  Current_Offered,
  Voltage,
  Frequency,
  Temperature,
  SoC,
  RPM;

  private final String wire = name().replace('_', '.');

  @Override
  public String wire() {
    return wire;
  }
}
