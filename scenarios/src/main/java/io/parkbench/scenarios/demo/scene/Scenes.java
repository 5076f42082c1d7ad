package io.parkbench.scenarios.demo.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.scenarios.demo.world.Dressing;
import io.parkbench.scenarios.demo.world.WorldPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The scenes that come with Parkbench, from their files {@code demo/scenes/*.yaml}. */
public final class Scenes {
  private static final List<String> NAMES = List.of(
      "morning-rush", "lunch-at-the-mall", "cloud-lost", "meter-lost", "half-offline", "tou-evening");
  private static final ObjectMapper YAML = YAMLMapper.builder().build();
  private static final double USUAL_SPEED = 60;

  /** In the order in which they are offered. */
  public static final List<Scene> ALL = NAMES.stream().map(Scenes::load).toList();

  private Scenes() {}

  private static Scene load(String id) {
    String file = "/io/parkbench/scenarios/demo/scenes/" + id + ".yaml";
    try (InputStream in = Scenes.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the scene " + file + " is missing");
      }
      return read(id, YAML.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    } catch (SiteException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static Scene read(String id, JsonNode file) throws IOException, SiteException {
    List<Scene.Step> steps = new ArrayList<>();
    for (JsonNode step : file.required("steps")) {
      List<JsonNode> commands = new ArrayList<>();
      JsonNode does = step.path("do");
      (does.isArray() ? does : does instanceof MissingNode ? YAML.createArrayNode() : YAML.createArrayNode().add(does))
          .forEach(commands::add);
      JsonNode expect = step.path("expect");
      steps.add(new Scene.Step(step.required("minute").asDouble(), step.path("say").asText(""), commands,
          expect instanceof MissingNode ? YAML.createObjectNode() : expect));
    }
    steps.sort(Comparator.comparingDouble(Scene.Step::minute));
    JsonNode site = file.required("site");
    Dressing.Dressed dressed = site.isTextual() ? Dressing.of(site.asText()) : Dressing.ofText(id, site.toString());
    WorldPlan plan = new WorldPlan(
        dressed, file.path("seed").asLong(1), LocalTime.parse(file.required("from").asText()), file.path("empty").asBoolean(true));
    return new Scene(
        id, file.required("title").asText(), file.required("text").asText(), file.required("promise").asText(), dressed.key(), plan,
        file.required("minutes").asDouble(), file.path("speed").asDouble(USUAL_SPEED), steps);
  }
}
