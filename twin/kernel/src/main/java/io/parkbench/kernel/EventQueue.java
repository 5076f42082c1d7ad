package io.parkbench.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What both times share: tasks ordered by instant, then by turn; posts from other threads; failures; pumps. */
abstract class EventQueue implements Time {
  private static final int FEW = 256;

  /** Before the turns of those that wait for the end of an instant. */
  private static final long LATE = 1L << 62;

  private final InstantHeap<Event> queue = new InstantHeap<>();
  private final Queue<Runnable> posts = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<Pump> pumps = new ArrayList<>();
  /** Whether the loop rests or is about to: who sees that first has to wake it. */
  private final AtomicBoolean resting = new AtomicBoolean();
  /** How many of those in the queue will not run, at most: where they are the most, they are taken out. */
  private int cancelled;

  private long sequence;
  private long events;
  private boolean closed;

  private final class Event implements Timer {
    final long instant;
    final @Nullable Actor actor;
    @Nullable Runnable task;

    Event(long instant, @Nullable Actor actor, Runnable task) {
      this.instant = instant;
      this.actor = actor;
      this.task = task;
    }

    @Override
    public void cancel() {
      if (task != null) {
        task = null;
        cancelled++;
      }
    }
  }

  /** One actor's view of the time. */
  private final class Actor implements Loop {
    boolean closed;

    @Override
    public long now() {
      return EventQueue.this.now();
    }

    @Override
    public Timer at(long instant, Runnable task) {
      return add(instant, false, this, task);
    }

    @Override
    public void atEndOfInstant(Runnable task) {
      add(now(), true, this, task);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Override
  public final Loop loop() {
    return new Actor();
  }

  @Override
  public final Timer at(long instant, Runnable task) {
    return add(instant, false, null, task);
  }

  @Override
  public final void atEndOfInstant(Runnable task) {
    add(now(), true, null, task);
  }

  private Timer add(long instant, boolean late, @Nullable Actor actor, Runnable task) {
    Event event = new Event(Math.max(instant, now()), actor, task);
    if (!closed) {
      if (2 * cancelled > queue.size() && cancelled > FEW) {
        queue.removeIf(each -> each.task == null);
        cancelled = 0;
      }
      queue.add(event.instant, late ? LATE + sequence : sequence, event);
      sequence++;
    }
    return event;
  }

  /** The instant of the next task, or {@link Long#MAX_VALUE}. */
  final long next() {
    Event head = queue.peek();
    while (head != null && (head.task == null || (head.actor != null && head.actor.closed))) {
      queue.poll();
      head = queue.peek();
    }
    return head == null ? Long.MAX_VALUE : head.instant;
  }

  /** Runs the next task; there must be one. */
  final void step() {
    Event event = Objects.requireNonNull(queue.poll(), "nothing is due");
    Runnable task = event.task;
    event.task = null;
    if (task != null && (event.actor == null || !event.actor.closed)) {
      events++;
      task.run();
    }
    throwFailure();
  }

  final void throwFailure() {
    Throwable cause = failure.get();
    if (cause != null) {
      throw cause instanceof RuntimeException e ? e : new IllegalStateException("the run failed: " + cause.getMessage(), cause);
    }
  }

  /** Runs what other threads asked for. */
  final boolean runPosts() {
    boolean any = false;
    for (Runnable task = posts.poll(); task != null; task = posts.poll()) {
      any = true;
      events++;
      task.run();
    }
    return any;
  }

  final boolean hasPosts() {
    return !posts.isEmpty();
  }

  /** The loop is going to rest in a pump; to be said before it looks for posts the last time, or it sleeps over one. */
  final void goesToRest() {
    resting.set(true);
  }

  /** The loop is up. */
  final void isUp() {
    resting.set(false);
  }

  final List<Pump> pumps() {
    return Collections.unmodifiableList(pumps);
  }

  @Override
  public final void post(Runnable task) {
    posts.add(task);
    // one waking is enough for a crowd of posts, and a loop that is up needs none
    if (resting.compareAndSet(true, false)) {
      wakePumps();
    }
  }

  @Override
  public final void fail(Throwable cause) {
    failure.compareAndSet(null, cause);
    wakePumps();
  }

  private void wakePumps() {
    for (Pump pump : List.copyOf(pumps)) {
      pump.wakeUp();
    }
  }

  @Override
  public final void add(Pump pump) {
    pumps.add(pump);
  }

  @Override
  public final long events() {
    return events;
  }

  @Override
  public final void close() {
    closed = true;
    queue.clear();
  }

  /** Whether {@link #close} has been called. */
  public final boolean isClosed() {
    return closed;
  }

  @Override
  public final void runUntil(long instant) {
    runUntil(() -> false, instant);
  }

  @Override
  public abstract boolean runUntil(BooleanSupplier condition, long limit);
}
