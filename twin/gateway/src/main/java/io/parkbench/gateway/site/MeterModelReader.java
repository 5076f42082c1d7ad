package io.parkbench.gateway.site;

import io.parkbench.protocol.meter.Format;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.RegisterType;
import io.parkbench.protocol.meter.WordOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the site's own meter models (R-DYN-4): what their JSON files say, as YAML. */
final class MeterModelReader {
  private static final int REGISTER_MAX = 65_536;
  private static final double SCALE_MAX = 1_000_000_000;
  private static final Format[] FORMATS = Arrays.stream(Format.values()).filter(Format::custom).toArray(Format[]::new);

  private final Names names = new Names("meter model");
  private final Map<String, MeterModel> models = new TreeMap<>();
  private final List<String> words = new ArrayList<>(MeterModels.names());

  MeterModelReader(@Nullable Value list) {
    for (MeterModel model : MeterModels.all()) {
      models.put(key(model.name()), model);
    }
    for (Value item : list == null ? List.<Value>of() : list.items()) {
      Block block = item.block(Keys.METER_MODEL);
      if (block != null) {
        read(block);
      }
    }
  }

  private void read(Block block) {
    String name = block.need("name", "say what meters call the model", v -> v.text(50));
    if (name != null && MeterModels.names().stream().anyMatch(builtIn -> key(builtIn).equals(key(name)))) {
      block.place("name").error("'" + name + "' is built in and cannot be changed; choose another name");
      return;
    }
    names.take(name == null ? null : key(name), block.place("name"));
    if (name != null) {
      // a meter that refers to it is not wrong too, whatever may be wrong below
      words.add(name);
    }
    int base = block.get("address_base", 1, v -> v.integer(0, 1));
    WordOrder order = block.get("word_order", WordOrder.ABCD, v -> v.oneOf(WordOrder.values(), WordOrder::name));
    Block points = block.need("points", "say where the meter shows which quantity", v -> v.block(Keys.METER_POINTS));
    if (name == null || points == null) {
      return;
    }
    List<Point> read = points(points);
    if (read == null) {
      return;
    }
    List<MeterModel.Problem> problems = MeterModel.problems(name, base, read);
    for (MeterModel.Problem problem : problems) {
      Value place = problem.at() == null ? block.place("points") : points.place(problem.at().text());
      place.error(problem.text());
    }
    if (problems.isEmpty()) {
      models.putIfAbsent(key(name), new MeterModel(name, base, order, read));
    }
  }

  private static @Nullable List<Point> points(Block points) {
    List<Point> read = new ArrayList<>();
    boolean whole = true;
    for (Quantity quantity : Quantity.values()) {
      Value value = points.at(quantity.text());
      if (value != null) {
        Point point = point(value, quantity);
        whole &= point != null;
        if (point != null) {
          read.add(point);
        }
      }
    }
    return whole ? read : null;
  }

  private static @Nullable Point point(Value value, Quantity quantity) {
    Block block = value.block(Keys.METER_POINT);
    if (block == null) {
      return null;
    }
    Integer register = block.need("register", "give its first register, as the meter's document prints it",
        v -> v.integer(0, REGISTER_MAX));
    Format format = block.need("format", "say how the number lies there: " + words(FORMATS), v -> v.oneOf(FORMATS, Format::text));
    RegisterType type = block.get("type", RegisterType.HOLDING, v -> v.oneOf(RegisterType.values(), RegisterType::text));
    Double scale = block.get("scale", 1.0, MeterModelReader::scale);
    return register == null || format == null ? null : new Point(quantity, register, format, type, scale);
  }

  private static @Nullable Double scale(Value value) {
    var scale = value.number(0, SCALE_MAX, "");
    return scale == null ? null : Double.valueOf(scale.doubleValue());
  }

  private static String words(Format[] formats) {
    return String.join(", ", Arrays.stream(formats).map(Format::text).toList());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The names that a meter may refer to. */
  String[] words() {
    return words.toArray(String[]::new);
  }

  /** The model of that name; null where it has problems, which have been told. */
  @Nullable
  MeterModel named(String name) {
    return models.get(key(name));
  }
}
