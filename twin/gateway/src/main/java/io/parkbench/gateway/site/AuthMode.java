package io.parkbench.gateway.site;

/** Who may charge at a station that is connected (R-AUTH-1). */
public enum AuthMode {
  /** Any card. */
  ALL("all"),
  /** Cards the supervisor knows and allows: the default. */
  KNOWN("known"),
  /** The reader is off: a plugged car charges. */
  PLUG_AND_CHARGE("plug-and-charge");

  private final String text;

  AuthMode(String text) {
    this.text = text;
  }

  /** The name as written in a site file. */
  public String text() {
    return text;
  }
}
