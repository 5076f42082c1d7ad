package io.parkbench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class InstantHeapTest {
  private record Due(long instant, int turn) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return Comparator.comparingLong(Due::instant).thenComparingInt(Due::turn).compare(this, other);
    }
  }

  @Test
  void givesWhatIsDueAsAPriorityQueueDoes() {
    Chance chance = new Seed(1).fork("heap");
    InstantHeap<Due> heap = new InstantHeap<>();
    PriorityQueue<Due> peer = new PriorityQueue<>();
    for (int turn = 0; turn < 20_000; turn++) {
      if (chance.happens(0.6)) {
        Due due = new Due(chance.between(0, 500), turn);
        heap.add(due.instant(), due.turn(), due);
        peer.add(due);
      } else {
        assertEquals(peer.peek(), heap.peek());
        assertEquals(peer.poll(), heap.poll());
      }
      if (turn % 1_000 == 0) {
        int odd = turn / 1_000 % 2;
        heap.removeIf(due -> due.turn() % 3 == odd);
        peer.removeIf(due -> due.turn() % 3 == odd);
        assertEquals(peer.size(), heap.size());
      }
    }
    while (!peer.isEmpty()) {
      assertEquals(peer.poll(), heap.poll());
    }
    assertNull(heap.poll());
  }

  @Test
  void clearedItIsEmpty() {
    InstantHeap<Due> heap = new InstantHeap<>();
    heap.add(1, 1, new Due(1, 1));
    heap.clear();
    assertNull(heap.peek());
  }
}
