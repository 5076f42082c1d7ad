package io.parkbench.plant.bems;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The log processor's part: at each quarter of an hour a sample of every zone and station, and a line per zone for the report. */
final class LogBook {
  private final History history = new History();
  private final Map<Integer, ZoneTally> tallies = new TreeMap<>();
  private final Downtime downtime = new Downtime();
  private final Recording recording;

  LogBook(Recording recording) {
    this.recording = recording;
  }

  History history() {
    return history;
  }

  Downtime downtime() {
    return downtime;
  }

  /** A pull has succeeded. */
  void pulled(SiteMap map, SiteView view, SiteStatus status) {
    for (SiteMap.Zone zone : map.zones()) {
      SiteStatus.Zone told = status.zones().get(zone.id());
      tallies.computeIfAbsent(zone.id(), key -> new ZoneTally())
          .pulled(view.zone(zone.id()).totalKw(), told == null ? Double.NaN : told.setpointA(), view.deliveredIn(zone.id()));
    }
  }

  /**
   * The sample of a quarter of an hour.
   *
   * @param at the quarter, µs since 1970
   * @param heard whether the gateway was heard for it
   */
  void sample(long at, SiteMap map, SiteView view, boolean heard) {
    for (SiteMap.Zone zone : map.zones()) {
      Gap gap = heard ? worst(map, view, zone.id()) : Gap.LINK_DOWN;
      add(at, "Zones/Zone-" + zone.id(), view.zone(zone.id()), heard, gap);
      line(at, zone, gap);
    }
    for (SiteMap.Station station : map.stations()) {
      add(at, SiteView.place(station), view.station(station), heard, heard ? view.gap(station) : Gap.LINK_DOWN);
    }
    downtime.next(at);
  }

  private void add(long at, String place, Totals totals, boolean heard, @Nullable Gap gap) {
    Gap told = !heard && downtime.why() != null ? downtime.why() : gap;
    history.add(place, new Sample(at, heard ? totals : null, totals.energyKwh(), told));
  }

  /** What of a zone's stations is not fresh, the loss of a station before what was never told. */
  private static @Nullable Gap worst(SiteMap map, SiteView view, int zone) {
    List<SiteMap.Station> stations = map.stationsOf(zone);
    Gap worst = null;
    for (SiteMap.Station station : stations) {
      Gap gap = view.gap(station);
      worst = worst == null || gap == Gap.STATION_DISCONNECTED ? gap : worst;
    }
    return worst;
  }

  private void line(long at, SiteMap.Zone zone, @Nullable Gap gap) {
    ZoneTally tally = tallies.computeIfAbsent(zone.id(), key -> new ZoneTally());
    long missing = downtime.lasting(at);
    Gap told = missing > 0 && downtime.why() != null ? downtime.why() : gap;
    recording.line(at, "bems-log", json -> {
      json.writeStringField("z", zone.name());
      json.writeNumberField("wh", Math.round(1_000 * tally.energyKwh()));
      if (!Double.isNaN(tally.peakKw())) {
        json.writeNumberField("kw", Math.round(1_000 * tally.peakKw()) / 1_000.0);
      }
      if (!Double.isNaN(tally.meanSetpointA())) {
        json.writeNumberField("a", Math.round(10 * tally.meanSetpointA()) / 10.0);
      }
      if (told != null) {
        json.writeStringField("what", told.word());
      }
      if (missing > 0) {
        json.writeNumberField("s", missing / Micros.SECOND);
      }
    });
    tally.next();
  }
}
