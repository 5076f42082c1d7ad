package io.parkbench.rigs.hardware;

/** What a step wants of a device that may be real. */
public enum Need {
  /** A car comes or goes. */
  CAR("nobody plugs cars in there: give the rig file an 'ev' for it"),
  /** What the pilot offers. */
  OFFER("nobody tells what its pilot offers: give the rig file an 'ev' that does (command or tcp)"),
  /** What truly flows. */
  CURRENT("nothing measures it: give the rig file a 'reference' meter for it"),
  /** What only a simulated device does: to be odd, to lose power, to count what it gives. */
  SIMULATED("only a simulated one does that"),
  /** A contact closes or opens. */
  CONTACT("nobody moves its contact: give the rig file a 'driver' for it");

  private final String lacking;

  Need(String lacking) {
    this.lacking = lacking;
  }

  String lacking() {
    return lacking;
  }
}
