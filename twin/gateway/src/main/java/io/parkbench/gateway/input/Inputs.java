package io.parkbench.gateway.input;

import io.parkbench.gateway.site.Input;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Recording;
import java.util.ArrayList;
import java.util.List;

/**
 * The digital inputs of a site, and which of them are active (R-DI-1, R-DI-4). Each change, and each loss of a source, is a line
 * {@code input} of the recording.
 */
public final class Inputs implements AutoCloseable {
  private final Loop loop;
  private final Net net;
  private final Recording recording;
  private final Listener listener;
  private final List<Ear> ears = new ArrayList<>();
  private boolean started;

  /** Hears of inputs, on the loop's thread. */
  public interface Listener {
    /** An enabled input has become active or inactive: once for each change that counts. */
    void changed(InputState input);

    /** Something about an enabled input that people should know, in one sentence. */
    void noticed(Input input, String text);
  }

  /**
   * Inputs that are not listened to yet; none of them is active.
   *
   * @param net asked only for what the inputs need
   */
  public Inputs(Loop loop, Net net, List<Input> inputs, Recording recording, Listener listener) {
    this.loop = loop;
    this.net = net;
    this.recording = recording;
    this.listener = listener;
    for (Input input : inputs) {
      ears.add(new Ear(loop, input, this::changed));
    }
  }

  /** Listens to all sources, of disabled inputs too: their levels are shown, and limit nothing. */
  public void start() {
    started = true;
    ears.forEach(ear -> ear.start(net));
  }

  /**
   * Other inputs from now on, without a restart (R-SITE-7). One whose contact is as before goes on as it is; all others begin anew, and
   * what is not there any more counts as inactive.
   */
  public void replace(List<Input> inputs) {
    List<Ear> before = List.copyOf(ears);
    ears.clear();
    List<Ear> begun = new ArrayList<>();
    for (Input input : inputs) {
      Ear kept = before.stream().filter(ear -> ear.input().number() == input.number()
          && ear.input().contact().equals(input.contact())).findFirst().orElse(null);
      Ear ear = kept == null ? new Ear(loop, input, this::changed) : kept;
      ears.add(ear);
      if (kept == null) {
        begun.add(ear);
      }
    }
    for (Ear ear : before) {
      if (!ears.contains(ear)) {
        ear.close();
        tellGone(ear.state());
      }
    }
    for (int i = 0; i < ears.size(); i++) {
      if (!begun.contains(ears.get(i))) {
        ears.get(i).is(inputs.get(i));
      }
    }
    if (started) {
      begun.forEach(ear -> ear.start(net));
    }
  }

  private void tellGone(InputState was) {
    if (was.active()) {
      listener.changed(new InputState(was.input(), null, false, loop.now(), was.changes() + 1, InputState.Source.AWAITED, null));
    }
  }

  /** Whether the input of that number is enabled and active; false for one that is not there. */
  public boolean active(int number) {
    for (Ear ear : ears) {
      InputState state = ear.state();
      if (state.input().number() == number) {
        return state.active();
      }
    }
    return false;
  }

  /** Those that are enabled and active, in the order of the site. */
  public List<Input> activeInputs() {
    return states().stream().filter(InputState::active).map(InputState::input).toList();
  }

  /** All of them as they are now, in the order of the site. */
  public List<InputState> states() {
    return ears.stream().map(Ear::state).toList();
  }

  private void changed(Ear ear, InputState before) {
    InputState state = ear.state();
    Input input = state.input();
    recording.line(loop.now(), "input", json -> {
      json.writeNumberField("input", input.number());
      json.writeBooleanField("active", state.active());
      json.writeStringField("source", state.source().word());
    });
    if (!input.enabled() && !before.active()) {
      return;
    }
    if (state.source() != before.source()) {
      tellSource(state, before.source());
    }
    if (state.active() != before.active()) {
      listener.noticed(input, state.active()
          ? "input " + input.number() + " is active: " + input.maxPercent() + " % of each zone's maximum remain"
          : "input " + input.number() + " is not active any more");
      listener.changed(state);
    }
  }

  private void tellSource(InputState state, InputState.Source before) {
    int number = state.input().number();
    if (state.source() == InputState.Source.LOST) {
      listener.noticed(state.input(), "the source of input " + number + " is lost (" + state.why() + "); it counts as "
          + (state.active() ? "active" : "inactive"));
    } else if (before == InputState.Source.LOST) {
      listener.noticed(state.input(), "the source of input " + number + " is back");
    }
  }

  @Override
  public void close() {
    ears.forEach(Ear::close);
  }
}
