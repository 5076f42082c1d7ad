package io.parkbench.reports.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineQueueTest {
  private static final int LINE_BYTES = 1_000;

  @TempDir private Path folder;

  private static void append(LineQueue queue, int from, int to) {
    byte[] line = new byte[LINE_BYTES];
    for (int i = from; i < to; i++) {
      ByteBuffer.wrap(line).putInt(i);
      queue.append(7, line, line.length, i);
    }
  }

  /** Everything that is in it now; line by line the number that was put in. */
  private static List<Integer> drain(LineQueue queue) throws IOException, InterruptedException {
    List<Integer> numbers = new ArrayList<>();
    LineQueue.Batch batch = new LineQueue.Batch();
    while (queue.take(batch)) {
      while (batch.next()) {
        assertEquals(7, batch.tap);
        assertEquals(LINE_BYTES, batch.size);
        numbers.add(ByteBuffer.wrap(batch.bytes(), batch.from, 4).getInt());
      }
    }
    return numbers;
  }

  private static List<Integer> numbers(int to) {
    return IntStream.range(0, to).boxed().toList();
  }

  @Test
  void whatMemoryDoesNotHoldWaitsOnDiskInItsOrder() throws Exception {
    try (LineQueue queue = new LineQueue(folder, 100_000_000)) {
      append(queue, 0, 20_000);
      assertTrue(queue.onDisk() > 10_000_000, "on disk: " + queue.onDisk());
      LineQueue.Batch batch = new LineQueue.Batch();
      assertTrue(queue.take(batch));
      List<Integer> all = new ArrayList<>();
      while (batch.next()) {
        all.add(ByteBuffer.wrap(batch.bytes(), batch.from, 4).getInt());
      }
      append(queue, 20_000, 25_000);
      all.addAll(drain(queue));
      append(queue, 25_000, 25_010);
      all.addAll(drain(queue));
      assertEquals(numbers(25_010), all);
      assertEquals(0, queue.dropped());
      assertEquals(0, queue.onDisk());
    }
    assertNoFile();
  }

  @Test
  void whatTheDiskMayNotHoldIsDroppedAndCounted() throws Exception {
    try (LineQueue queue = new LineQueue(folder, 1_000_000)) {
      append(queue, 0, 20_000);
      int kept = (int) (20_000 - queue.dropped());
      assertTrue(kept > 4_000 && kept < 6_000, "4 MB of memory and 1 MB of disk keep " + kept);
      assertEquals(kept, queue.firstDropped());
      assertEquals(19_999, queue.lastDropped());
      assertEquals(numbers(kept), drain(queue));
      append(queue, 0, 10);
      assertEquals(numbers(10), drain(queue), "there is room again");
    }
  }

  @Test
  void aLineLongerThanMemoryGoesThrough() throws Exception {
    try (LineQueue queue = new LineQueue(folder, 100_000_000)) {
      byte[] line = new byte[20_000_000];
      queue.append(1, line, line.length, 0);
      LineQueue.Batch batch = new LineQueue.Batch();
      assertTrue(queue.take(batch));
      assertTrue(batch.next());
      assertEquals(line.length, batch.size);
      assertFalse(batch.next());
    }
  }

  private void assertNoFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count(), "the spool file is to be gone");
    }
  }
}
