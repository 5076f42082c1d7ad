package io.parkbench.rigs;

import io.parkbench.gateway.access.PasswordRules;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.plant.bems.BemsPlan;
import io.parkbench.plant.bems.Persona;
import io.parkbench.plant.bems.Reduction;
import io.parkbench.plant.fault.TroubleReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the simulated building's client of the gateway, {@code plant.bems} (R-PLANT-5). User and password are those of a simulated
 * building; the bench makes an account with them where the site lists the user.
 *
 * <pre>
 * plant:
 *   bems:
 *     persona: microgrid        # ebo, pme or microgrid
 *     user: building
 *     password: Building 7 by the quay
 *     poll: 15s
 *     log: 15 min
 *     setup: 15 min             # start: at start only
 *     heartbeat: 5 min          # none unless said
 *     resend: true              # after a restart of the gateway
 *     schedule:
 *       - {at: "06:00", zone: main, kw: 60}
 *       - {at: "22:00", zone: main, a: 200}
 * </pre>
 */
final class BemsSection {
  private static final List<
      String> KEYS = List.of("persona", "user", "password", "poll", "log", "setup", "heartbeat", "resend", "schedule");
  private static final List<String> ENTRY_KEYS = List.of("at", "zone", "percent", "a", "kw");

  private BemsSection() {}

  /** The plan of an entry; what is wrong with it fails with {@link IllegalArgumentException} that begins with the key. */
  static BemsPlan read(Site site, Map<String, Object> entry) {
    known(entry, KEYS);
    Persona persona = Persona.named(String.valueOf(entry.getOrDefault("persona", "ebo")));
    return new BemsPlan(
        persona, text(entry, "user"), password(site, entry), span(entry, "poll", BemsPlan.USUAL_POLL),
        span(entry, "log", BemsPlan.USUAL_LOG), setup(entry),
        entry.containsKey("heartbeat") ? span(entry, "heartbeat", Duration.ZERO) : null, flag(entry, "resend"),
        schedule(site, entry.get("schedule")), site.timeZone());
  }

  /** A user of the site could not have one that breaks the rules. */
  private static String password(Site site, Map<String, Object> entry) {
    String user = text(entry, "user");
    String password = text(entry, "password");
    boolean listed = site.users().stream().anyMatch(each -> each.name().equals(user));
    String problem = listed ? new PasswordRules(site.settings().security().policy()).problem(password, user) : null;
    if (problem != null) {
      throw new IllegalArgumentException("password: " + problem);
    }
    return password;
  }

  private static @Nullable Duration setup(Map<String, Object> entry) {
    return String.valueOf(entry.getOrDefault("setup", "start")).equals("start") ? null
        : span(entry, "setup", BemsPlan.USUAL_SETUP);
  }

  private static List<BemsPlan.Entry> schedule(Site site, @Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> lines)) {
      throw new IllegalArgumentException("schedule must be a list; write [{at: \"06:00\", zone: main, kw: 60}]");
    }
    List<BemsPlan.Entry> schedule = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String place = "schedule[" + i + "]";
      if (!(lines.get(i) instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException(place + " must be a mapping; write {at: \"06:00\", zone: main, kw: 60}");
      }
      Map<String, Object> line = new LinkedHashMap<>();
      map.forEach((key, v) -> line.put(key.toString(), v));
      try {
        known(line, ENTRY_KEYS);
        schedule.add(entry(site, line));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
      }
    }
    return schedule;
  }

  private static BemsPlan.Entry entry(Site site, Map<String, Object> line) {
    String id = text(line, "zone");
    Zone zone = site.zones().stream().filter(z -> z.id().equals(id) || z.name().equals(id)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no zone is called '" + id + "'; there are "
            + String.join(", ", site.zones().stream().map(Zone::id).toList())));
    Map<String, Reduction.Unit> units = new LinkedHashMap<>();
    units.put("percent", Reduction.Unit.PERCENT);
    units.put("a", Reduction.Unit.AMPERE);
    units.put("kw", Reduction.Unit.KILOWATT);
    List<String> said = units.keySet().stream().filter(line::containsKey).toList();
    Reduction.Unit unit = said.size() == 1 ? units.get(said.getFirst()) : null;
    if (unit == null) {
      throw new IllegalArgumentException("needs one of percent, a and kw, not " + (said.isEmpty() ? "none" : said));
    }
    return new BemsPlan.Entry(time(text(line, "at")), zone.name(), LoadSection.number(said.getFirst(), line.get(said.getFirst())),
        unit);
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("at: '" + text + "' is no time of day; write it like \"06:30\"", e);
    }
  }

  private static void known(Map<String, Object> entry, List<String> keys) {
    List<String> others = entry.keySet().stream().filter(key -> !keys.contains(key)).toList();
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          "no such key: " + String.join(", ", others) + "; there are " + String.join(", ", keys));
    }
  }

  private static String text(Map<String, Object> entry, String key) {
    Object value = entry.get(key);
    if (value == null || value.toString().isBlank()) {
      throw new IllegalArgumentException("needs " + key);
    }
    return value.toString();
  }

  private static Duration span(Map<String, Object> entry, String key, Duration otherwise) {
    try {
      return entry.containsKey(key) ? TroubleReader.span(entry, key, null) : otherwise;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  private static boolean flag(Map<String, Object> entry, String key) {
    return switch (String.valueOf(entry.getOrDefault(key, false))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(key + " is true or false, not '" + entry.get(key) + "'");
    };
  }
}
