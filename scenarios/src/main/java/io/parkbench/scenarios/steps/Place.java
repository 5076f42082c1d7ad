package io.parkbench.scenarios.steps;

/** A connector as scenarios call it: {@code cp-1} for the first of a station, {@code cp-1/2} for another. */
public record Place(String station, int connector) {
  static Place named(String text) {
    int slash = text.lastIndexOf('/');
    return slash < 0
        ? new Place(text, 1) : new Place(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return connector == 1 ? station : station + "/" + connector;
  }
}
