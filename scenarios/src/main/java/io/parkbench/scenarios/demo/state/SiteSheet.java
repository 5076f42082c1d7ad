package io.parkbench.scenarios.demo.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.site.Connector;
import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.site.Licence;
import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.Station;
import io.parkbench.gateway.site.Tariff;
import io.parkbench.gateway.site.Zone;
import io.parkbench.plant.PhaseAmps;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.breaker.Device;
import io.parkbench.scenarios.demo.world.World;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What does not change while a world lives: {@code GET /site}. */
public final class SiteSheet {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final World world;
  private final Site site;
  private final PlantModel model;

  private SiteSheet(World world) {
    this.world = world;
    this.site = world.site().site();
    this.model = world.bench().plant().model();
  }

  /** @param number of the world */
  public static ObjectNode of(World world, int number) {
    return new SiteSheet(world).write(number);
  }

  private ObjectNode write(int number) {
    ObjectNode json = Nodes.object();
    json.put("world", number);
    json.put("site", world.site().key());
    json.put("name", site.name());
    json.put("licence", site.licence().name());
    json.put("volts", site.nominalVoltage());
    json.put("timeZone", site.timeZone().getId());
    json.put("seed", world.plan().seed());
    json.put("startAt", Nodes.millis(world.bench().plan().start()));
    zones(json);
    bays(json);
    ArrayNode meters = json.putArray("meters");
    site.meters().forEach(meter -> meters.add(meter(meter)));
    ArrayNode inputs = json.putArray("inputs");
    site.inputs().forEach(input -> inputs.add(input(input)));
    ArrayNode tariffs = json.putArray("tariffs");
    site.tariffs().forEach(tariff -> tariffs.add(tariff(tariff)));
    ArrayNode licences = json.putArray("licences");
    for (Licence licence : Licence.values()) {
      licences.add(licence(licence));
    }
    json.put("remote", site.settings().remote().enabled() && world.bench().plant().bems() != null);
    ArrayNode added = json.putArray("added");
    world.site().added().forEach(added::add);
    ArrayNode network = json.putArray("network");
    world.bench().plant().troubles().network().topology().parts().forEach(network::add);
    Catalogue.write(json);
    return json;
  }

  private void zones(ObjectNode json) {
    ArrayNode zones = json.putArray("zones");
    ArrayNode floors = json.putArray("floors");
    for (int index = 0; index < model.zones().size(); index++) {
      PlantModel.Zone built = model.zones().get(index);
      Zone zone = Objects.requireNonNull(site.zone(built.id()));
      boolean leaf = model.stations().stream().anyMatch(station -> station.zone().equals(built.id()));
      zones.add(zone(index, built, zone, leaf));
      if (leaf) {
        ObjectNode floor = floors.addObject().put("zone", built.id()).put("name", zone.name());
        ArrayNode bays = floor.putArray("bays");
        model.bays().stream().filter(bay -> bay.station().zone().equals(built.id())).forEach(bay -> bays.add(Bays.id(bay)));
      }
    }
  }

  private ObjectNode zone(int index, PlantModel.Zone built, Zone zone, boolean leaf) {
    ObjectNode json = Nodes.object();
    json.put("id", built.id()).put("name", zone.name()).put("parent", built.parent()).put("depth", depth(built));
    PhaseAmps limit = built.limit();
    json.set("maxA", Nodes.phases(limit::on));
    json.put("maxKw", built.kw());
    json.put("dynamic", zone.dynamic()).put("meter", zone.meter());
    json.put("degradedA", zone.dynamic() ? Double.valueOf(Nodes.amps(zone.degradedDa())) : null);
    Device device = world.bench().plant().protection().breakers().device(index);
    if (device == null) {
      json.putNull("breaker");
    } else {
      boolean assumed = world.site().added().stream().anyMatch(what -> what.endsWith("breakers"))
          && zone.breaker() == null;
      json.putObject("breaker").put("device", device.name()).put("a", device.amps()).put("assumed", assumed);
    }
    return json.put("leaf", leaf);
  }

  private int depth(PlantModel.Zone zone) {
    int depth = 0;
    for (@Nullable String parent = zone.parent(); parent != null; depth++) {
      parent = model.zones().get(model.zoneIndex(parent)).parent();
    }
    return depth;
  }

  private void bays(ObjectNode json) {
    ArrayNode bays = json.putArray("bays");
    for (Bay bay : model.bays()) {
      Station station = Objects.requireNonNull(site.station(bay.station().id()));
      Connector connector = Objects.requireNonNull(station.connector(bay.connector().number()));
      String name = station.connectors().size() == 1 ? station.name() : station.name() + " / " + connector.number();
      bays.addObject().put("id", Bays.id(bay)).put("station", station.id()).put("connector", connector.number())
          .put("name", name).put("zone", station.zone()).put("wiring", connector.wiring().name())
          .put("phases", connector.wiring().phases()).put("ratingA", Nodes.amps(connector.maxDa()))
          .put("kw", Nodes.tenth(connector.maxW() / 1_000.0)).put("dc", connector.dc()).put("model", station.model().key())
          .put("vip", station.vip());
    }
  }

  private ObjectNode meter(Meter meter) {
    String zone = site.zones().stream().filter(each -> meter.id().equals(each.meter())).map(Zone::id).findFirst().orElse(null);
    return Nodes.object().put("id", meter.id()).put("name", meter.name()).put("model", meter.model().name())
        .put("role", meter.role().text()).put("zone", zone);
  }

  private static ObjectNode input(Input input) {
    return Nodes.object().put("id", Integer.toString(input.number())).put("number", input.number()).put("name", input.name())
        .put("maxPercent", input.maxPercent()).put("hard", input.hard()).put("enabled", input.enabled());
  }

  private static ObjectNode tariff(Tariff tariff) {
    ObjectNode json = Nodes.object().put("name", tariff.name()).put("enabled", tariff.enabled())
        .put("maxPercent", tariff.maxPercent());
    ArrayNode days = json.putArray("days");
    tariff.days().forEach(day -> days.add(day.name()));
    ArrayNode slots = json.putArray("slots");
    tariff.slots().forEach(
        slot -> slots.addObject().put("from", CLOCK.format(slot.start())).put("to", CLOCK.format(slot.end())));
    ArrayNode off = json.putArray("offIn");
    tariff.offIn().forEach(off::add);
    return json;
  }

  /** Whether it holds the site is what the site's own reader says. */
  private ObjectNode licence(Licence licence) {
    ObjectNode json = Nodes.object().put("name", licence.name()).put("stations", licence.stations())
        .put("zones", licence.zones()).put("levels", licence.levels());
    ArrayNode features = json.putArray("features");
    for (Licence.Feature feature : Licence.Feature.values()) {
      if (licence.has(feature)) {
        features.add(feature.text());
      }
    }
    String why = null;
    try {
      world.site().under(licence);
    } catch (SiteException e) {
      why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
    return json.put("fits", why == null).put("why", why);
  }
}
