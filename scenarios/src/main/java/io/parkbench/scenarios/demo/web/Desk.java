package io.parkbench.scenarios.demo.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What the server asks for; all but {@link #post} on the loop's thread. */
public interface Desk {
  /** Runs a task on the loop's thread, soon; from any thread. */
  void post(Runnable task);

  ObjectNode site();

  /** How the zones were until now. */
  ObjectNode past();

  /** All that there is to see. */
  ObjectNode state();

  /** What is other than before. */
  ObjectNode delta();

  /** One bay in depth; null where there is none. */
  @Nullable
  ObjectNode bay(String station, int connector);

  /** What repeats the run. */
  ObjectNode run();

  /** Does something; returns the answer, or throws {@link io.parkbench.scenarios.demo.command.Refusal}. */
  ObjectNode command(JsonNode command);
}
