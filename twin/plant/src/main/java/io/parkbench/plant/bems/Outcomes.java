package io.parkbench.plant.bems;

import io.parkbench.kernel.Recording;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last outcomes, each recorded as it comes. */
final class Outcomes {
  private static final int MOST = 1_000;

  private final Recording recording;
  private final Deque<Outcome> last = new ArrayDeque<>();

  Outcomes(Recording recording) {
    this.recording = recording;
  }

  List<Outcome> last() {
    return List.copyOf(last);
  }

  Outcome add(Outcome outcome) {
    last.add(outcome);
    if (last.size() > MOST) {
      last.remove();
    }
    recording.line(outcome.at(), "bems", json -> {
      json.writeStringField("e", outcome.result().word());
      json.writeStringField("what", outcome.what());
      if (outcome.status() != 0) {
        json.writeNumberField("status", outcome.status());
      }
      if (!outcome.code().isEmpty()) {
        json.writeStringField("code", outcome.code());
      }
      if (!outcome.detail().isEmpty()) {
        json.writeStringField("text", outcome.detail());
      }
      if (outcome.notBefore() > 0) {
        json.writeNumberField("until", outcome.notBefore());
      }
    });
    return outcome;
  }
}
