package io.parkbench.scenarios.demo.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened, for people: the latest few hundred sentences. */
public final class Timeline {
  private static final int KEPT = 300;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long last;

  /** In which of the two worlds something happened. */
  public enum World {
    MANAGED, UNMANAGED
  }

  /**
   * One sentence.
   *
   * @param id counts up from 1
   * @param at µs since 1970
   * @param kind a word of CONTRACT.md
   * @param world null where it is of both, or of none
   * @param subject what it is about; may be empty
   */
  public record Entry(long id, long at, String kind, @Nullable World world, String subject, String text) {}

  /** Something has happened. */
  public void add(long at, String kind, @Nullable World world, String subject, String text) {
    if (entries.size() == KEPT) {
      entries.removeFirst();
    }
    entries.addLast(new Entry(++last, at, kind, world, subject, text));
  }

  /** The id of the latest; 0 where nothing has happened. */
  public long last() {
    return last;
  }

  /** What is kept and came after {@code id}, oldest first. */
  public List<Entry> after(long id) {
    return entries.stream().filter(entry -> entry.id() > id).toList();
  }
}
