package io.parkbench.kernel;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A queue of what is due, by instant and then by turn, which no two share. Both lie side by side, four children to a parent, so that
 * comparisons touch no element: all that a run does passes through here.
 */
final class InstantHeap<E> {
  private static final int CHILDREN = 4;

  private long[] instants = new long[1024];
  private long[] turns = new long[1024];
  private @Nullable Object[] elements = new Object[1024];
  private int size;

  void add(long instant, long turn, E element) {
    if (size == instants.length) {
      instants = Arrays.copyOf(instants, 2 * size);
      turns = Arrays.copyOf(turns, 2 * size);
      elements = Arrays.copyOf(elements, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / CHILDREN;
      if (!isBefore(instant, turn, parent)) {
        break;
      }
      move(parent, at);
      at = parent;
    }
    put(instant, turn, element, at);
  }

  /** The first; null if there is none. */
  @Nullable
  E peek() {
    return size == 0 ? null : element(0);
  }

  /** Takes the first out; null if there is none. */
  @Nullable
  E poll() {
    if (size == 0) {
      return null;
    }
    E first = element(0);
    size--;
    E last = element(size);
    elements[size] = null;
    if (size > 0) {
      sink(instants[size], turns[size], last);
    }
    return first;
  }

  int size() {
    return size;
  }

  /** Takes out all that {@code done} says are. */
  void removeIf(Predicate<? super E> done) {
    int all = size;
    size = 0;
    for (int i = 0; i < all; i++) {
      long instant = instants[i];
      long turn = turns[i];
      E element = element(i);
      if (!done.test(element)) {
        add(instant, turn, element);
      }
    }
    Arrays.fill(elements, size, all, null);
  }

  void clear() {
    Arrays.fill(elements, 0, size, null);
    size = 0;
  }

  private void sink(long instant, long turn, E element) {
    int at = 0;
    for (int first = 1; first < size; first = CHILDREN * at + 1) {
      int least = first;
      int end = Math.min(first + CHILDREN, size);
      for (int child = first + 1; child < end; child++) {
        if (isBefore(instants[child], turns[child], least)) {
          least = child;
        }
      }
      if (isBefore(instant, turn, least)) {
        break;
      }
      move(least, at);
      at = least;
    }
    put(instant, turn, element, at);
  }

  private boolean isBefore(long instant, long turn, int other) {
    long its = instants[other];
    return instant != its ? instant < its : turn < turns[other];
  }

  private void move(int from, int to) {
    instants[to] = instants[from];
    turns[to] = turns[from];
    elements[to] = elements[from];
  }

  private void put(long instant, long turn, E element, int at) {
    instants[at] = instant;
    turns[at] = turn;
    elements[at] = element;
  }

  @SuppressWarnings("unchecked") // only E's are put in
  private E element(int at) {
    return (E) elements[at];
  }
}
