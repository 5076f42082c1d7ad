package io.parkbench.plant.charger;

import io.parkbench.kernel.Acceptor;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seam between a station and the net: its handshakes, and which links it lets go of, by its quirks. */
final class WireQuirks implements Net {
  /** How long a link is good before {@code half-open-tcp} and {@code overlapping-sockets} show. */
  private static final long GOOD_FOR = 5 * Micros.MINUTE;

  private static final long LOOP_UP = 5 * Micros.SECOND;
  private static final long LOOP_DOWN = Micros.SECOND;

  private final StationLoop loop;
  private final Net net;
  private final Quirks quirks;
  private @Nullable QuirkyLink newest;
  private Faults.@Nullable Guard silence;
  private boolean resigned;
  private @Nullable Runnable missed;

  WireQuirks(StationLoop loop, Net net, Quirks quirks) {
    this.loop = loop;
    this.net = net;
    this.quirks = quirks;
  }

  /** The electronics start: whatever they had given up they try again. */
  void powerUp() {
    resigned = false;
    missed = null;
  }

  /** A quirk has been switched: the link that is up shows it too, and a station that had resigned dials again. */
  void quirkChanged() {
    Runnable dial = missed;
    if (resigned && !quirks.has(Quirk.NO_RECONNECT_AFTER_PONG_TIMEOUT)) {
      powerUp();
      if (dial != null) {
        dial.run();
      }
    }
    if (newest != null) {
      watch(newest);
    }
  }

  @Override
  public void dial(Handshake handshake, LinkListener listener) {
    if (resigned) {
      missed = () -> dial(handshake, listener);
    } else {
      boolean nameless = quirks.has(Quirk.NO_SUBPROTOCOL);
      net.dial(
          nameless ? new Handshake(handshake.identity(), List.of(), handshake.authorization()) : handshake,
          new QuirkyLink(this, loop, quirks, handshake, listener));
    }
  }

  void opened(QuirkyLink link) {
    newest = link;
    watch(link);
  }

  private void watch(QuirkyLink link) {
    if (quirks.has(Quirk.HALF_OPEN_TCP)) {
      loop.after(GOOD_FOR, () -> ifStill(link, Quirk.HALF_OPEN_TCP, this::silence));
    }
    if (quirks.has(Quirk.OVERLAPPING_SOCKETS)) {
      loop.after(GOOD_FOR, () -> ifStill(link, Quirk.OVERLAPPING_SOCKETS, () -> dial(link.asked(), link.listener())));
    }
    if (quirks.has(Quirk.RECONNECT_LOOP)) {
      loop.after(LOOP_UP, () -> ifStill(link, Quirk.RECONNECT_LOOP, () -> {
        link.hangUp();
        loop.after(LOOP_DOWN, () -> dial(link.asked(), link.listener()));
      }));
    }
  }

  private void ifStill(QuirkyLink link, Quirk quirk, Runnable then) {
    if (link.equals(newest) && link.isOpen() && quirks.has(quirk)) {
      then.run();
    }
  }

  private void silence() {
    QuirkyLink link = newest;
    if (link != null && silence == null) {
      silence = net.faults().add(Links.of(link.identity()), new Fault.Silence());
    }
  }

  /** The station lets go of a link, or has lost it. */
  void gone(QuirkyLink link) {
    if (link.equals(newest)) {
      newest = null;
      if (silence != null) {
        silence.close();
        silence = null;
      }
    }
  }

  /** The station takes its peer for dead. */
  void gaveUp() {
    resigned = quirks.has(Quirk.NO_RECONNECT_AFTER_PONG_TIMEOUT);
  }

  @Override
  public void listen(Acceptor acceptor) {
    throw new UnsupportedOperationException("a station does not listen");
  }

  @Override
  public Faults faults() {
    return net.faults();
  }
}
