package io.parkbench.gateway.site;

/** Who may charge at a station that has lost the gateway (R-AUTH-1, "when disconnected"). */
public enum OfflineAuthMode {
  ALL("all"),
  NONE("none"),
  /** Cards in the station's own cache: the default. */
  CACHE("cache");

  private final String text;

  OfflineAuthMode(String text) {
    this.text = text;
  }

  /** The name as written in a site file. */
  public String text() {
    return text;
  }
}
