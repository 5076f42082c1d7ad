package io.parkbench.plant.input;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.PinDriver;
import io.parkbench.kernel.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A contact and its wire to a pin: closed, it puts the pin high (low, where it is wired the other way round). It bounces when it moves,
 * may be stuck, and its wire may be broken or disturbed: a broken one leaves the pin low, whatever the contact does.
 */
public final class Contact {
  /** Between two edges of a bounce, µs. */
  private static final long EDGE_MIN = 200;
  private static final long EDGE_MAX = 1_500;
  /** How long a disturbance lasts, µs. */
  private static final long SPIKE_MIN = Micros.MILLISECOND;
  private static final long SPIKE_MAX = 10 * Micros.MILLISECOND;

  private final Loop loop;
  private final Chance chance;
  private final PinDriver pin;
  private ContactSetup setup;
  /** Where what moves it has put it. */
  private boolean moved;
  /** Where it is. */
  private boolean closed;
  /** Whether it touches now, which while it bounces is another thing. */
  private boolean touching;
  private boolean stuck;
  private boolean broken;
  private boolean disturbed;
  private boolean high;
  private long bounceEnd;
  private @Nullable Timer bounce;
  private @Nullable Timer spike;
  private final List<Consumer<Boolean>> watchers = new ArrayList<>();

  /**
   * An open contact.
   *
   * @param chance of this contact alone
   * @param pin driven from now on
   */
  public Contact(ContactSetup setup, Loop loop, Chance chance, PinDriver pin) {
    this.setup = setup;
    this.loop = loop;
    this.chance = chance;
    this.pin = pin;
    high = setup.inverted();
    pin.drive(high);
    awaitSpike();
  }

  /** It is moved to touch, and does unless it is stuck. */
  public void close() {
    move(true);
  }

  /** It is moved not to touch. */
  public void open() {
    move(false);
  }

  private void move(boolean to) {
    moved = to;
    if (!stuck && closed != to) {
      closed = to;
      bounceFor(setup.bounce(), EDGE_MIN, EDGE_MAX);
    }
  }

  /** It bounces for so many µs and is then where it was. */
  public void bounce(long micros) {
    bounceFor(micros, EDGE_MIN, EDGE_MAX);
  }

  /** It touches and lets go, over and over for so many µs, {@code hertz} times a second; and is then where it was. */
  public void chatter(long micros, double hertz) {
    long half = Math.max(1, Math.round(Micros.SECOND / hertz / 2));
    bounceFor(micros, half, half);
  }

  /** Each edge some time after the one before, drawn from the range; then still. The first one is now. */
  private void bounceFor(long micros, long edgeMin, long edgeMax) {
    if (bounce != null) {
      bounce.cancel();
    }
    bounceEnd = loop.now() + micros;
    if (micros == 0) {
      rest();
    } else {
      touch(!touching, edgeMin, edgeMax);
    }
  }

  private void touch(boolean now, long edgeMin, long edgeMax) {
    touching = now;
    show();
    long next = loop.now() + chance.between(edgeMin, edgeMax);
    bounce = next < bounceEnd ? loop.at(next, () -> touch(!touching, edgeMin, edgeMax)) : loop.at(bounceEnd, this::rest);
  }

  private void rest() {
    bounce = null;
    touching = closed;
    show();
  }

  private void show() {
    boolean level = !broken && (touching ^ setup.inverted() ^ disturbed);
    if (level != high) {
      high = level;
      pin.drive(level);
      watchers.forEach(watcher -> watcher.accept(level));
    }
  }

  /** Tells {@code watcher} each level that it gives its pin from now on. */
  public void watch(Consumer<Boolean> watcher) {
    watchers.add(watcher);
  }

  /** It stays where it is, whatever moves it; let go, it follows again. */
  public void stick(boolean on) {
    stuck = on;
    if (!on) {
      move(moved);
    }
  }

  /** Its wire is broken, or mended. */
  public void breakWire(boolean on) {
    broken = on;
    show();
  }

  /** It is wired the other way round, or as it should be. */
  public void invert(boolean on) {
    setup = setup.inverted(on);
    show();
  }

  /** Its wire is disturbed every so many µs on average, for 1 to 10 ms; 0 for never. */
  public void disturb(long everyMicros) {
    setup = setup.disturbedEvery(everyMicros);
    if (spike != null) {
      spike.cancel();
      spike = null;
    }
    disturbed = false;
    show();
    awaitSpike();
  }

  private void awaitSpike() {
    if (setup.noise() > 0) {
      spike = loop.after(chance.between(1, 2 * setup.noise()), () -> {
        disturbed = true;
        show();
        spike = loop.after(chance.between(SPIKE_MIN, SPIKE_MAX), () -> {
          disturbed = false;
          show();
          awaitSpike();
        });
      });
    }
  }

  /** Whether it is closed, bouncing aside. */
  public boolean isClosed() {
    return closed;
  }

  /** The level it gives its pin now. */
  public boolean isHigh() {
    return high;
  }
}
