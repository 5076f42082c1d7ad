package io.parkbench.protocol.meter;

import io.parkbench.protocol.modbus.Pdu;

/** Which of the two tables of registers a number lies in, and with that by which function it is read. */
public enum RegisterType {
  HOLDING("holding", Pdu.READ_HOLDING),
  INPUT("input", Pdu.READ_INPUT);

  private final String text;
  private final int function;

  RegisterType(String text, int function) {
    this.text = text;
    this.function = function;
  }

  /** The name as written in files. */
  public String text() {
    return text;
  }

  /** The Modbus function that reads it. */
  public int function() {
    return function;
  }
}
