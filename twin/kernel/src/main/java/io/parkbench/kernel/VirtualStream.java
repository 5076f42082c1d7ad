package io.parkbench.kernel;

import io.parkbench.kernel.Lane.Transit;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A stream in virtual time, from the server's reply on. What happens when (the written behaviour, held by the contract test):
 *
 * <ul>
 *   <li>Chunks arrive in order, each after a latency drawn when it is sent, none before the head. What is dropped, silenced or corrupted
 *       vanishes; delay and hold keep back all that is behind as well.
 *   <li>The server's end arrives behind its chunks. A client's goodbye takes its latency too. Where one is lost, the other end does not know.
 *   <li>A chunk that arrives where nobody listens any more is answered with a goodbye.
 *   <li>A cut breaks the stream at both ends at once, the client first; everything under way is lost.
 * </ul>
 */
final class VirtualStream implements WebStream.Outlet {
  private final VirtualWeb web;
  private final VirtualTime time;
  private final Carrier carrier;
  private final Endpoint to;
  private final WebStream server;
  private final Pipe up;
  private final Pipe down;
  private final ArrayDeque<Transit> beforeHead = new ArrayDeque<>();
  private final int number;
  private @Nullable WebAnswer client;
  private boolean clientGone;
  private boolean serverGone;
  /** Whether it is on the carrier. */
  private boolean carried;

  VirtualStream(VirtualWeb web, int number, Endpoint to, WebStream server) {
    this.web = web;
    this.time = web.time();
    this.carrier = web.carrier();
    this.number = number;
    this.to = to;
    this.server = server;
    this.up = web.pipe(to, Direction.UP, this::put, this::arrived);
    this.down = web.pipe(to, Direction.DOWN, goodbye -> {}, goodbye -> closeServer("close"));
  }

  Endpoint to() {
    return to;
  }

  /** Tells the server that it may send; at the instant of its reply. */
  void open() {
    time.execute(() -> server.opened(this));
  }

  /** Opens it on the carrier, at the instant at which the head is heard. */
  void carry(WebRequest request, WebResponse head) {
    carrier.openStream(number, to, request, head);
    carried = true;
    beforeHead.forEach(this::put);
    up.underWay().forEach(this::put);
  }

  /** The head has been told to {@code answer}, which hears the chunks from now on. */
  void heardBy(WebAnswer answer) {
    client = answer;
    while (!beforeHead.isEmpty()) {
      deliver(beforeHead.remove());
    }
  }

  @Override
  public void send(String text) {
    if (serverGone || text.isEmpty()) {
      return;
    }
    String lost = up.send(text);
    if (!lost.isEmpty()) {
      web.recorder().lost(time.now(), to.name(), time.now(), text, lost);
    }
  }

  @Override
  public void end() {
    if (!serverGone) {
      serverGone = true;
      up.send("");
      forgetIfOver();
    }
  }

  private void put(Transit transit) {
    if (carried && transit.frame != null) {
      carrier.carryChunk(number, transit.frame.text());
    }
  }

  private void arrived(Transit transit) {
    if (client == null && !clientGone) {
      beforeHead.add(transit);
    } else {
      deliver(transit);
    }
  }

  private void deliver(Transit transit) {
    collect(transit);
    WebAnswer listener = client;
    if (clientGone || listener == null) {
      lose(transit, "nobody");
      if (!serverGone) {
        down.send("");
      }
    } else if (web.isUnreachable(to)) {
      lose(transit, "silence");
    } else if (transit.frame == null) {
      uncarry(Direction.UP);
      clientGone = true;
      web.recorder().over(time.now(), to.name(), "end");
      forgetIfOver();
      listener.ended();
    } else {
      web.recorder().chunk(time.now(), to.name(), transit.sent, transit.frame.text());
      listener.heard(transit.frame.text());
    }
  }

  private void collect(Transit transit) {
    if (carried && transit.frame != null) {
      String heard = carrier.collectChunk(number);
      if (!heard.equals(transit.frame.text())) {
        throw new IllegalStateException(
            "the wire changed a chunk for " + to + ": sent " + transit.frame.text() + ", heard " + heard);
      }
    }
  }

  private void breakOff(Transit transit) {
    collect(transit);
    lose(transit, "closed");
  }

  private void lose(Transit transit, String why) {
    if (transit.frame != null) {
      web.recorder().lost(time.now(), to.name(), transit.sent, transit.frame.text(), why);
    }
  }

  /** The client lets go, or has never heard the head in time. */
  void letGo() {
    if (clientGone) {
      return;
    }
    clientGone = true;
    beforeHead.forEach(this::collect);
    up.underWay().forEach(this::collect);
    uncarry(Direction.DOWN);
    web.recorder().over(time.now(), to.name(), "cancel");
    if (!serverGone) {
      down.send("");
    }
    forgetIfOver();
  }

  /** The cable is out. */
  void cut() {
    beforeHead.forEach(this::breakOff);
    beforeHead.clear();
    up.breakOff(this::breakOff, transit -> lose(transit, "closed"));
    down.breakOff(goodbye -> {}, goodbye -> {});
    uncarry(Direction.DOWN);
    WebAnswer listener = client;
    if (!clientGone && listener != null) {
      time.execute(listener::ended);
    }
    clientGone = true;
    closeServer("cut");
  }

  /** The server learns that nobody listens. */
  void closeServer(String how) {
    if (!serverGone) {
      serverGone = true;
      web.recorder().over(time.now(), to.name(), how);
      time.execute(server::closed);
    }
    forgetIfOver();
  }

  void release() {
    up.release();
    down.release();
  }

  private void uncarry(Direction by) {
    if (carried) {
      carried = false;
      carrier.closeStream(number, by);
    }
  }

  private void forgetIfOver() {
    if (clientGone && serverGone) {
      web.forget(this);
    }
  }
}
