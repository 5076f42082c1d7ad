package io.parkbench.rigs.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.gateway.site.SiteTree;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.SerialLine;
import io.parkbench.rigs.file.MeterPlace;
import io.parkbench.rigs.file.RigFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A site with a rig's bindings: nothing else of it changes but addresses, and ratings that the rig does not allow (R-RIG-1, R-RIG-4). */
public final class BoundSite {
  private BoundSite() {}

  /**
   * The site as the gateway is to be configured with.
   *
   * @throws SiteException where it cannot be with these bindings, such as a limit below what a car needs
   */
  public static Site of(RigFile rig, Site site) throws SiteException {
    ObjectNode tree = SiteTree.of(site);
    for (JsonNode entry : tree.withArray("stations")) {
      Station station = site.station(entry.path("id").asText());
      RigFile.StationBinding binding = station == null ? null : rig.station(site, station.id());
      if (station != null && binding != null) {
        clamp((ObjectNode) entry, station, binding.maxDa(), site.nominalVoltage());
      }
    }
    for (JsonNode entry : tree.withArray("meters")) {
      RigFile.MeterBinding binding = rig.meter(entry.path("id").asText());
      if (binding != null) {
        place((ObjectNode) entry, binding.place());
      }
    }
    for (JsonNode entry : tree.withArray("inputs")) {
      RigFile.InputBinding binding = rig.input(entry.path("number").asInt());
      if (binding != null) {
        ((ObjectNode) entry).set("source", source(binding.source(), (ObjectNode) entry));
      }
    }
    for (JsonNode entry : tree.withArray("zones")) {
      Zone zone = site.zone(entry.path("id").asText());
      Integer most = zone == null ? null : rig.zonesDa().get(zone.id());
      if (zone != null && most != null) {
        clamp((ObjectNode) entry, zone.maxDa(), most);
      }
    }
    return SiteFile.parse(site.name() + " on the rig " + rig.name(), SiteTree.text(tree));
  }

  private static void clamp(ObjectNode entry, Station station, int mostDa, double volts) {
    if (station.model().dc()) {
      BigDecimal kw = BigDecimal.valueOf((long) (mostDa * 3 * volts / 10), 3);
      clampKey(entry, "max_kw", station.connectors().stream().anyMatch(one -> one.maxDa() > mostDa), kw);
      return;
    }
    clampKey(entry, "max_a", station.connectors().stream().anyMatch(one -> one.maxDa() > mostDa), BigDecimal.valueOf(mostDa, 1));
    Map<Integer, Connector> byNumber = station.connectors().stream().collect(Collectors.toMap(Connector::number, one -> one));
    int next = 1;
    for (JsonNode own : entry.path("connectors")) {
      int number = own.path("number").asInt(next);
      next = number + 1;
      Connector connector = byNumber.get(number);
      if (own.has("max_a")) {
        clampKey((ObjectNode) own, "max_a", connector != null && connector.maxDa() > mostDa, BigDecimal.valueOf(mostDa, 1));
      }
    }
  }

  private static void clampKey(ObjectNode entry, String key, boolean above, BigDecimal most) {
    if (above) {
      entry.put(key, most);
    }
  }

  private static void clamp(ObjectNode entry, PerPhase max, int mostDa) {
    ArrayNode phases = entry.putArray("max_a");
    for (int da : List.of(max.l1Da(), max.l2Da(), max.l3Da())) {
      phases.add(BigDecimal.valueOf(Math.min(da, mostDa), 1));
    }
  }

  private static void place(ObjectNode entry, MeterPlace place) {
    entry.remove(List.of("ip", "port", "serial", "baud", "parity", "stop"));
    if (place.serial()) {
      SerialLine line = SerialLine.parse(place.host());
      entry.put("serial", line.path()).put("baud", line.baud());
      entry.put("parity", line.parity().name().toLowerCase(Locale.ROOT)).put("stop", line.stop());
    } else {
      entry.put("ip", place.host()).put("port", place.port());
    }
    entry.put("unit", place.unit());
  }

  private static ObjectNode source(ContactSource source, ObjectNode in) {
    ObjectNode node = in.objectNode();
    switch (source) {
      case ContactSource.Virtual virtual -> throw new IllegalArgumentException(virtual + " is not real");
      case ContactSource.WatchedFile(String path) -> node.put("file", path);
      case ContactSource.Gpio(String chip, int line) -> node.putObject("gpio").put("chip", chip).put("line", line);
      case ContactSource.Modbus modbus -> node.putObject("modbus").put("host", modbus.host()).put("port", modbus.port())
          .put("unit", modbus.unit()).put("address", modbus.address()).put("poll", modbus.poll().toMillis() + " ms");
    }
    return node;
  }
}
