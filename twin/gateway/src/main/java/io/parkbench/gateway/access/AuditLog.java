package io.parkbench.gateway.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the latest records of who did what, as many as it may hold (ASVS 7.1.3, 7.2). Whatever text comes in, a record stays one line
 * (7.3.1); nobody hands it tokens or passwords (7.1.1).
 */
public final class AuditLog {
  private static final int LONGEST = 200;

  private final int capacity;
  private final Deque<AuditRecord> records = new ArrayDeque<>();
  private final List<Consumer<AuditRecord>> readers = new ArrayList<>();
  private long count;

  public AuditLog(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a record; {@code who} null for nobody known. */
  public void add(long now, @Nullable String who, Origin origin, AuditAction action, AuditRecord.Outcome outcome, String detail) {
    AuditRecord added;
    List<Consumer<AuditRecord>> told;
    synchronized (this) {
      added = new AuditRecord(++count, now, who == null ? "-" : plain(who), plain(origin.address()), action, outcome, plain(detail),
          plain(origin.traceId()));
      if (records.size() == capacity) {
        records.removeFirst();
      }
      records.addLast(added);
      told = List.copyOf(readers);
    }
    told.forEach(reader -> reader.accept(added));
  }

  /** Up to {@code limit} records with a number below {@code before}, the newest first; before 0: from the newest on. */
  public synchronized List<AuditRecord> newest(int limit, long before) {
    List<AuditRecord> page = new ArrayList<>();
    var newestFirst = records.descendingIterator();
    while (newestFirst.hasNext() && page.size() < limit) {
      AuditRecord each = newestFirst.next();
      if (before <= 0 || each.number() < before) {
        page.add(each);
      }
    }
    return page;
  }

  /** Hears each record as it is added, on the thread that adds it; must be quick. */
  public synchronized void onRecord(Consumer<AuditRecord> reader) {
    readers.add(reader);
  }

  /** Text that cannot begin a new line or steer a terminal, at most {@value #LONGEST} characters of it. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    int[] points = text.codePoints().limit(LONGEST).toArray();
    for (int point : points) {
      switch (Character.getType(point)) {
        case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
            Character.UNASSIGNED, Character.PRIVATE_USE ->
            plain.append(point == '\r' ? "\\r" : point == '\n' ? "\\n" : String.format(Locale.ROOT, "\\u%04x", point));
        default -> plain.appendCodePoint(point);
      }
    }
    return text.codePointCount(0, text.length()) > LONGEST ? plain.append('…').toString() : plain.toString();
  }
}
