package io.parkbench.gateway.site;

/** The least current a charging car may be given, by standard (R-ALLOC-3); sockets and models have exceptions of their own. */
public enum FloorStandard {
  /** 6 A, single and three phase. */
  IEC("IEC", 60, 60),
  /** 8 A single phase, 14 A three phase. */
  EV_ZE("EV/ZE", 80, 140);

  private final String text;
  private final int singlePhaseDa;
  private final int threePhaseDa;

  FloorStandard(String text, int singlePhaseDa, int threePhaseDa) {
    this.text = text;
    this.singlePhaseDa = singlePhaseDa;
    this.threePhaseDa = threePhaseDa;
  }

  /** The name as written in a site file. */
  public String text() {
    return text;
  }

  /** The floor in 0.1 A for a car on {@code conductors} conductors (1…3; two count as three phase). */
  public int floorDa(int conductors) {
    return conductors == 1 ? singlePhaseDa : threePhaseDa;
  }
}
