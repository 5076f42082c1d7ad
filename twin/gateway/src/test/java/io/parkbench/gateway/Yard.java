package io.parkbench.gateway;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.SiteFile;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A gateway in virtual time with scripted stations around it. */
final class Yard {
  private static final long START = 1_800_000_000L * Micros.SECOND;

  final VirtualTime time = new VirtualTime(START, "");
  final VirtualNet net;
  final Gateway gateway;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final JsonLines recording = new JsonLines(lines);

  /** A gateway for the site that this YAML describes. */
  Yard(String yaml) {
    net = new VirtualNet(time, new Seed(1), recording, new MemoryCarrier(), new Latency(1_000, 2_000));
    gateway = new Gateway(time, site(yaml), net, recording);
    gateway.start();
  }

  static Site site(String yaml) {
    try {
      return SiteFile.parse("test.yaml", yaml);
    } catch (SiteException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code stations} three-phase 32 A stations cp-1, cp-2 … under one zone of {@code amps}, any card accepted. */
  static Yard flat(int stations, int amps) {
    return new Yard(
        String.format(Locale.ROOT, """
            name: Yard
            licence: EDL
            zones: [{id: main, max_a: %d, auth: all}]
            stations: [{id: "cp-{n}", model: pro-ac, zone: main, count: %d}]
            """, amps, stations));
  }

  ScriptedStation station(String id) {
    return new ScriptedStation(time, net, id);
  }

  /** The station of this identity, connected and booted. */
  ScriptedStation online(String id) {
    return station(id).online();
  }

  void pass(Duration duration) {
    time.runFor(duration);
  }

  /** Long enough for a cut to be answered, followed and sampled, and for what waited for it. */
  void settle() {
    pass(Duration.ofSeconds(8));
  }

  GatewayView.Session session(String station) {
    return Objects.requireNonNull(gateway.view().session(station, 1), () -> "no session at " + station);
  }

  boolean noticed(String station, String part) {
    return gateway.view().notices().stream().anyMatch(n -> n.station().equals(station) && n.text().contains(part));
  }

  /** The lines recorded so far of one kind. */
  List<String> recorded(String kind) {
    recording.hash();
    return lines.toString(StandardCharsets.UTF_8).lines().filter(l -> l.contains("\"k\":\"" + kind + "\"")).toList();
  }
}
