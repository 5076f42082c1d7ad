package io.parkbench.rigs;

import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.fault.TroubleReader;
import io.parkbench.plant.input.Closing;
import io.parkbench.plant.input.ContactSetup;
import io.parkbench.plant.input.Contacts;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a contact of the simulated site is made and what closes it: an entry of {@code plant.contacts} (R-DI-4, R-PLANT-3).
 *
 * <pre>
 * plant:
 *   contacts:
 *     - {input: 1, bounce: 20ms, closes: [{at: "08:00", for: 2h}, {at: 90s, for: 5s}]}
 *     - {input: 2, inverted: true, noise: 10 min}
 *     - {input: 3, stuck: true, broken: true}
 * </pre>
 *
 * <p>{@code at} is a time of day, every day, or how long after the start. {@code driven: false} leaves the input to its real source.
 */
final class ContactSection {
  private ContactSection() {}

  /** What may be said of a contact. */
  static String[] keys() {
    return new String[] {"input", "driven", "bounce", "inverted", "stuck", "broken", "noise", "closes"};
  }

  /**
   * The contact as it is fitted; none where the input is left to its real source.
   *
   * @throws IllegalArgumentException for what cannot be
   */
  static List<Contacts.Fitted> read(Site site, Input input, Map<String, Object> entry) {
    if (!flag(entry, "driven", true)) {
      return List.of();
    }
    ContactSetup setup = ContactSetup.USUAL.inverted(flag(entry, "inverted", false));
    if (entry.containsKey("bounce")) {
      setup = setup.bouncing(Micros.of(TroubleReader.span(entry, "bounce", null)));
    }
    if (entry.containsKey("noise")) {
      setup = setup.disturbedEvery(Micros.of(TroubleReader.span(entry, "noise", null)));
    }
    ContactSource.Modbus remote = input.contact().source() instanceof ContactSource.Modbus modbus ? modbus : null;
    Endpoint module = remote == null ? null : new Endpoint(input.pin(), remote.host(), remote.port(), remote.unit());
    return List.of(new Contacts.Fitted(input.number(), input.pin(), module, remote == null ? 0 : remote.address(), setup,
        flag(entry, "stuck", false), flag(entry, "broken", false), closings(site, entry.get("closes"))));
  }

  private static List<Closing> closings(Site site, @Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException("closes must be a list; write [{at: \"08:00\", for: 2h}]");
    }
    List<Closing> closings = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException("closes has entries like {at: \"08:00\", for: 2h}, not '" + item + "'");
      }
      Map<String, Object> closing = new LinkedHashMap<>();
      map.forEach((key, said) -> closing.put(String.valueOf(key), said));
      closings.add(closing(site, closing));
    }
    return closings;
  }

  private static Closing closing(Site site, Map<String, Object> entry) {
    for (String key : entry.keySet()) {
      if (!key.equals("at") && !key.equals("for")) {
        throw new IllegalArgumentException("closes knows at and for, not '" + key + "'");
      }
    }
    String at = String.valueOf(entry.get("at"));
    if (at.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
      return new Closing.EachDay(LocalTime.parse(at), TroubleReader.span(entry, "for", null), site.timeZone());
    }
    Duration lasting = entry.containsKey("for") ? TroubleReader.span(entry, "for", null) : null;
    return new Closing.Once(TroubleReader.span(entry, "at", null), lasting);
  }

  private static boolean flag(Map<String, Object> entry, String key, boolean otherwise) {
    Object value = entry.get(key);
    if (value == null || value instanceof Boolean) {
      return value == null ? otherwise : (Boolean) value;
    }
    throw new IllegalArgumentException(key + " is true or false, not '" + value + "'");
  }
}
