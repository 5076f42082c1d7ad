package io.parkbench.gateway.site;

/** How a zone's limit comes about (R-SITE-2). */
public enum Directive {
  /** The zone's maximum is the limit. */
  STATIC("static"),
  /** The maximum less what the zone's other loads draw, by a meter. */
  DYNAMIC("dynamic");

  private final String text;

  Directive(String text) {
    this.text = text;
  }

  /** The name as written in a site file. */
  public String text() {
    return text;
  }
}
