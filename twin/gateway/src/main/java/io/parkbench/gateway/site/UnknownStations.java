package io.parkbench.gateway.site;

/** What happens to a station that connects under an identity the site does not know (R-SITE-8). */
public sealed interface UnknownStations {

  /** Its connection is refused. */
  record Refuse() implements UnknownStations {}

  /** It is listed for commissioning and its boot answered Pending: the default. */
  record Discover() implements UnknownStations {}

  /**
   * It is taken into a zone as a station of a given model.
   *
   * @param zone the id of a terminal zone
   */
  record Accept(String zone, StationModel model) implements UnknownStations {}
}
