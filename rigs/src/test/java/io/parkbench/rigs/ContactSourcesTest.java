package io.parkbench.rigs;

import static org.junit.jupiter.api.Assumptions.abort;

import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.Input;
import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.PinDriver;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.Time;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.kernel.WallClock;
import io.parkbench.plant.input.RemoteInputs;
import io.parkbench.wire.LiveNet;
import io.parkbench.wire.SocketCarrier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Every source of a digital input keeps the {@link ContactContract}: on virtual time, over real sockets and in real time. */
class ContactSourcesTest {
  private static final String PIN = Input.pin(1);
  private static final ContactSource.Modbus MODULE = new ContactSource.Modbus("192.168.0.50", 502, 3, 9, Duration.ofMillis(20));

  /** A net, and what was put on it. */
  private abstract static class OnNet implements ContactContract.Stage {
    private final Time time;
    private final Net net;
    private final AutoCloseable transport;
    private Faults.Guard cut = () -> {};

    OnNet(Time time, Net net, AutoCloseable transport) {
      this.time = time;
      this.net = net;
      this.transport = transport;
    }

    @Override
    public Time time() {
      return time;
    }

    @Override
    public Net net() {
      return net;
    }

    @Override
    public void lose() {
      cut = net.faults().add(Links.of(PIN), new Fault.Cut());
    }

    @Override
    public void recover() {
      cut.close();
    }

    @Override
    public void close() {
      time.close();
      try {
        transport.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A contact that is driven in this process, by a wire or through a module. */
  private static final class Driven extends OnNet {
    private final ContactSource source;
    private final PinDriver driver;

    Driven(Time time, Net net, AutoCloseable transport, ContactSource source) {
      super(time, net, transport);
      this.source = source;
      if (source instanceof ContactSource.Modbus modbus) {
        RemoteInputs module = new RemoteInputs();
        net.serve(modbus.host(), modbus.port(), module);
        driver = module.terminal(modbus.unit(), modbus.address());
      } else {
        driver = net.pins().driver(PIN);
      }
    }

    @Override
    public ContactSource source() {
      return source;
    }

    @Override
    public void set(boolean high) {
      driver.drive(high);
    }
  }

  private static ContactContract.Stage virtual(Function<VirtualTime, Carrier> carriers, ContactSource source) {
    VirtualTime time = new VirtualTime(0, "");
    Carrier carrier = carriers.apply(time);
    return new Driven(time, new VirtualNet(time, new Seed(1), Recording.NONE, carrier, Latency.LOCAL), carrier, source);
  }

  private static ContactContract.Stage live(ContactSource source) {
    WallClock time = new WallClock();
    LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, 1_000);
    return new Driven(time, net, net, source);
  }

  @Nested
  class VirtualContact extends ContactContract {
    @Override
    Stage stage() {
      return virtual(time -> new MemoryCarrier(), new ContactSource.Virtual());
    }
  }

  @Nested
  class ModbusInMemory extends ContactContract {
    @Override
    Stage stage() {
      return virtual(time -> new MemoryCarrier(), MODULE);
    }
  }

  @Nested
  class ModbusOnLoopback extends ContactContract {
    @Override
    Stage stage() {
      return virtual(SocketCarrier::new, MODULE);
    }
  }

  @Nested
  class VirtualContactInRealTime extends ContactContract {
    @Override
    Stage stage() {
      return live(new ContactSource.Virtual());
    }
  }

  @Nested
  class ModbusInRealTime extends ContactContract {
    @Override
    Stage stage() {
      return live(MODULE);
    }
  }

  /** Whatever the site says, a contact of the simulated site is heard where it is driven. */
  @Nested
  class SimulatedGpioLine extends ContactContract {
    @Override
    Stage stage() {
      return live(new ContactSource.Gpio("/dev/gpiochip0", 17));
    }
  }

  @Nested
  class WatchedFile extends ContactContract {
    @TempDir Path folder;

    @Override
    Stage stage() {
      Path file = folder.resolve("input-1");
      WallClock time = new WallClock();
      LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, 1_000);
      return new OnNet(time, net, net) {
        private boolean gone;
        private boolean level;

        @Override
        public ContactSource source() {
          return new ContactSource.WatchedFile(file.toString());
        }

        @Override
        public void set(boolean high) {
          level = high;
          if (!gone) {
            write(file, high ? " 1\n" : "0");
          }
        }

        @Override
        public void lose() {
          gone = true;
          write(file, "maybe");
        }

        @Override
        public void recover() {
          gone = false;
          set(level);
        }
      };
    }
  }

  /** The chip of the kernel's gpio-sim module, whose lines can be pulled by hand; skipped where there is none. */
  @Nested
  class GpioLine extends ContactContract {
    @Override
    Stage stage() {
      Path pull = simulatedLine();
      if (pull == null) {
        return abort("no simulated GPIO chip here: load the kernel module gpio-sim and make one by configfs");
      }
      WallClock time = new WallClock();
      LiveNet net = new LiveNet(time, new Seed(1), Recording.NONE, 1_000);
      // …/gpio-sim.0/gpiochip3/sim_gpio0/pull
      String chip = "/dev/" + pull.getName(pull.getNameCount() - 3);
      return new OnNet(time, net, net) {
        @Override
        public ContactSource source() {
          return new ContactSource.Gpio(chip, 0);
        }

        @Override
        public void set(boolean high) {
          write(pull, high ? "pull-up" : "pull-down");
        }

        @Override
        public void lose() {
          abort("a simulated chip is not pulled out here");
        }
      };
    }

    private static @Nullable Path simulatedLine() {
      try (Stream<Path> found = Files.walk(Path.of("/sys/devices/platform"), 4)) {
        List<Path> lines = found.filter(path -> path.endsWith("sim_gpio0/pull") && path.toString().contains("gpio-sim")).toList();
        return lines.isEmpty() || !Files.isWritable(lines.getFirst()) ? null : lines.getFirst();
      } catch (IOException | UncheckedIOException e) {
        return null;
      }
    }
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
