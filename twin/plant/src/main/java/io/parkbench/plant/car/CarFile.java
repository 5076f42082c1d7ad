package io.parkbench.plant.car;

import io.parkbench.plant.quirk.Quirk;
import io.parkbench.protocol.make.MakeFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Car models as JSON, as those of stations: what ships, and what arrivals and commands may name by a file of their own (R-EV-1).
 *
 * <pre>{@code
 * {"kind": "car", "name": "acme-ev", "battery_kwh": 60, "phases": "3", "max_a": 16, "min_a": 6, "dc_kw": 100, "efficiency": 0.9,
 *  "taper": {"from": 0.8, "end_share": 0.25}, "reaction_s": 2, "wake": "resumes", "quirks": []}
 * }</pre>
 *
 * <p>Only kind, name, battery_kwh, phases and max_a are needed; without a taper its power never falls.
 */
public final class CarFile {
  /** How a file is told from a name of the catalogue. */
  private static final String ENDING = ".json";

  private static final double MILLIS = 1_000;

  private CarFile() {}

  /** The model of the catalogue, or of a file {@code NAME.json} in {@code folder}; either may have quirks behind it, after a +. */
  public static CarModel named(String name, Path folder) {
    String[] parts = name.split("\\+", -1);
    if (!parts[0].endsWith(ENDING)) {
      return CarModel.named(name);
    }
    Path file = folder.resolve(parts[0]);
    CarModel model;
    try {
      model = read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("the car model " + file + " cannot be read: is it there?", e);
    }
    for (int i = 1; i < parts.length; i++) {
      model = model.with(Quirk.named(parts[i]));
    }
    return model;
  }

  /**
   * Reads a model.
   *
   * @param source what people call the file: begins each problem
   * @throws IllegalArgumentException with all that is wrong
   */
  public static CarModel read(String source, String text) {
    MakeFields file = MakeFields.of(source, text);
    file.oneOf("kind", null, List.of("car"));
    String name = file.text("name", null);
    double kwh = file.number("battery_kwh", null, 0.1, 100_000);
    int phases = Integer.parseInt(file.oneOf("phases", null, List.of("1", "2", "3")));
    double maxA = file.number("max_a", null, 1, 1_000);
    double minA = file.number("min_a", 6.0, 0, 1_000);
    double dcKw = file.number("dc_kw", 0.0, 0, 10_000);
    double efficiency = file.number("efficiency", 0.9, 0.01, 1);
    Taper taper = Taper.NONE;
    if (file.has("taper")) {
      MakeFields falls = file.object("taper");
      taper = Taper.of(falls.number("from", null, 0, 1), Math.max(Double.MIN_NORMAL, falls.number("end_share", null, 0.01, 1)));
    }
    double reaction = file.number("reaction_s", 2.0, 0, 3_600);
    Wake wake = switch (file.oneOf("wake", "resumes", List.of("resumes", "needs-replug", "never"))) {
      case "needs-replug" -> Wake.NEEDS_REPLUG;
      case "never" -> Wake.NEVER;
      default -> Wake.RESUMES;
    };
    List<Quirk> quirks = new ArrayList<>();
    for (String word : file.texts("quirks", List.of())) {
      try {
        quirks.add(Quirk.named(word));
      } catch (IllegalArgumentException e) {
        file.problem("quirks", String.valueOf(e.getMessage()));
      }
    }
    if (minA > maxA) {
      file.problem("min_a", "is above max_a");
    }
    file.check();
    return new CarModel(name, kwh * MILLIS, phases, maxA, minA, dcKw * MILLIS, efficiency, taper,
        Duration.ofMillis(Math.round(reaction * MILLIS)), wake, quirks);
  }

  /** One that ships. */
  static CarModel shipped(String name) {
    String file = name + ENDING;
    try (InputStream in = Objects.requireNonNull(CarFile.class.getResourceAsStream(file), file)) {
      return read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
