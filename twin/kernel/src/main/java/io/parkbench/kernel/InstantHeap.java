package io.parkbench.kernel;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A queue of what is due, by instant and for the same instant by the elements' own order. The instants lie side by side, four children
 * to a parent, so that most comparisons touch no element at all: half of what a run does passes through here.
 *
 * @param <E> in the order of their instants, above all
 */
final class InstantHeap<E extends Comparable<E>> {
  private static final int CHILDREN = 4;

  private long[] instants = new long[1024];
  private @Nullable Object[] elements = new Object[1024];
  private int size;

  void add(long instant, E element) {
    if (size == instants.length) {
      instants = Arrays.copyOf(instants, 2 * size);
      elements = Arrays.copyOf(elements, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / CHILDREN;
      if (!isBefore(instant, element, parent)) {
        break;
      }
      move(parent, at);
      at = parent;
    }
    put(instant, element, at);
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
      sink(instants[size], last);
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
      E element = element(i);
      if (!done.test(element)) {
        add(instant, element);
      }
    }
    Arrays.fill(elements, size, all, null);
  }

  void clear() {
    Arrays.fill(elements, 0, size, null);
    size = 0;
  }

  private void sink(long instant, E element) {
    int at = 0;
    for (int first = 1; first < size; first = CHILDREN * at + 1) {
      int least = first;
      int end = Math.min(first + CHILDREN, size);
      for (int child = first + 1; child < end; child++) {
        if (isBefore(instants[child], element(child), least)) {
          least = child;
        }
      }
      if (isBefore(instant, element, least)) {
        break;
      }
      move(least, at);
      at = least;
    }
    put(instant, element, at);
  }

  private boolean isBefore(long instant, E element, int other) {
    long its = instants[other];
    return instant != its ? instant < its : element.compareTo(element(other)) < 0;
  }

  private void move(int from, int to) {
    instants[to] = instants[from];
    elements[to] = elements[from];
  }

  private void put(long instant, E element, int at) {
    instants[at] = instant;
    elements[at] = element;
  }

  @SuppressWarnings("unchecked") // only E's are put in
  private E element(int at) {
    return (E) elements[at];
  }
}
