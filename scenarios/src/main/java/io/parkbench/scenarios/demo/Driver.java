package io.parkbench.scenarios.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.scenarios.demo.command.Commands;
import io.parkbench.scenarios.demo.command.Controls;
import io.parkbench.scenarios.demo.command.Refusal;
import io.parkbench.scenarios.demo.scene.Playing;
import io.parkbench.scenarios.demo.scene.Scene;
import io.parkbench.scenarios.demo.state.RunState;
import io.parkbench.scenarios.demo.state.Snapshots;
import io.parkbench.scenarios.demo.world.World;
import io.parkbench.scenarios.demo.world.WorldPlan;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Turns the clock of the virtual car park in short slices, does between them what other threads have asked for, and tells the page what has
 * changed. Whoever calls {@link #run} is the loop's thread; it never waits for anybody who looks.
 */
final class Driver implements Controls {
  /** How long a slice may take, real time: so long a command may wait. */
  private static final long SLICE = 20_000_000;
  /** Between two looks. */
  private static final long FRAME = 100_000_000;
  /** Between two looks when nothing moves. */
  private static final long STILL_FRAME = 1_000_000_000;
  /** The machine cannot keep the speed when it is late by so much. */
  private static final long LATE = 1_000_000_000;
  /** A slice at full speed, virtual time; at 10,000 simulated seconds per second it takes 12 ms. */
  private static final long AHEAD_SLICE = 2 * Micros.MINUTE;

  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final Commands commands = new Commands(this);
  private Audience audience = Audience.NOBODY;
  private World world;
  private Snapshots snapshots;
  private @Nullable Playing playing;
  private int number = 1;
  private double speed;
  private boolean paused;
  private long aheadTo = -1;
  private boolean behind;
  private long nextFrame;
  private long sliceDue;
  private volatile boolean closed;
  private boolean changed;

  /** Who looks. */
  interface Audience {
    Audience NOBODY = new Audience() {
      @Override
      public boolean isThere() {
        return false;
      }

      @Override
      public void look() {}

      @Override
      public void another() {}
    };

    /** Whether a look is worth its while. */
    boolean isThere();

    /** Something may have changed. */
    void look();

    /** The world, or its site, is another. */
    void another();
  }

  /** @param speed simulated seconds per second */
  Driver(WorldPlan plan, double speed) {
    this.speed = speed;
    this.world = World.open(plan);
    this.snapshots = new Snapshots(world);
  }

  void watchedBy(Audience who) {
    audience = who;
  }

  /** Asks for something to be done on the loop's thread, soon; from any thread. */
  void post(Runnable task) {
    inbox.add(task);
  }

  /** Ends {@link #run}; from any thread. */
  void close() {
    closed = true;
  }

  /** Runs until it is closed, and then ends the world. */
  void run() {
    sliceDue = RealTime.nanos();
    while (!closed) {
      drain();
      if (aheadTo >= 0) {
        goAhead();
      } else if (paused) {
        RealTime.rest(SLICE / 2);
      } else {
        slice();
      }
      look();
    }
    drain();
    world.close();
  }

  private void drain() {
    for (Runnable task = inbox.poll(); task != null; task = inbox.poll()) {
      task.run();
    }
  }

  /** One slice of virtual time, when it is due. */
  private void slice() {
    sliceDue += SLICE;
    long early = sliceDue - RealTime.nanos();
    if (early > 0) {
      RealTime.rest(early);
    } else if (-early > LATE) {
      behind = true;
      sliceDue = RealTime.nanos();
    }
    VirtualTime time = world.time();
    time.runUntil(time.now() + Math.round(SLICE / 1_000.0 * speed));
  }

  private void goAhead() {
    VirtualTime time = world.time();
    time.runUntil(Math.min(aheadTo, time.now() + AHEAD_SLICE));
    if (time.now() >= aheadTo) {
      aheadTo = -1;
      restartPace();
    }
  }

  private void look() {
    long now = RealTime.nanos();
    if (!audience.isThere() || now < nextFrame) {
      return;
    }
    nextFrame = now + (paused && !changed && aheadTo < 0 ? STILL_FRAME : FRAME);
    changed = false;
    audience.look();
    behind = false;
  }

  private void restartPace() {
    sliceDue = RealTime.nanos();
    changed = true;
    nextFrame = 0;
  }

  RunState state() {
    return new RunState(number, speed, paused, aheadTo, behind, playing);
  }

  Snapshots snapshots() {
    return snapshots;
  }

  Commands commands() {
    return commands;
  }

  @Override
  public World world() {
    return world;
  }

  @Override
  public void run(double other) {
    speed = other;
    resume();
  }

  @Override
  public void pause() {
    paused = true;
    aheadTo = -1;
    restartPace();
  }

  @Override
  public void resume() {
    paused = false;
    restartPace();
  }

  @Override
  public void step(long micros) {
    pause();
    world.time().runUntil(world.time().now() + micros);
  }

  @Override
  public void stepToNews(long most) {
    pause();
    long before = world.tap().news();
    World here = world;
    here.time().runUntil(() -> here.tap().news() != before, here.time().now() + most);
  }

  @Override
  public void runAhead(long instant) {
    aheadTo = Math.max(instant, world.time().now());
    changed = true;
  }

  @Override
  public void open(WorldPlan plan, @Nullable Scene scene) {
    World other = World.open(plan);
    world.close();
    world = other;
    snapshots = new Snapshots(other);
    number++;
    aheadTo = -1;
    playing = scene == null ? null : new Playing(scene, other, command -> play(other, command));
    if (scene != null) {
      speed = scene.speed();
      paused = false;
    }
    restartPace();
    audience.another();
  }

  /** A command of a scene that cannot be carried out, because somebody has meddled, spoils no scene. */
  private void play(World in, JsonNode command) {
    try {
      commands.change(command);
    } catch (Refusal refusal) {
      in.timeline().add(in.time().now(), "scene", null, "", "not possible now: " + refusal.getMessage());
    }
  }

  @Override
  public void siteChanged() {
    changed = true;
    audience.another();
  }
}
