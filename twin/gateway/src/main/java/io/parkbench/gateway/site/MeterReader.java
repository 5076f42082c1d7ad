package io.parkbench.gateway.site;

import io.parkbench.kernel.SerialLine;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.WordOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the power meters (R-DYN-2 to R-DYN-5). */
final class MeterReader {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** So many polls fit into the freshness, or the first that is missed would make a meter lost. */
  private static final int POLLS_MIN = 3;

  private final MeterModelReader models;
  private final int subnetPrefix;
  private final SerialReader serial = new SerialReader();
  private final Names ids = new Names("meter id");
  private final Names names = new Names("meter name");
  private final Names addresses = new Names("IP address");
  private final Map<String, Value> units = new LinkedHashMap<>();
  private final List<Meter> meters = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private @Nullable Value firstOtherFeeder;

  MeterReader(@Nullable Value list, MeterModelReader models, int subnetPrefix) {
    this.models = models;
    this.subnetPrefix = subnetPrefix;
    for (Value item : list == null ? List.<Value>of() : list.items()) {
      Block block = item.block(Keys.METER);
      if (block != null) {
        read(block);
      }
    }
  }

  private void read(Block block) {
    String id = block.need("id", "give the meter a short unique name", v -> v.text(50));
    ids.take(id, block.place("id"));
    String name = block.get("name", v -> v.text(50));
    names.take(name, block.place("name"));
    MeterModel model = model(block);
    String ip = block.get("ip", v -> Addresses.read(v, subnetPrefix, 0));
    if (ip != null && !addresses.has(ip)) {
      addresses.take(ip, block.place("ip"));
    }
    int port = block.get("port", 502, v -> v.integer(1, 65535));
    SerialLine line = serial.read(block);
    int unit = block.get("unit", 255, v -> v.integer(0, 255));
    if (unit == 0) {
      block.place("unit")
          .warning("unit 0 is Modbus's broadcast, which many meters do not answer; use 1 to 255 unless the meter wants it");
    }
    Meter.Role role = block.get("role", Meter.Role.ZONE, v -> v.oneOf(Meter.Role.values(), Meter.Role::text));
    if (role != Meter.Role.ZONE && firstOtherFeeder == null) {
      firstOtherFeeder = block.place("role");
    }
    if (model != null) {
      checkCurrents(block, model, role);
    }
    List<Integer> phases = block.get("phases", Meter.STRAIGHT, MeterReader::phases);
    Duration poll = block.get("poll_interval", Meter.POLL_INTERVAL, v -> v.duration(SHORTEST, LONGEST));
    Duration timeout = block.get("timeout", Meter.timeout(poll), v -> v.duration(SHORTEST, Duration.ofMinutes(1)));
    Duration freshness = block.get("freshness", longer(Meter.FRESHNESS, poll.multipliedBy(POLLS_MIN)),
        v -> v.duration(Duration.ofSeconds(1), LONGEST.multipliedBy(POLLS_MIN)));
    Duration refresh = block.get("refresh", Duration.ofSeconds(1), v -> v.duration(Duration.ofMillis(10), Duration.ofMinutes(1)));
    checkFreshness(block, poll, timeout, freshness);
    if (id != null && model != null) {
      Meter meter = new Meter(id, name == null ? id : name, model, ip, port, line, unit, role, phases, poll, timeout, freshness,
          refresh);
      checkPlace(block, meter);
      meters.add(meter);
      blocks.add(block);
    }
  }

  /** The model, with what the meter's entry says otherwise. */
  private @Nullable MeterModel model(Block block) {
    String[] words = models.words();
    String name = block.need("model", "say whose registers it has: " + String.join(", ", words), v -> v.oneOf(words, m -> m));
    Integer base = block.get("address_base", v -> v.integer(0, 1));
    WordOrder order = block.get("word_order", v -> v.oneOf(WordOrder.values(), WordOrder::name));
    MeterModel model = name == null ? null : models.named(name);
    if (model == null || base == null && order == null) {
      return model;
    }
    int newBase = base == null ? model.addressBase() : base;
    List<MeterModel.Problem> problems = MeterModel.problems(model.name(), newBase, model.points());
    problems.forEach(problem -> block.place("address_base").error(problem.toString()));
    return problems.isEmpty() ? new MeterModel(model.name(), newBase, order == null ? model.wordOrder() : order, model.points())
        : null;
  }

  private static void checkCurrents(Block block, MeterModel model, Meter.Role role) {
    for (int phase = 1; phase <= (role == Meter.Role.ZONE ? 3 : 1); phase++) {
      Quantity current = Quantity.current(phase);
      if (!model.shows(current)) {
        block.place("model").error("'" + model.name() + "' does not show " + current.text()
            + (role == Meter.Role.ZONE ? ", and a zone is limited on all three phases; give the model that point"
                : ", which every meter is read by; give the model that point"));
      }
    }
  }

  /** Which supply phases the meter's phases 1, 2 and 3 measure. */
  private static @Nullable List<Integer> phases(Value value) {
    List<Integer> phases = new ArrayList<>();
    List<Value> items = value.items();
    for (Value item : items) {
      Integer phase = item.integer(1, 3);
      if (phase != null) {
        phases.add(phase);
      }
    }
    if (phases.size() == items.size() && !phases.stream().sorted().toList().equals(IntStream.rangeClosed(1, 3).boxed().toList())) {
      value.error("must be the supply phases that the meter's phases 1, 2 and 3 measure, each once, like [2, 3, 1]");
    }
    return phases.size() == 3 ? List.copyOf(phases) : null;
  }

  private static void checkFreshness(Block block, Duration poll, Duration timeout, Duration freshness) {
    if (freshness.compareTo(poll.multipliedBy(POLLS_MIN)) < 0) {
      block.place("freshness").error("freshness (" + Show.duration(freshness) + ") is shorter than three poll intervals of "
          + Show.duration(poll) + "; lengthen it or shorten poll_interval");
    }
    if (timeout.compareTo(freshness) > 0) {
      block.place("timeout").error("timeout (" + Show.duration(timeout) + ") is longer than freshness ("
          + Show.duration(freshness) + "), so one slow reply would make the meter lost; shorten it");
    }
  }

  /** Two meters at one address are two units of it. */
  private void checkPlace(Block block, Meter meter) {
    if (meter.ipAddress() == null && meter.line() == null) {
      return;
    }
    String at = meter.endpoint().address() + " unit " + meter.unit();
    Value first = units.putIfAbsent(at, block.self());
    if (first != null) {
      block.place("unit")
          .error(at + " is " + first.path() + " already (line " + first.line() + "); give each meter there a unit of its own");
    }
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  /** Refuses to steer a zone by a meter that only reports (R-DYN-5). */
  void checkSteering(Names steering) {
    for (int i = 0; i < meters.size(); i++) {
      Meter meter = meters.get(i);
      if (meter.role() != Meter.Role.ZONE && steering.has(meter.id())) {
        blocks.get(i).place("role").error("a dynamic zone is steered by this meter, and a " + meter.role().text()
            + " meter limits nothing; write 'role: zone' or give the zone another meter");
      }
    }
  }

  /** The addresses of the site's devices; meters may share one, stations may not take it. */
  Names addresses() {
    return addresses;
  }

  Names ids() {
    return ids;
  }

  /** Where the first meter on another feeder says so; null if there is none. */
  @Nullable
  Value firstOtherFeeder() {
    return firstOtherFeeder;
  }

  List<Meter> build() {
    return meters;
  }
}
