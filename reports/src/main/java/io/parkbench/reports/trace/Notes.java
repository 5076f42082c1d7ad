package io.parkbench.reports.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Sentences in the order of time, e.g. why a setpoint is what it is. Of a run of many days only the first are kept; the
 * last one kept then says so.
 */
public final class Notes {
  /** One sentence and the instant from which it holds, µs since 1970. */
  public record Note(long instant, String text) {}

  private static final int MOST = 500;
  private static final String NO_MORE = "(what follows is in the recording)";

  private final List<Note> notes = new ArrayList<>();

  /** Adds the sentence unless it is the one that holds already. */
  public void add(long instant, String text) {
    if (notes.size() < MOST && (notes.isEmpty() || !notes.getLast().text().equals(text))) {
      notes.add(new Note(instant, notes.size() == MOST - 1 ? NO_MORE : text));
    }
  }

  public List<Note> list() {
    return notes;
  }
}
