package io.parkbench.rigs.hardware;

import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Station;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Time;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.world.Conditions;
import io.parkbench.plant.world.Plant;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.rigs.file.Driver;
import io.parkbench.rigs.file.MeterPlace;
import io.parkbench.rigs.file.RigFile;
import io.parkbench.wire.LiveNet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The real devices of a bench: who moves them, what measures them, and what keeps them safe (R-RIG-1, 4, 5). */
public final class Hardware implements AutoCloseable {
  private final Bindings bindings;
  private final Site site;
  private final Time time;
  private final Recording recording;
  private final Abilities abilities;
  private final SafetyGuard guard;
  private final Net net;
  private final Map<String, EvSimulator> simulators = new TreeMap<>();
  private final Map<Integer, ContactDriver> contacts = new TreeMap<>();
  private final Map<String, double[]> measured = new TreeMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final Map<String, String> lost = new LinkedHashMap<>();
  private final Map<String, String> unmeasured = new LinkedHashMap<>();
  private final Set<String> connected = new TreeSet<>();
  private final Map<String, Set<Integer>> plugged = new TreeMap<>();

  /**
   * @param site as it is bound
   * @param live where real devices are found
   */
  public Hardware(Bindings bindings, Site site, Time time, LiveNet live, Recording recording) {
    this.bindings = bindings;
    this.site = site;
    this.time = time;
    this.recording = recording;
    this.abilities = new Abilities(bindings.rig(), site);
    this.guard = new SafetyGuard(time, bindings.rig(), site, recording, bindings.told());
    this.net = new GuardedNet(live, guard, this::link);
    real().forEach((id, binding) -> live.call(binding.identity(), id));
    recording.line(time.now(), "rig", json -> {
      json.writeStringField("e", "bound");
      json.writeStringField("rig", bindings.rig().name());
      json.writeArrayFieldStart("what");
      for (String line : bindings.rig().told()) {
        json.writeString(line);
      }
      json.writeEndArray();
    });
  }

  /** The real stations of the site, by what it calls them. */
  public Map<String, RigFile.StationBinding> real() {
    Map<String, RigFile.StationBinding> real = new LinkedHashMap<>();
    for (Station station : site.stations()) {
      RigFile.StationBinding binding = bindings.rig().station(site, station.id());
      if (binding != null) {
        real.put(station.id(), binding);
      }
    }
    return real;
  }

  /** The net on which real stations are guarded. */
  public Net net() {
    return net;
  }

  public Abilities abilities() {
    return abilities;
  }

  public RigFile rig() {
    return bindings.rig();
  }

  /** The conditions without those whose place real devices take. */
  public Conditions without(Conditions all) {
    Set<String> meters = new LinkedHashSet<>();
    bindings.rig().meters().forEach(meter -> meters.add(meter.meter()));
    Set<Integer> inputs = new LinkedHashSet<>();
    site.inputs().stream().map(Input::number).filter(number -> bindings.rig().input(number) != null).forEach(inputs::add);
    return all.without(real().keySet(), meters, inputs);
  }

  /** Drivers are there and references are asked from now on; one that is not there is told of, and told of again by who needs it. */
  public void start(Plant plant) {
    real().forEach((id, binding) -> {
      if (binding.ev() != null) {
        simulator(id, binding.identity(), binding.ev());
      }
      if (binding.reference() != null && abilities.isMeasured(id)) {
        measure(id, binding.reference(), plant);
      }
    });
    for (Input input : site.inputs()) {
      RigFile.InputBinding binding = bindings.rig().input(input.number());
      if (binding != null && binding.driver() != null) {
        contact(binding, binding.driver());
      }
    }
  }

  private void simulator(String id, String identity, Driver driver) {
    if (driver instanceof Driver.Person) {
      simulators.put(id, new PersonDriver(time, bindings.people(), identity));
      return;
    }
    try {
      simulators.put(id, new LineDriver(time, driver, bindings.rig().patience(), why -> lose(id, "its driver: " + why)));
    } catch (IOException e) {
      lose(id, String.valueOf(e.getMessage()));
    }
  }

  private void contact(RigFile.InputBinding binding, Driver driver) {
    String name = "input " + binding.input();
    switch (driver) {
      case Driver.Person person -> contacts.put(binding.input(), new PersonDriver(time, bindings.people(), name));
      case Driver.Written written ->
          contacts.put(binding.input(), new FileContact(((ContactSource.WatchedFile) binding.source()).path()));
      case Driver.Command command -> lines(binding.input(), command);
      case Driver.Lines at -> lines(binding.input(), at);
    }
  }

  private void lines(int input, Driver driver) {
    try {
      LineDriver lines = new LineDriver(time, driver, bindings.rig().patience(),
          why -> lose("input " + input, "its driver: " + why));
      contacts.put(input, new ContactDriver() {
        @Override
        public void move(boolean closed, Done done) {
          lines.contact(input, closed, done);
        }

        @Override
        public void close() {
          lines.close();
        }
      });
    } catch (IOException e) {
      lose("input " + input, String.valueOf(e.getMessage()));
    }
  }

  private void measure(String id, MeterPlace at, Plant plant) {
    Bay bay = plant.model().bays().get(plant.model().bay(id, 1).orElseThrow());
    Endpoint endpoint = at.endpoint(id + "-reference");
    MeterModel model = Objects.requireNonNull(at.model(), "a reference has a model");
    Reference reference = new Reference(time.loop(), net.exchange(), endpoint, model, new Reference.Hearer() {
      @Override
      public void shows(double[] amps) {
        measured.put(id, amps);
        plant.measured(bay, amps);
        guard.measured(id, Arrays.stream(amps).max().orElse(0));
      }

      @Override
      public void lost(String why) {
        measured.remove(id);
        lose(id, "its reference meter: " + why);
        unmeasured.putIfAbsent(id, why);
      }
    });
    references.add(reference);
    reference.start();
  }

  private void link(String station, boolean up, String why) {
    boolean news = up ? connected.add(station) : connected.remove(station);
    if (news) {
      tell(station, up ? "connected" : "disconnected", why);
    }
  }

  private void lose(String device, String why) {
    lost.put(device, why);
    tell(device, "lost", why);
  }

  private void tell(String device, String what, String why) {
    recording.line(time.now(), "rig", json -> {
      json.writeStringField("e", what);
      json.writeStringField("on", device);
      if (!why.isEmpty()) {
        json.writeStringField("why", why);
      }
    });
    bindings.told().accept(device + ": " + what + (why.isEmpty() ? "" : ": " + why));
  }

  /** A zone's maximum as far as the rig's safety limit of that zone allows it (R-RIG-4). */
  public PerPhase clamped(String zone, PerPhase wanted) {
    Integer most = bindings.rig().zonesDa().get(zone);
    return most == null ? wanted
        : new PerPhase(Math.min(wanted.l1Da(), most), Math.min(wanted.l2Da(), most), Math.min(wanted.l3Da(), most));
  }

  /** Whether a real station's link is up. */
  public boolean isConnected(String station) {
    return connected.contains(station);
  }

  /** Plugs a car in at a real station. */
  public void plug(String station, int connector, EvSimulator.Car car, Done done) {
    EvSimulator simulator = simulators.get(station);
    if (simulator == null) {
      done.done(lacking(station));
      return;
    }
    simulator.plug(connector, car, failure -> {
      if (failure == null) {
        plugged.computeIfAbsent(station, id -> new TreeSet<>()).add(connector);
      }
      done.done(failure);
    });
  }

  /** Pulls the plug at a real station. */
  public void unplug(String station, int connector, Done done) {
    EvSimulator simulator = simulators.get(station);
    if (simulator == null) {
      done.done(lacking(station));
      return;
    }
    simulator.unplug(connector, failure -> {
      if (failure == null) {
        plugged.getOrDefault(station, new TreeSet<>()).remove(connector);
      }
      done.done(failure);
    });
  }

  /** Moves a real contact. */
  public void move(int input, boolean closed, Done done) {
    ContactDriver driver = contacts.get(input);
    if (driver == null) {
      done.done(lacking("input " + input));
    } else {
      driver.move(closed, done);
    }
  }

  private String lacking(String device) {
    return lost.getOrDefault(device, "nothing moves " + device);
  }

  /** Whether the bench has plugged a car in there that is there still. */
  public boolean isPlugged(String station, int connector) {
    return plugged.getOrDefault(station, Set.of()).contains(connector);
  }

  /** All that the bench has plugged in, by station. */
  public Map<String, Set<Integer>> plugged() {
    Map<String, Set<Integer>> copy = new TreeMap<>();
    plugged.forEach((station, connectors) -> copy.put(station, new TreeSet<>(connectors)));
    return copy;
  }

  /** What the pilot of a real station offers, A; NaN where nobody can tell. */
  public double offeredAmps(String station, int connector) {
    EvSimulator simulator = simulators.get(station);
    return simulator == null ? Double.NaN : simulator.offeredAmps(connector);
  }

  /** What truly flows to a real station, the most of its phases, A; NaN where nothing measures it now. */
  public double amps(String station) {
    double[] amps = measured.get(station);
    return amps == null ? Double.NaN : Arrays.stream(amps).max().orElse(Double.NaN);
  }

  /** Why a real device was stopped; null while none was. */
  public @Nullable String stopped() {
    return guard.stopped();
  }

  /** What could not be judged, a sentence each: a pass would prove nothing there. */
  public List<String> notJudged() {
    List<String> all = new ArrayList<>(
        abilities.unjudged().stream().map(one -> "the current of " + one.zone() + ": " + one.why()).toList());
    unmeasured.forEach((station, why) -> all.add("the currents above " + station + ": its reference meter was lost, " + why));
    return all;
  }

  @Override
  public void close() {
    references.forEach(Reference::close);
    simulators.values().forEach(EvSimulator::close);
    contacts.values().forEach(ContactDriver::close);
  }
}
