package io.parkbench.scenarios.demo.scene;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.scenarios.demo.world.WorldPlan;
import java.util.List;

/**
 * A story on a site: commands at their times, and what must have come of them.
 *
 * @param text what it shows, for people
 * @param promise what the managed site owes in it, in a sentence
 * @param site the ready site, or its own
 * @param minutes how long it lasts
 * @param speed simulated seconds per second, unless somebody wants another
 * @param steps in the order of time
 */
public record Scene(
    String id, String title, String text, String promise, String site, WorldPlan plan, double minutes, double speed,
    List<Step> steps) {
  public Scene {
    steps = List.copyOf(steps);
  }

  /**
   * Something happens.
   *
   * @param minute after the beginning
   * @param say what people read about it; empty for nothing new
   * @param commands as the page would send them
   * @param expect what must hold at that minute ({@link Expectations}); an empty object for nothing
   */
  public record Step(double minute, String say, List<JsonNode> commands, JsonNode expect) {
    public Step {
      commands = List.copyOf(commands);
    }
  }
}
