package io.parkbench.gateway.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the power meters (R-DYN-2, R-DYN-3, R-DYN-5). */
final class MeterReader {
  /** The register maps built in (R-DYN-3). */
  private static final String[] MODELS = {"PM5320", "iEM3x5x", "PowerTag", "NSX", "NSX-legacy", "MTZ"};

  private final Names ids = new Names("meter id");
  private final Names names = new Names("meter name");
  private final Names addresses = new Names("IP address");
  private final List<Meter> meters = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private @Nullable Value firstOtherFeeder;

  MeterReader(@Nullable Value list, int subnetPrefix) {
    for (Value item : list == null ? List.<Value>of() : list.items()) {
      Block block = item.block(Keys.METER);
      if (block != null) {
        read(block, subnetPrefix);
      }
    }
  }

  private void read(Block block, int subnetPrefix) {
    String id = block.need("id", "give the meter a short unique name", v -> v.text(50));
    ids.take(id, block.place("id"));
    String name = block.get("name", v -> v.text(50));
    names.take(name, block.place("name"));
    String model = block.need("model", "say whose registers it has: " + String.join(", ", MODELS), v -> v.oneOf(MODELS, m -> m));
    String ip = block.get("ip", v -> Addresses.read(v, subnetPrefix, 0));
    if (ip != null && !addresses.has(ip)) {
      addresses.take(ip, block.place("ip"));
    }
    Integer port = block.get("port", 502, v -> v.integer(1, 65535));
    Integer unit = block.get("unit", 255, v -> v.integer(0, 255));
    if (unit == 0) {
      block.place("unit")
          .warning("unit 0 is Modbus's broadcast, which many meters do not answer; use 1 to 255 unless the meter wants it");
    }
    Meter.Role role = block.get("role", Meter.Role.ZONE, v -> v.oneOf(Meter.Role.values(), Meter.Role::text));
    if (role != Meter.Role.ZONE && firstOtherFeeder == null) {
      firstOtherFeeder = block.place("role");
    }
    Duration poll = block.get("poll_interval", Duration.ofMillis(500),
        v -> v.duration(Duration.ofMillis(100), Duration.ofHours(1)));
    Duration refresh = block.get("refresh", Duration.ofSeconds(1), v -> v.duration(Duration.ofMillis(10), Duration.ofMinutes(1)));
    if (id != null && model != null) {
      meters.add(new Meter(id, name == null ? id : name, model, ip, port, unit, role, poll, refresh));
      blocks.add(block);
    }
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

  /** The names of the register maps built in. */
  static List<String> models() {
    return List.of(MODELS);
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
