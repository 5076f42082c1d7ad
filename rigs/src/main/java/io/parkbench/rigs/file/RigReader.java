package io.parkbench.rigs.file;

import io.parkbench.gateway.site.Block;
import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.ContactSourceReader;
import io.parkbench.gateway.site.Problems;
import io.parkbench.gateway.site.SiteException;
import io.parkbench.gateway.site.Value;
import io.parkbench.gateway.site.YamlTree;
import io.parkbench.kernel.SerialLine;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModels;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a rig file: YAML to {@link RigFile}, or all that is wrong with it at once, each with line, path and remedy (R-RIG-1). */
public final class RigReader {
  private static final Set<
      String> RIG = keys("site", "ocpp", "patience", "stations", "meters", "inputs", "safety", "gateway", "prompts");
  private static final Set<String> LISTEN = keys("port", "bind");
  private static final Set<String> STATION = keys("station", "identity", "max_a", "ev", "reference");
  private static final Set<String> METER = keys("meter", "model", "ip", "port", "unit", "serial");
  private static final Set<String> REFERENCE = keys("model", "ip", "port", "unit", "serial");
  private static final Set<String> INPUT = keys("input", "source", "driver");
  private static final Set<String> DRIVER = keys("command", "tcp");
  private static final Set<String> SAFETY = keys("zones");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final double LEAST_A = 6;
  private static final double MOST_A = 1_000;

  private final Problems problems;
  private final Set<String> taken = new LinkedHashSet<>();

  private RigReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The rig that a file describes.
   *
   * @throws IOException if it cannot be read
   * @throws SiteException with all that is wrong with it
   */
  public static RigFile load(Path file) throws IOException, SiteException {
    return parse(file.toString(), Files.readString(file));
  }

  /**
   * The rig that a text describes.
   *
   * @param file what messages call it
   */
  public static RigFile parse(String file, String yaml) throws SiteException {
    Problems problems = new Problems(file);
    MappingNode root = YamlTree.compose(yaml, problems, "a rig binds at least one of stations, meters and inputs",
        "'stations:' with a list of those that are real");
    RigFile rig = root == null ? null : new RigReader(problems).read(stem(file), root);
    if (rig == null || problems.anyErrors()) {
      throw new SiteException(problems.inOrder());
    }
    return rig;
  }

  private static String stem(String file) {
    return String.valueOf(Path.of(file).getFileName()).replaceAll("\\.[^.]*$", "");
  }

  private @Nullable RigFile read(String name, MappingNode root) {
    Value whole = new Value(problems, root, root.getStartMark(), "");
    Block file = whole.block(RIG);
    if (file == null) {
      return null;
    }
    InetSocketAddress listen = file.get("ocpp", this::address);
    List<RigFile.StationBinding> stations = all(file.at("stations"), STATION, this::station);
    List<RigFile.MeterBinding> meters = all(file.at("meters"), METER, this::meter);
    List<RigFile.InputBinding> inputs = all(file.at("inputs"), INPUT, this::input);
    if (file.at("stations") == null && file.at("meters") == null && file.at("inputs") == null) {
      whole.error("binds nothing; say under stations, meters or inputs which devices are real, or run on --rig realtime");
    }
    if (!stations.isEmpty() && file.at("ocpp") == null) {
      file.place("ocpp").error("missing; say where real chargers find the gateway, like {port: 8887}");
    }
    Map<String, Integer> zones = file.get("safety", Map.of(), this::zones);
    return new RigFile(name, file.get("site", v -> v.text(300)),
        listen == null ? InetSocketAddress.createUnresolved("127.0.0.1", 0) : listen,
        file.get("patience", PATIENCE, v -> v.duration(Duration.ofSeconds(1), Duration.ofHours(1))), stations, meters, inputs,
        zones, file.get("gateway", v -> v.text(500)), file.get("prompts", this::address));
  }

  /** What reads one entry of a list. */
  @FunctionalInterface
  private interface Entry<T> {
    @Nullable
    T read(Block block);
  }

  private <T> List<T> all(@Nullable Value list, Set<String> known, Entry<T> entry) {
    List<T> read = new ArrayList<>();
    for (Value item : list == null ? List.<Value>of() : list.items()) {
      Block block = item.block(known);
      T one = block == null ? null : entry.read(block);
      if (one != null) {
        read.add(one);
      }
    }
    return read;
  }

  private @Nullable InetSocketAddress address(Value value) {
    Block block = value.block(LISTEN);
    Integer port = block == null ? null : block.need("port", "give the TCP port, or 0 for a free one", v -> v.integer(0, 65_535));
    String bind = block == null ? null : block.get("bind", "127.0.0.1", v -> v.text(253));
    return port == null || bind == null ? null : new InetSocketAddress(bind, port);
  }

  private RigFile.@Nullable StationBinding station(Block block) {
    List<String> names = block.need("station", "say what the site calls it, like cp-1 or [cp-1, a]", this::names);
    String first = names == null || names.isEmpty() ? null : names.getFirst();
    String identity = block.at("identity") == null ? first : block.get("identity", v -> v.text(60));
    Integer maxDa = block.need("max_a", "give the current per phase that this station must never exceed",
        v -> v.amps(LEAST_A, MOST_A));
    Driver ev = block.get("ev", v -> driver(v, false));
    MeterPlace reference = block.get("reference", v -> {
      Block place = v.block(REFERENCE);
      return place == null ? null : place(place, true);
    });
    for (String name : names == null ? List.<String>of() : names) {
      once(block, "station", "station " + name);
    }
    once(block, block.at("identity") == null ? "station" : "identity", "identity " + identity);
    return names == null || identity == null || maxDa == null ? null
        : new RigFile.StationBinding(names, identity, maxDa, ev, reference);
  }

  private @Nullable List<String> names(Value value) {
    if (!value.isList()) {
      String name = value.text(60);
      return name == null ? null : List.of(name);
    }
    List<String> names = new ArrayList<>();
    for (Value item : value.items()) {
      String name = item.text(60);
      if (name != null) {
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      value.error("names no station; write what the site calls it");
    }
    return names.isEmpty() ? null : names;
  }

  private RigFile.@Nullable MeterBinding meter(Block block) {
    String id = block.need("meter", "say what the site calls it, like meter-main", v -> v.text(60));
    once(block, "meter", "meter " + id);
    MeterPlace place = place(block, false);
    return id == null || place == null ? null : new RigFile.MeterBinding(id, place);
  }

  private @Nullable MeterPlace place(Block block, boolean needsModel) {
    MeterModel model = needsModel ? block.need("model", "say which meter it is: " + String.join(", ", MeterModels.names()),
        RigReader::model) : block.get("model", RigReader::model);
    if (block.at("serial") != null) {
      String line = block.get("serial", RigReader::serial);
      for (String key : List.of("ip", "port")) {
        if (block.at(key) != null) {
          block.place(key).error("a meter is on a serial line or on TCP; keep this or serial");
        }
      }
      int unit = block.get("unit", 1, v -> v.integer(1, 247));
      return line == null ? null : new MeterPlace(line, 0, unit, model);
    }
    String host = block.need("ip", "give its address, or a serial line as 'serial: /dev/ttyUSB0?baud=19200'", v -> v.text(253));
    int port = block.get("port", 502, v -> v.integer(1, 65_535));
    int unit = block.get("unit", 255, v -> v.integer(0, 255));
    return host == null || needsModel && model == null ? null : new MeterPlace(host, port, unit, model);
  }

  private static @Nullable MeterModel model(Value value) {
    String name = value.oneOf(MeterModels.names().toArray(String[]::new), word -> word);
    return name == null ? null : MeterModels.named(name);
  }

  private static @Nullable String serial(Value value) {
    String text = value.text(200);
    if (text == null) {
      return null;
    }
    try {
      return SerialLine.parse(text).text();
    } catch (IllegalArgumentException e) {
      value.error(e.getMessage() + "; write it like /dev/ttyUSB0?baud=19200&parity=even");
      return null;
    }
  }

  private RigFile.@Nullable InputBinding input(Block block) {
    Integer number = block.need("input", "say which digital input of the site it is", v -> v.integer(1, 3));
    once(block, "input", "input " + number);
    ContactSource source = block.need("source", "say where its level is read: {file: …}, {modbus: …} or {gpio: …}",
        v -> ContactSourceReader.read(v, host -> false));
    if (source instanceof ContactSource.Virtual) {
      block.place("source").error("a virtual contact is not real; write {file: …}, {modbus: …} or {gpio: …}, or remove the entry");
    }
    Driver driver = block.get("driver", v -> driver(v, true));
    if (driver instanceof Driver.Written && source != null && !(source instanceof ContactSource.WatchedFile)) {
      block.place("driver").error("only a file can be written; let a person or a command move this contact");
    }
    return number == null || source == null ? null : new RigFile.InputBinding(number, source, driver);
  }

  private @Nullable Driver driver(Value value, boolean ofContact) {
    if (!value.isBlock()) {
      String[] words = ofContact ? new String[] {"person", "write"} : new String[] {"person"};
      String word = value.oneOf(words, w -> w);
      return word == null ? null : word.equals("write") ? new Driver.Written() : new Driver.Person();
    }
    Block block = value.block(DRIVER);
    if (block == null) {
      return null;
    }
    if ((block.at("command") == null) == (block.at("tcp") == null)) {
      value.error("is one driver; write person, {command: [program, argument]} or {tcp: \"host:port\"}");
      return null;
    }
    return block.at("tcp") != null ? block.get("tcp", RigReader::lines) : block.get("command", RigReader::command);
  }

  private static @Nullable Driver lines(Value value) {
    String text = value.text(260);
    try {
      return text == null ? null : Driver.Lines.of(text);
    } catch (IllegalArgumentException e) {
      value.error(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static @Nullable Driver command(Value value) {
    List<String> words = new ArrayList<>();
    for (Value item : value.items()) {
      String word = item.text(500);
      if (word != null) {
        words.add(word);
      }
    }
    if (words.isEmpty()) {
      value.error("starts no program; write [program, argument, …]");
    }
    return words.isEmpty() ? null : new Driver.Command(words);
  }

  private Map<String, Integer> zones(Value value) {
    Map<String, Integer> zones = new LinkedHashMap<>();
    Block block = value.block(SAFETY);
    Value map = block == null ? null : block.at("zones");
    if (map == null) {
      value.error("limits nothing; write {zones: {main: 32}}");
    } else if (map.node() instanceof MappingNode node) {
      for (NodeTuple tuple : node.getValue()) {
        String zone = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
        Integer da = map.child(zone, tuple).amps(LEAST_A, MOST_A);
        if (da != null) {
          zones.put(zone, da);
        }
      }
    } else {
      map.error("must be a mapping; write {main: 32}");
    }
    return zones;
  }

  /** Each device is bound once. */
  private void once(Block block, String key, String what) {
    if (!taken.add(what)) {
      block.place(key).error(what + " is bound already; keep one");
    }
  }

  private static Set<String> keys(String... keys) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(keys)));
  }
}
