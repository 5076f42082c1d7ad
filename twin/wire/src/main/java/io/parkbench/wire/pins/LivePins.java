package io.parkbench.wire.pins;

import io.parkbench.kernel.Pin;
import io.parkbench.kernel.PinDriver;
import io.parkbench.kernel.PinListener;
import io.parkbench.kernel.PinRecorder;
import io.parkbench.kernel.PinWires;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pins of this machine, and those that are driven in this process. */
public final class LivePins implements Pins, AutoCloseable {
  private final Time time;
  private final PinWires wires;
  private final PinRecorder recorder;
  private final Gpio gpio;
  private final Map<String, Listening> open = new LinkedHashMap<>();

  public LivePins(Time time, PinWires wires, Recording recording) {
    this(time, wires, recording, new CharacterDevice());
  }

  LivePins(Time time, PinWires wires, Recording recording, Gpio gpio) {
    this.time = time;
    this.wires = wires;
    this.recorder = new PinRecorder(recording);
    this.gpio = gpio;
  }

  @Override
  public PinDriver driver(String name) {
    return wires.driver(name);
  }

  @Override
  public Listening listen(Pin pin, PinListener listener) {
    if (pin instanceof Pin.Virtual || wires.isDriven(pin.name())) {
      return wires.listen(pin, listener);
    }
    if (open.containsKey(pin.name())) {
      throw new IllegalStateException(pin.name() + " is listened to already");
    }
    PinListener told = new Told(pin.name(), listener);
    Listening source = switch (pin) {
      case Pin.WatchedFile(String name, String path) -> new FileWatch(time, path, told);
      case Pin.GpioLine line -> new GpioWatch(time, gpio, line, told);
      case Pin.Virtual virtual -> throw new IllegalStateException(virtual + " is not of this machine");
    };
    open.put(pin.name(), source);
    return () -> {
      if (open.remove(pin.name(), source)) {
        source.close();
      }
    };
  }

  /** Passes on what is new, and writes it down. */
  private final class Told implements PinListener {
    private final String name;
    private final PinListener listener;
    private @Nullable Boolean high;
    private @Nullable String why;

    Told(String name, PinListener listener) {
      this.name = name;
      this.listener = listener;
    }

    @Override
    public void level(boolean newHigh) {
      if (high == null || high != newHigh) {
        high = newHigh;
        why = null;
        recorder.level(time.now(), name, newHigh);
        listener.level(newHigh);
      }
    }

    @Override
    public void lost(String reason) {
      if (!reason.equals(why)) {
        high = null;
        why = reason;
        recorder.lost(time.now(), name, reason);
        listener.lost(reason);
      }
    }
  }

  @Override
  public void close() {
    List.copyOf(new ArrayList<>(open.values())).forEach(Listening::close);
    open.clear();
  }
}
