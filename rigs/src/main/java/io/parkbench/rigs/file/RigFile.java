package io.parkbench.rigs.file;

import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rig: which devices of a site are real, where they are, what moves them, and how far they may ever be driven (R-RIG-1, R-RIG-4).
 *
 * @param name of the file, without folder and ending
 * @param site the site it was made for, a ready one or a file; null: any that has its devices
 * @param listen where real chargers find the gateway
 * @param patience how long a real device may take to come, and a person to act
 * @param zonesDa by zone, what its real stations together may ever be told, per phase in 0.1 A
 * @param gateway reserved: which gateway is put to the test; chosen by {@code --gateway} so far
 * @param prompts where the page is that asks people; null for the terminal alone
 */
public record RigFile(
    String name, @Nullable String site, InetSocketAddress listen, Duration patience, List<StationBinding> stations,
    List<MeterBinding> meters, List<InputBinding> inputs, Map<String, Integer> zonesDa, @Nullable String gateway,
    @Nullable InetSocketAddress prompts) {

  public RigFile {
    stations = List.copyOf(stations);
    meters = List.copyOf(meters);
    inputs = List.copyOf(inputs);
    zonesDa = new TreeMap<>(zonesDa);
  }

  /**
   * A station that is real.
   *
   * @param names what sites call it; the first that a site has counts
   * @param identity how it introduces itself
   * @param maxDa more than this it is never told, per phase in 0.1 A
   * @param ev what plugs cars in and out; null for nobody
   * @param reference what measures its connector 1; null for nothing
   */
  public record StationBinding(
      List<String> names, String identity, int maxDa, @Nullable Driver ev, @Nullable MeterPlace reference) {
    public StationBinding {
      names = List.copyOf(names);
    }

    /** What a site calls it; empty where the site has none of its names. */
    public Optional<String> in(Site site) {
      return names.stream().filter(name -> site.station(name) != null).findFirst();
    }
  }

  /** A meter of the site that is real. */
  public record MeterBinding(String meter, MeterPlace place) {}

  /**
   * A digital input whose contact is real.
   *
   * @param driver what moves the contact; null for nobody
   */
  public record InputBinding(int input, ContactSource source, @Nullable Driver driver) {}

  /** The binding of the station that this site calls so; null for a simulated one. */
  public @Nullable StationBinding station(Site of, String id) {
    Station known = of.station(id);
    return known == null ? null
        : stations.stream().filter(binding -> binding.in(of).equals(Optional.of(id))).findFirst().orElse(null);
  }

  public @Nullable MeterBinding meter(String id) {
    return meters.stream().filter(binding -> binding.meter().equals(id)).findFirst().orElse(null);
  }

  public @Nullable InputBinding input(int number) {
    return inputs.stream().filter(binding -> binding.input() == number).findFirst().orElse(null);
  }

  /** Whether a site has any of the devices. */
  public boolean bears(Site of) {
    return stations.stream().anyMatch(binding -> binding.in(of).isPresent())
        || of.meters().stream().anyMatch(meter -> meter(meter.id()) != null)
        || of.inputs().stream().anyMatch(input -> input(input.number()) != null);
  }

  /** What is bound to what, a line each, for reports. */
  public List<String> told() {
    List<String> lines = new ArrayList<>();
    for (StationBinding station : stations) {
      lines.add("station " + String.join(" or ", station.names()) + " is " + station.identity() + ", at most "
          + station.maxDa() / 10.0 + " A, cars by " + (station.ev() == null ? "nobody" : station.ev().text()) + ", measured "
          + (station.reference() == null ? "by nothing" : "at " + station.reference().text()));
    }
    meters.forEach(meter -> lines.add("meter " + meter.meter() + " is at " + meter.place().text()));
    inputs.forEach(input -> lines.add("input " + input.input() + " is " + input.source().text() + ", moved by "
        + (input.driver() == null ? "nobody" : input.driver().text())));
    return List.copyOf(lines);
  }
}
