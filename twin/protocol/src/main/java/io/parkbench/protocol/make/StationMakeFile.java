package io.parkbench.protocol.make;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.protocol.make.StationMake.Outlet;
import io.parkbench.protocol.make.StationMake.ProfileLimits;
import io.parkbench.protocol.make.StationMake.Supply;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Station makes as JSON: what ships, what {@code parkbench probe charger} writes, and what a site's {@code stations[].model} may name,
 * by a file next to the site file.
 *
 * <pre>{@code
 * {"kind": "station", "name": "acme-22", "title": "Acme Wallbox 22",
 *  "connectors": [{"socket": "T2", "max_a": 32}],
 *  "profiles": {"max_stack_level": 10, "max_periods": 24, "max_installed": 20, "units": ["A", "W"]},
 *  "reboot_s": 20, "quirks": ["whole-amps-only"]}
 * }</pre>
 *
 * <p>Only kind, name and connectors are needed; of AC {@code max_a}, of DC {@code max_kw}.
 */
public final class StationMakeFile {
  private static final List<String> SOCKETS = List.of("T2", "T2/TE", "TE", "CCS2", "CHAdeMO");
  private static final double LONG = 100_000;

  private StationMakeFile() {}

  /**
   * Reads a make.
   *
   * @param source what people call the file: begins each problem
   * @throws MakeException with all that is wrong
   */
  public static StationMake read(String source, String text) {
    MakeFields file = MakeFields.of(source, text);
    file.oneOf("kind", null, List.of("station"));
    String name = file.text("name", null);
    if (!name.isEmpty() && !name.matches("[A-Za-z0-9._+-]{1,60}")) {
      file.problem("name", "is '" + name + "'; letters, digits, . _ + - only, so that site files can name it");
    }
    List<Outlet> outlets = new ArrayList<>();
    for (MakeFields outlet : file.objects("connectors")) {
      String socket = outlet.oneOf("socket", "T2", SOCKETS);
      boolean dc = socket.equals("CCS2") || socket.equals("CHAdeMO");
      outlets
          .add(new Outlet(socket, dc ? 0 : outlet.number("max_a", null, 1, 1_000), dc ? outlet.number("max_kw", null, 1, 1_000) : 0,
              outlet.number("floor_a", 0.0, 0, 100), outlet.oneOf("phases", "3", List.of("1", "3")).equals("1") ? 1 : 3,
              outlet.flag("tethered", dc)));
    }
    if (outlets.isEmpty()) {
      file.problem("connectors", "is missing or empty; give one object for each connector, {\"socket\": \"T2\", \"max_a\": 32}");
    } else if (outlets.stream().anyMatch(outlet -> outlet.dc() != outlets.getFirst().dc())) {
      file.problem("connectors", "are of AC and of DC; a station has one kind");
    }
    boolean dc = !outlets.isEmpty() && outlets.getFirst().dc();
    MakeFields supply = file.object("supply");
    MakeFields profiles = file.object("profiles");
    List<String> units = profiles.texts("units", dc ? List.of("W") : List.of("A", "W"));
    if (units.isEmpty() || !List.of("A", "W").containsAll(units)) {
      profiles.problem("units", "are \"A\", \"W\", or both");
    }
    StationMake.ProfileLimits usual = ProfileLimits.USUAL;
    ProfileLimits limits = new ProfileLimits(profiles.whole("max_stack_level", usual.maxStackLevel(), 0, 100_000),
        profiles.whole("max_periods", usual.maxPeriods(), 1, 100_000),
        profiles.whole("max_installed", usual.maxInstalled(), 1, 100_000), units.contains("A"), units.contains("W"));
    String title = file.text("title", name.isEmpty() ? "?" : name);
    String vendor = file.text("vendor", "Parkbench");
    String model = file.text("model", name.isEmpty() ? "?" : name);
    String firmware = file.text("firmware", "1.0.0");
    Double feederA = file.has("feeder_a") ? file.number("feeder_a", null, 6, 1_000) : null;
    Double feederKw = file.has("feeder_kw") ? file.number("feeder_kw", null, 1, 1_000) : null;
    boolean oneAtATime = file.flag("one_at_a_time", false);
    boolean degraded = file.flag("degraded_mode", !dc);
    Supply supplied = new Supply(supply.number("efficiency", 1.0, 0.1, 1), supply.number("power_factor", 1.0, 0.1, 1),
        supply.number("standby_w", 0.0, 0, 10_000));
    boolean generic = file.flag("generic", false);
    boolean switches = file.flag("switches_phases", false);
    double reboot = file.number("reboot_s", 20.0, 0, LONG);
    Map<String, String> configuration = file.object("configuration").allTexts();
    List<String> quirks = file.texts("quirks", List.of());
    Map<String, Double> measured = file.object("measured").allNumbers();
    Map<String, String> probes = file.object("probes").allTexts();
    file.check();
    return new StationMake(name, title, vendor, model, firmware, outlets, feederA, feederKw, oneAtATime, degraded, supplied,
        generic,
        limits, switches, reboot, configuration, quirks, measured, probes);
  }

  /** The make as JSON, every property written out; reading it gives the same make. */
  public static String write(StationMake make) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("kind", "station");
      json.writeStringField("name", make.name());
      json.writeStringField("title", make.title());
      json.writeStringField("vendor", make.vendor());
      json.writeStringField("model", make.model());
      json.writeStringField("firmware", make.firmware());
      json.writeArrayFieldStart("connectors");
      for (Outlet outlet : make.connectors()) {
        json.writeStartObject();
        json.writeStringField("socket", outlet.socket());
        if (outlet.dc()) {
          number(json, "max_kw", outlet.maxKw());
        } else {
          number(json, "max_a", outlet.maxA());
        }
        if (outlet.floorA() > 0) {
          number(json, "floor_a", outlet.floorA());
        }
        json.writeStringField("phases", Integer.toString(outlet.phases()));
        json.writeBooleanField("tethered", outlet.tethered());
        json.writeEndObject();
      }
      json.writeEndArray();
      if (make.feederA() != null) {
        number(json, "feeder_a", make.feederA());
      }
      if (make.feederKw() != null) {
        number(json, "feeder_kw", make.feederKw());
      }
      json.writeBooleanField("one_at_a_time", make.oneAtATime());
      json.writeBooleanField("degraded_mode", make.degradedMode());
      json.writeObjectFieldStart("supply");
      number(json, "efficiency", make.supply().efficiency());
      number(json, "power_factor", make.supply().powerFactor());
      number(json, "standby_w", make.supply().standbyW());
      json.writeEndObject();
      json.writeBooleanField("generic", make.generic());
      json.writeObjectFieldStart("profiles");
      json.writeNumberField("max_stack_level", make.profiles().maxStackLevel());
      json.writeNumberField("max_periods", make.profiles().maxPeriods());
      json.writeNumberField("max_installed", make.profiles().maxInstalled());
      json.writeArrayFieldStart("units");
      if (make.profiles().amps()) {
        json.writeString("A");
      }
      if (make.profiles().watts()) {
        json.writeString("W");
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeBooleanField("switches_phases", make.switchesPhases());
      number(json, "reboot_s", make.rebootS());
      texts(json, "configuration", make.configuration());
      json.writeArrayFieldStart("quirks");
      for (String quirk : make.quirks()) {
        json.writeString(quirk);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("measured");
      for (Map.Entry<String, Double> measured : make.measured().entrySet()) {
        number(json, measured.getKey(), measured.getValue());
      }
      json.writeEndObject();
      texts(json, "probes", make.probes());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void texts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      json.writeStringField(text.getKey(), text.getValue());
    }
    json.writeEndObject();
  }

  /** Whole numbers without a point. */
  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (value == Math.rint(value) && Math.abs(value) < LONG * LONG) {
      json.writeNumberField(name, (long) value);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
