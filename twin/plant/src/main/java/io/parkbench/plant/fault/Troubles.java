package io.parkbench.plant.fault;

import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Faults.Guard;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.Wiring;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.grid.Grid;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Brings {@link Trouble} over the site, now or at an instant, and heals it again. */
public final class Troubles {
  private final Loop loop;
  private final Faults faults;
  private final PlantModel model;
  private final Function<String, ChargePoint> stations;
  private final Grid grid;
  private final Network network;
  private final Recording recording;
  private final Map<String, Integer> outages = new TreeMap<>();

  /** @param stations finds a station, or throws {@link IllegalArgumentException} for one that is not there */
  public Troubles(
      Loop loop,
      Faults faults,
      PlantModel model,
      Function<String, ChargePoint> stations,
      Grid grid,
      Topology topology,
      Recording recording) {
    this.loop = loop;
    this.faults = faults;
    this.model = model;
    this.stations = stations;
    this.grid = grid;
    this.network = new Network(topology, faults);
    this.recording = recording;
  }

  public Network network() {
    return network;
  }

  /**
   * Begins now; closing the guard heals it, once.
   *
   * @throws IllegalArgumentException for a station, connector or part of the network that does not exist, or a wiring that does not fit
   */
  public Guard begin(Trouble trouble) {
    return switch (trouble) {
      case Trouble.OnLink(String station, Direction direction, Fault fault) -> onLink(station, direction, fault);
      case Trouble.Broken(String part) -> recorded(network.breaks(part), "broken", part);
      case Trouble.Reboot(String station) -> {
        ChargePoint device = stations.apply(station);
        record(true, "reboot", station);
        device.reboot();
        yield () -> {};
      }
      case Trouble.Freeze(String station) -> freeze(stations.apply(station));
      case Trouble.Dark(String station) -> dark(stations.apply(station));
      case Trouble.ClockJump(String station, Duration by) -> {
        ChargePoint device = stations.apply(station);
        long micros = Micros.of(by);
        yield recorded(once(device.jumpClock(micros)), "clock jump by " + by, station);
      }
      case Trouble.WrongWiring(String station, int connector, Wiring wiring) -> rewire(station, connector, wiring);
      case Trouble.Odd odd -> odd(odd);
    };
  }

  /**
   * Begins at an instant and heals after a time; what does not exist is told at once.
   *
   * @param lasting null: for good
   */
  public void schedule(long at, @Nullable Duration lasting, Trouble trouble) {
    trouble.check(model, network.topology());
    loop.at(at, () -> {
      Guard guard = begin(trouble);
      if (lasting != null) {
        loop.after(lasting, guard::close);
      }
    });
  }

  private Guard onLink(@Nullable String station, @Nullable Direction direction, Fault fault) {
    List<String> all = model.stations().stream().map(PlantModel.Station::id).toList();
    Predicate<String> on = Links.of(station == null ? all : List.of(stations.apply(station).identity()));
    return direction == null ? faults.add(on, fault) : faults.add(on, direction, fault);
  }

  /** What is said to a station that hangs waits at its door, and so does what it had on its lips. */
  private Guard freeze(ChargePoint device) {
    Guard hold = faults.add(Links.of(device.identity()), new Fault.Hold());
    device.freeze();
    return recorded(once(() -> {
      device.thaw();
      hold.close();
    }), "freeze", device.identity());
  }

  /** Several may keep a station without mains at once: it starts when the last has healed. */
  private Guard dark(ChargePoint device) {
    outages.merge(device.identity(), 1, Integer::sum);
    device.losePower();
    return recorded(once(() -> {
      if (outages.merge(device.identity(), -1, Integer::sum) == 0) {
        device.start();
      }
    }), "no power", device.identity());
  }

  /** Whether a station has mains now. */
  public boolean hasMains(String station) {
    return outages.getOrDefault(station, 0) == 0;
  }

  private Guard rewire(String station, int connector, Wiring wiring) {
    int bay = bay(station, connector);
    Wiring before = grid.wiring(bay);
    grid.rewire(bay, wiring);
    return recorded(once(() -> grid.rewire(bay, before)), "wired " + wiring, station + "/" + connector);
  }

  private Guard odd(Trouble.Odd odd) {
    ChargePoint device = stations.apply(odd.station());
    if (odd.connector() == 0) {
      device.quirk(odd.quirk(), true);
      return once(() -> device.quirk(odd.quirk(), false));
    }
    device.carQuirk(odd.connector(), odd.quirk(), true);
    return once(() -> device.carQuirk(odd.connector(), odd.quirk(), false));
  }

  private int bay(String station, int connector) {
    return model.bay(station, connector).orElseThrow(
        () -> new IllegalArgumentException("there is no connector " + station + "/" + connector));
  }

  private Guard recorded(Guard heal, String what, String on) {
    record(true, what, on);
    return once(() -> {
      heal.close();
      record(false, what, on);
    });
  }

  private static Guard once(Runnable heal) {
    boolean[] done = {false};
    return () -> {
      if (!done[0]) {
        done[0] = true;
        heal.run();
      }
    };
  }

  private void record(boolean on, String what, String where) {
    recording.line(loop.now(), "fault", json -> {
      json.writeStringField("e", on ? "on" : "off");
      json.writeStringField("what", what);
      json.writeStringField("on", where);
    });
  }
}
