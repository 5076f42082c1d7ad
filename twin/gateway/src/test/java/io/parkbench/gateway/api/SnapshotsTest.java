package io.parkbench.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Readers cost the loop the same however many they are, and nobody reads what is older than the loop's last word. */
class SnapshotsTest {
  private final VirtualTime time = new VirtualTime(1_800_000_000L * Micros.SECOND, "");
  private final Facts facts = new Facts("Yard", 230, null, "b");
  private final List<Snapshot> read = new ArrayList<>();
  private int views;
  private final Snapshots snapshots = new Snapshots(time, this::view, facts, new Numbers());

  private GatewayView view() {
    views++;
    return new GatewayView(
        time.now(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), GatewayView.Remote.NONE,
        List.of());
  }

  private Snapshot read(boolean onLoop) {
    snapshots.read(new Thread(onLoop), read::add);
    return read.getLast();
  }

  /** The way back of a request that came on the loop's thread or on another. */
  private record Thread(boolean isOnLoop) implements WebService.Reply {
    @Override
    public void send(WebResponse response) {}

    @Override
    public void onLoop(Runnable task) {
      task.run();
    }
  }

  @Test
  void onTheLoopEachReadsTheInstant() {
    Snapshot first = read(true);
    assertNotSame(first, read(true));
    assertEquals(2, views);
  }

  @Test
  void elsewhereManyReadOneThatIsAtMost200MsOld() {
    Snapshot first = read(false);
    for (int i = 0; i < 1_000; i++) {
      assertSame(first, read(false));
    }
    assertEquals(1, views);
    time.runFor(Duration.ofMillis(200));
    assertNotSame(first, read(false));
    assertEquals(time.now(), read(false).view().now());
  }

  @Test
  void aCommandIsInWhatIsReadNext() {
    Snapshot first = read(false);
    time.runFor(Duration.ofMillis(1));
    Snapshot after = snapshots.refresh();
    assertNotSame(first, after);
    assertSame(after, read(false));
  }

  @Test
  void whereNobodyReadsNothingIsPublishedAndTheNextReaderReadsNothingOld() {
    read(false);
    time.runFor(Duration.ofHours(1));
    int before = views;
    time.runFor(Duration.ofHours(1));
    assertEquals(before, views);
    assertEquals(time.now(), read(false).view().now());
  }
}
