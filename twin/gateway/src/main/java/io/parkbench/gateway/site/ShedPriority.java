package io.parkbench.gateway.site;

/** Who is suspended first when the floors do not fit (R-ALLOC-4). */
public enum ShedPriority {
  /** The session that has received the most energy: the default. */
  ENERGY("energy"),
  /** The session that has charged longest. */
  DURATION("duration");

  private final String text;

  ShedPriority(String text) {
    this.text = text;
  }

  /** The name as written in a site file. */
  public String text() {
    return text;
  }
}
