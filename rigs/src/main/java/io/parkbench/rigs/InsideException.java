package io.parkbench.rigs;

/** Somebody asked for what only the built-in gateway shows, and the gateway runs elsewhere (R-BENCH-4). */
public final class InsideException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  public static final String TEXT = "this step looks inside the gateway; one that runs on its own shows OCPP, Modbus and REST only:"
      + " say it by what chargers, cars and meters do, or by what the API answers";

  public InsideException() {
    super(TEXT);
  }
}
