package io.parkbench.reports.page;

import io.parkbench.kernel.Micros;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells instants of the run in site time, with the date only where a run is longer than a day. */
final class Clock {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

  private final ZoneId zone;
  private final boolean dated;

  Clock(ZoneId zone, long from, long until) {
    this.zone = zone;
    this.dated = until - from > Micros.DAY;
  }

  /** The instant (µs since 1970), e.g. {@code 08:41:05}. */
  String at(long instant) {
    return local(instant).format(dated ? BOTH : TIME);
  }

  /** Both ends of a span with its date, e.g. {@code 5 Jan 2026, 08:00:00 to 11:00:00}. */
  String span(long from, long until) {
    return dated ? local(from).format(DATE) + " to " + local(until).format(DATE)
        : local(from).format(DATE) + ", " + at(from) + " to " + at(until);
  }

  private ZonedDateTime local(long instant) {
    return Micros.toInstant(instant).atZone(zone);
  }
}
