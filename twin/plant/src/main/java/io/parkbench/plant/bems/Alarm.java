package io.parkbench.plant.bems;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a building's operator is told.
 *
 * @param source {@code gateway}, or {@code Station-<OCPPIdentifier>_Alarm}
 * @param priority 1 is the most urgent
 * @param since µs since 1970
 */
public record Alarm(String source, int priority, Category category, String text, long since) {
  public static final String GATEWAY = "gateway";

  public enum Category {
    COMMUNICATION, FAULT, AVAILABILITY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a connector's status means to a station's alarm, or null where all is well. */
  static @Nullable Alarm of(SiteMap.Station station, SiteStatus.@Nullable Station told, long now) {
    Alarm worst = null;
    if (told == null || !told.connected()) {
      return alarm(station, 2, Category.COMMUNICATION, "station not connected", now);
    }
    for (var connector : told.connectors().entrySet()) {
      String text = "connector " + connector.getKey() + " " + connector.getValue().status();
      Alarm alarm = switch (connector.getValue().status()) {
        case "faulted", "faulty" -> alarm(station, 1, Category.FAULT, text, now);
        case "unknown" -> alarm(station, 2, Category.COMMUNICATION, text, now);
        case "unavailable", "not available" -> alarm(station, 3, Category.AVAILABILITY, text, now);
        default -> null;
      };
      if (alarm != null && (worst == null || alarm.priority < worst.priority)) {
        worst = alarm;
      }
    }
    return worst;
  }

  static String sourceOf(SiteMap.Station station) {
    return "Station-" + (station.ocppIdentifier().isEmpty() ? String.valueOf(station.id()) : station.ocppIdentifier()) + "_Alarm";
  }

  private static Alarm alarm(SiteMap.Station station, int priority, Category category, String text, long now) {
    return new Alarm(sourceOf(station), priority, category, text, now);
  }
}
