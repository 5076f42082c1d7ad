package io.parkbench.rigs.hardware;

/** A real device was to be driven beyond a limit of its rig file, or was; the run is over (R-RIG-4). */
public final class SafetyStop extends RuntimeException {
  private static final long serialVersionUID = 1;

  SafetyStop(String what) {
    super("SAFETY STOP: " + what);
  }
}
