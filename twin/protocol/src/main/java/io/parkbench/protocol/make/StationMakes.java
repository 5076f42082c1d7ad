package io.parkbench.protocol.make;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The station makes that ship, each a file of this package's resources (R-SITE-6). */
public final class StationMakes {
  /** What simulated stations alone are usually made by, the usual one first. */
  public static final List<String> BENCH = List.of("generic-22kw", "parking-2x22kw", "wallbox-11kw", "single-phase-7.4kw");

  /** What sites are made of. */
  public static final List<
      String> SITE = List.of("city", "dc-180", "dc-24", "dc-60", "generic-ac", "generic-dc", "parking", "pro-ac",
          "pro-ac-metal", "smart-wallbox", "smart-wallbox-te");

  private static final Map<String, StationMake> ALL = new LinkedHashMap<>();

  static {
    for (List<String> names : List.of(BENCH, SITE)) {
      names.forEach(name -> ALL.put(name, load(name)));
    }
  }

  private StationMakes() {}

  /** The make of that name, or null. */
  public static @Nullable StationMake named(String name) {
    return ALL.get(name);
  }

  private static StationMake load(String name) {
    String file = name + ".json";
    try (InputStream in = Objects.requireNonNull(StationMakes.class.getResourceAsStream(file), file)) {
      return StationMakeFile.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
