package io.parkbench.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.protocol.meter.MeterModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A list of the site file whose entries are edited one by one. */
public enum Part {
  ZONES("zones", "id", "zone"),
  STATIONS("stations", "id", "station"),
  METERS("meters", "id", "meter"),
  METER_MODELS("meter_models", "name", "meter model"),
  TARIFFS("tariffs", "name", "tariff"),
  INPUTS("inputs", "number", "input"),
  CARDS("cards", "id", "card");

  private final String list;
  private final String key;
  private final String title;

  Part(String list, String key, String title) {
    this.list = list;
    this.key = key;
    this.title = title;
  }

  /** The key of the list in the site file. */
  public String list() {
    return list;
  }

  /** The member that tells its entries apart. */
  public String key() {
    return key;
  }

  /** What messages call an entry. */
  public String title() {
    return title;
  }

  /** What tells an entry apart; empty where it does not say. */
  public String keyOf(JsonNode entry) {
    return entry.path(key).asText();
  }

  /** Whether two keys mean the same entry: cards and meter models are compared without regard to case. */
  public boolean same(String one, String other) {
    return this == CARDS || this == METER_MODELS
        ? one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT)) : one.equals(other);
  }

  /** Whether it is built in, so that nobody can change it (R-DYN-4). */
  public boolean isBuiltIn(String entry) {
    return this == METER_MODELS && MeterModels.names().stream().anyMatch(name -> same(name, entry));
  }

  /** Its entries in a site's tree, in their order. */
  public List<ObjectNode> entries(ObjectNode tree) {
    List<ObjectNode> entries = new ArrayList<>();
    tree.path(list).forEach(entry -> entries.add((ObjectNode) entry));
    return entries;
  }

  /** The entry of that key, or null. */
  public @Nullable ObjectNode find(ObjectNode tree, String entry) {
    return entries(tree).stream().filter(each -> same(keyOf(each), entry)).findFirst().orElse(null);
  }
}
