package io.parkbench.scenarios.demo.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.parkbench.gateway.site.Licence;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.rigs.ReadySites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a site fit to be shown: where its file says nothing of them, it gets a breaker of each zone's maximum, an evening tariff, two
 * inputs and a building's system that may reduce, as far as its licence allows. What the file says stays.
 */
public final class Dressing {
  /** The login of the building's system that the demo plays. */
  static final String USER = "demo";

  static final String PASSWORD = "copper lantern drifts west 47";
  private static final ObjectMapper YAML = YAMLMapper.builder().build();
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final double MOULDED_MOST = 6_300;

  private Dressing() {}

  /**
   * A site as it is shown.
   *
   * @param key the ready site's name or the file
   * @param text the whole site as JSON, which is YAML as well
   * @param added what has been put in, in words
   */
  public record Dressed(String key, String text, Site site, List<String> added) {
    /** The same under another licence; {@link SiteException} with all problems where that does not hold it. */
    public Dressed under(Licence licence) throws SiteException {
      ObjectNode root = (ObjectNode) tree(JSON, text);
      root.put("licence", licence.name());
      String other = root.toString();
      return new Dressed(key, other, ReadySites.checked(key, other), added);
    }
  }

  /**
   * The site of a ready name or else of a file, dressed; plain where the additions do not go with what the file says.
   *
   * @throws SiteException with everything that is wrong with it
   * @throws IOException when there is neither a ready site nor a readable file
   */
  public static Dressed of(String nameOrFile) throws IOException, SiteException {
    // first for its words where there is no such file
    ReadySites.load(nameOrFile);
    return ofText(
        nameOrFile, ReadySites.NAMES.contains(nameOrFile) ? ReadySites.text(nameOrFile) : Files.readString(Path.of(nameOrFile)));
  }

  /** The site that a text describes, dressed likewise. */
  public static Dressed ofText(String key, String yaml) throws SiteException {
    Site plain = ReadySites.checked(key, yaml);
    ObjectNode root = (ObjectNode) tree(YAML, yaml);
    String bare = root.toString();
    List<String> added = new ArrayList<>();
    breakers(root, added);
    if (plain.licence().has(Licence.Feature.TOU) && !root.has("tariffs")) {
      root.set("tariffs", tree(YAML,
          "[{name: Evening peak, max_percent: 50, days: [mon, tue, wed, thu, fri], slots: [\"17:00-20:00\"]}]"));
      added.add("a tariff period");
    }
    if (plain.licence().has(Licence.Feature.DIGITAL_INPUTS) && !root.has("inputs")) {
      root.set("inputs", tree(YAML,
          "[{number: 1, name: Load shedding, max_percent: 50}, {number: 2, name: Grid operator, max_percent: 30}]"));
      added.add("two digital inputs");
    }
    building(root, added);
    try {
      String text = root.toString();
      return new Dressed(key, text, ReadySites.checked(key, text), List.copyOf(added));
    } catch (SiteException e) {
      return new Dressed(key, bare, plain, List.of());
    }
  }

  private static void breakers(ObjectNode root, List<String> added) {
    int count = 0;
    for (JsonNode zone : root.path("zones")) {
      double most = most(zone.path("max_a"));
      boolean has = zone.has("breaker") || zone.path("plant").has("breaker");
      if (!has && most > 0 && most <= MOULDED_MOST && zone instanceof ObjectNode object) {
        ObjectNode breaker = object.withObject("/plant").putObject("breaker");
        breaker.put("rating_a", most);
        breaker.put("curve", "MCCB");
        count++;
      }
    }
    if (count > 0) {
      added.add(count + " breakers");
    }
  }

  private static double most(JsonNode amps) {
    double most = amps.isArray() ? 0 : amps.asDouble();
    for (JsonNode phase : amps) {
      most = Math.max(most, phase.asDouble());
    }
    return most;
  }

  private static void building(ObjectNode root, List<String> added) {
    ObjectNode settings = root.withObject("/settings");
    ObjectNode plant = root.withObject("/plant");
    if (!settings.has("remote_energy_management") && !plant.has("bems")) {
      settings.set("remote_energy_management", tree(YAML,
          "{enabled: true, login: " + USER + ", minimum_period: 0s, heartbeat: 3 min, on_heartbeat_loss: keep}"));
      root.withArray("/users").add(tree(YAML, "{name: " + USER + ", role: WEBSERVICES}"));
      plant.set("bems", tree(YAML, "{persona: ebo, user: " + USER + ", password: " + PASSWORD + ", poll: 60s, heartbeat: 1 min}"));
      added.add("a building's system");
    }
  }

  private static JsonNode tree(ObjectMapper mapper, String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a site that was read once cannot be read again: " + e.getMessage(), e);
    }
  }
}
