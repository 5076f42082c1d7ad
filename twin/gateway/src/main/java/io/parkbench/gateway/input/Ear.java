package io.parkbench.gateway.input;

import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.Input;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Pin;
import io.parkbench.kernel.PinListener;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.WakeUp;
import org.jspecify.annotations.Nullable;

/** Listens to the source of one input and passes what it tells through its {@link Filter}, with one wake-up at a time. */
final class Ear implements PinListener, AutoCloseable {
  /** A kernel debounces a tenth itself, which keeps storms of edges away and costs little time. */
  private static final int KERNEL_SHARE = 10;

  private final Loop loop;
  private Input input;
  private final Hearer hearer;
  private final Filter filter;
  private Pins.@Nullable Listening source;
  private final WakeUp next;

  /** What an input's words come to. */
  @FunctionalInterface
  interface Hearer {
    /** Whether it is active, or what its source is worth, is not what it was before. */
    void changed(Ear ear, InputState before);
  }

  Ear(Loop loop, Input input, Hearer hearer) {
    this.loop = loop;
    this.input = input;
    this.hearer = hearer;
    filter = new Filter(input.contact(), loop.now());
    next = new WakeUp(loop, () -> step(new Filter.Event.Tick()));
  }

  void start(Net net) {
    String name = input.pin();
    source = switch (input.contact().source()) {
      case ContactSource.Virtual() -> net.pins().listen(new Pin.Virtual(name), this);
      case ContactSource.WatchedFile(String path) -> net.pins().listen(new Pin.WatchedFile(name, path), this);
      case ContactSource.Gpio(String chip, int line) ->
          net.pins().listen(new Pin.GpioLine(name, chip, line, Micros.of(input.contact().debounce()) / KERNEL_SHARE), this);
      case ContactSource.Modbus modbus -> new DiscreteInput(loop, net.exchange(), name, modbus, this);
    };
    step(new Filter.Event.Tick());
  }

  /**
   * The same contact, of which the site says something else now.
   *
   * @throws IllegalArgumentException where it is another one
   */
  void is(Input other) {
    if (other.number() != input.number() || !other.contact().equals(input.contact())) {
      throw new IllegalArgumentException("input " + other.number() + " has another contact than " + input.number());
    }
    InputState before = state();
    input = other;
    if (state().active() != before.active()) {
      hearer.changed(this, before);
    }
  }

  Input input() {
    return input;
  }

  InputState state() {
    return new InputState(
        input, filter.high(), filter.active() && input.enabled(), filter.since(), filter.changes(), filter.source(), filter.why());
  }

  @Override
  public void level(boolean high) {
    step(new Filter.Event.Level(high));
  }

  @Override
  public void lost(String why) {
    step(new Filter.Event.Silent(why));
  }

  private void step(Filter.Event event) {
    InputState before = state();
    filter.step(event, loop.now());
    next.move(filter.nextAt());
    if (filter.changes() != before.changes() || filter.source() != before.source()) {
      hearer.changed(this, before);
    }
  }

  @Override
  public void close() {
    next.cancel();
    if (source != null) {
      source.close();
    }
  }
}
