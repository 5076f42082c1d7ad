package io.parkbench.gateway.site;

/** What a car plugs into, by the names of R-SITE-5. */
public enum Socket {
  T2("T2", false),
  /** A Type 2 and a domestic socket behind one connector: one at a time. */
  T2_TE("T2/TE", false),
  TE("TE", false),
  CCS2("CCS2", true),
  CHADEMO("CHAdeMO", true);

  private final String text;
  private final boolean dc;

  Socket(String text, boolean dc) {
    this.text = text;
    this.dc = dc;
  }

  /** The name as written in a site file. */
  public String text() {
    return text;
  }

  /** True where the station gives direct current and is limited in power. */
  public boolean dc() {
    return dc;
  }
}
