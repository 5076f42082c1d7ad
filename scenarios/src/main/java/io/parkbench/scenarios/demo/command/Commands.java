package io.parkbench.scenarios.demo.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.scenarios.demo.world.World;
import java.util.Set;

/**
 * Carries out what the page asks for (CONTRACT.md), and what scenes have in them, on the loop's thread, between two events: the same commands
 * at the same instants make the same run.
 */
public final class Commands {
  private final Controls controls;
  private final RunCommands run;

  public Commands(Controls controls) {
    this.controls = controls;
    this.run = new RunCommands(controls);
  }

  /**
   * Does it at once.
   *
   * @return what has been done, in a sentence
   * @throws Refusal where it cannot be; nothing has changed then
   */
  public String run(JsonNode command) {
    if (!command.isObject()) {
      throw Refusal.bad("do", "a command is an object like {\"do\": \"pause\"}", null);
    }
    return switch (command.path("do").asText()) {
      case "speed" -> run.speed(command);
      case "pause" -> run.pause(command);
      case "resume" -> run.resume(command);
      case "step" -> run.step(command);
      case "tariff" -> run.tariff(command);
      case "goto" -> run.runTo(command);
      case "scene" -> run.scene(command);
      case "site" -> run.site(command);
      case "reset" -> {
        new Words(command, Set.of());
        controls.open(controls.world().plan(), null);
        yield "from the beginning";
      }
      default -> change(command);
    };
  }

  /** What changes the world, and not the clock or which world it is: all that scenes may have. */
  public String change(JsonNode command) {
    World world = controls.world();
    String said = switch (command.path("do").asText()) {
      case "arrive" -> new CarCommands(world).arrive(command);
      case "fill" -> new CarCommands(world).fill(command);
      case "leave" -> new CarCommands(world).leave(command);
      case "load" -> new PlantCommands(world).load(command);
      case "input" -> new PlantCommands(world).input(command);
      case "fault" -> new FaultCommands(world).begin(command);
      case "heal" -> new FaultCommands(world).heal(command);
      case "quirk" -> new PlantCommands(world).quirk(command);
      case "meter-trap" -> new PlantCommands(world).meterTrap(command);
      case "reduction" -> new GatewayCommands(world, controls).reduction(command);
      case "breaker" -> new PlantCommands(world).breaker(command);
      case "limit" -> new PlantCommands(world).limit(command);
      case "licence" -> new GatewayCommands(world, controls).licence(command);
      case "restart" -> new GatewayCommands(world, controls).restart(command);
      default -> throw Refusal.bad("do", command.has("do") ? "no command is called '" + command.path("do").asText() + "'"
          : "do is missing", "see CONTRACT.md");
    };
    world.did(command);
    world.timeline().add(world.time().now(), "command", null, "", said);
    return said;
  }
}
