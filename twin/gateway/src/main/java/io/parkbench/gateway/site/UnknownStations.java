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
   * @param pattern what it becomes, but for its identity and name
   */
  record Accept(Station pattern) implements UnknownStations {

    /** The id of the terminal zone it is taken into. */
    public String zone() {
      return pattern.zone();
    }

    /** The model it is taken for. */
    public StationModel model() {
      return pattern.model();
    }

    /** The station that an unknown identity becomes. */
    public Station station(String identity) {
      return pattern.as(identity);
    }
  }
}
