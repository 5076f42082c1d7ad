package io.parkbench.kernel;

import io.parkbench.kernel.Lane.Transit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Links in virtual time, exchanges by the rules of {@link Exchanges}, and HTTP. This class decides: latency, order, faults, who is
 * connected, what is recorded. The {@link Carrier} moves the bytes, so that a run over sockets is the run in memory.
 *
 * <p>What happens when (the written behaviour, held by the contract test of every carrier):
 *
 * <ul>
 *   <li>The latency of a frame is drawn when it is sent, before the faults' verdict; frames of a direction never overtake.
 *   <li>A frame is put on the carrier when it is sent, or when the fault that delays or holds it (or one before it) lets go; it
 *       is taken off when it is due. A dropped frame never reaches the carrier.
 *   <li>A handshake is judged when it arrives. Cut, silent or without a listener: refused with status 0.
 *   <li>A goodbye queues behind the frames sent before it. When it arrives, the link is down at both ends; frames under way to
 *       the end that said it are lost.
 *   <li>A cut breaks the link at both ends at once (1006, the station first); everything under way is lost.
 *   <li>An abandoned link stays open at the other end, which hears nothing more. So does a silent one at both ends; a close on
 *       it never arrives.
 *   <li>A request and its reply travel on the carrier at the instant at which the reply is heard; what is lost never reaches it.
 * </ul>
 */
public final class VirtualNet implements Net {
  private final VirtualTime time;
  private final Seed seed;
  private final Carrier carrier;
  private final Latency latency;
  private final LinkRecorder recorder;
  private final FaultRules faults;
  private final Exchanges<byte[], byte[]> exchanges;
  private final Exchange exchange;
  private final VirtualWeb web;
  private final PinWires pins;
  private final Map<String, Served> addresses = new LinkedHashMap<>();
  private final Map<String, Chance> chances = new LinkedHashMap<>();
  private final List<Wire> wires = new ArrayList<>();
  private @Nullable Acceptor acceptor;
  private int wiresMade;
  private long frames;

  public VirtualNet(VirtualTime time, Seed seed, Recording recording, Carrier carrier, Latency latency) {
    this.time = time;
    this.seed = seed;
    this.carrier = carrier;
    this.latency = latency;
    this.recorder = new LinkRecorder(recording);
    this.faults = new FaultRules(new OnFault());
    this.exchanges = new Exchanges<>(time, seed, latency, faults, "modbus", to -> served(to.address()));
    this.exchange = exchanges::ask;
    this.web = new VirtualWeb(time, seed, recording, carrier, latency, faults);
    this.pins = new PinWires(time, seed, faults, recording);
  }

  /** Text frames that arrived, both ways. */
  public long frames() {
    return frames;
  }

  @Override
  public void listen(Acceptor acceptor) {
    this.acceptor = acceptor;
  }

  @Override
  public Faults faults() {
    return faults;
  }

  @Override
  public void serve(String host, int port, Responder device) {
    served(Endpoint.address(host, port)).by(device);
  }

  private Served served(String address) {
    return addresses.computeIfAbsent(address, key -> new Served(carrier));
  }

  @Override
  public Exchange exchange() {
    return exchange;
  }

  @Override
  public Pins pins() {
    return pins;
  }

  @Override
  public void serveWeb(String host, int port, WebService service) {
    web.serve(Endpoint.address(host, port), service);
  }

  @Override
  public WebClient web() {
    return web;
  }

  @Override
  public void dial(Handshake handshake, LinkListener listener) {
    Chance chance = chances.computeIfAbsent(handshake.identity(), identity -> seed.fork(identity + "/link"));
    long there = latency.draw(chance);
    long back = latency.draw(chance);
    time.after(there, () -> admit(handshake, listener, chance, back));
  }

  private void admit(Handshake handshake, LinkListener listener, Chance chance, long back) {
    Acceptor judge = acceptor;
    if (judge == null || faults.isUnreachable(handshake.identity())) {
      refuse(handshake, listener, 0, back);
      return;
    }
    switch (judge.admit(handshake)) {
      case Admission.Refused(int status, String reason) -> {
        carrier.refuse(handshake, status);
        refuse(handshake, listener, status, back);
      }
      case Admission.Accepted(String subprotocol, LinkListener central) -> {
        Wire wire = new Wire(wiresMade++, handshake, chance, listener, central);
        carrier.open(wire.number, handshake, subprotocol);
        wires.add(wire);
        recorder.link(time.now(), handshake.identity(), "open", 101);
        wire.down.lastDue = time.now() + back;
        time.after(back, wire::reachStation);
        wire.central.open = true;
        central.opened(wire.central);
      }
    }
  }

  private void refuse(Handshake handshake, LinkListener listener, int status, long back) {
    recorder.link(time.now(), handshake.identity(), "refused", status);
    time.after(back, () -> listener.refused(handshake, status));
  }

  /** What a fault does at once when it comes and when it goes. */
  private final class OnFault implements FaultRules.Listener {
    @Override
    public void began(FaultRules.Rule rule) {
      recorder.fault(time.now(), true, rule);
      if (rule.fault() instanceof Fault.Cut) {
        for (Wire wire : List.copyOf(wires)) {
          if (rule.touches(wire.handshake.identity())) {
            wire.cut();
          }
        }
        exchanges.cut(rule);
        web.cut(rule);
        pins.cut(rule);
      }
    }

    @Override
    public void healed(FaultRules.Rule rule) {
      recorder.fault(time.now(), false, rule);
      for (Wire wire : List.copyOf(wires)) {
        wire.release(wire.up);
        wire.release(wire.down);
      }
      exchanges.healed();
      web.healed();
      pins.healed(rule);
    }
  }

  /** One connection: two lanes and two ends. */
  private final class Wire {
    final int number;
    final Handshake handshake;
    final Chance chance;
    final Lane up = new Lane(Direction.UP);
    final Lane down = new Lane(Direction.DOWN);
    final End station;
    final End central;
    boolean finished;

    Wire(int number, Handshake handshake, Chance chance, LinkListener station, LinkListener central) {
      this.number = number;
      this.handshake = handshake;
      this.chance = chance;
      this.station = new End(this, up, station);
      this.central = new End(this, down, central);
    }

    String identity() {
      return handshake.identity();
    }

    End receiver(Lane lane) {
      return lane == up ? central : station;
    }

    void reachStation() {
      if (finished) {
        station.listener.refused(handshake, 0);
      } else {
        station.open = true;
        station.listener.opened(station);
      }
    }

    void send(Lane lane, Frame frame, boolean raw) {
      long now = time.now();
      long takes = latency.draw(chance);
      switch (faults.judge(identity(), lane.direction, chance)) {
        case FaultRules.Verdict.Lost(String why) -> recorder.lost(now, identity(), lane.direction, now, frame, raw, why);
        case FaultRules.Verdict.Hindered odd -> {
          Frame altered = odd.alter(frame, chance);
          for (int i = odd.copies(frame); i > 0; i--) {
            enqueue(lane, Transit.of(altered, raw || odd.corrupt(), now, takes, odd.delay(), odd.hold()));
          }
        }
        case FaultRules.Verdict.Pass() -> enqueue(lane, Transit.of(frame, raw, now, takes, 0, null));
      }
    }

    void sayGoodbye(Lane lane, int code, String reason) {
      long now = time.now();
      long takes = latency.draw(chance);
      switch (faults.judge(identity(), lane.direction, chance)) {
        case FaultRules.Verdict.Lost lost -> loseGoodbye(code);
        case FaultRules.Verdict.Hindered odd ->
            enqueue(lane, Transit.goodbye(now, takes, odd.delay(), odd.hold(), code, reason));
        case FaultRules.Verdict.Pass() -> enqueue(lane, Transit.goodbye(now, takes, 0, null, code, reason));
      }
    }

    private void enqueue(Lane lane, Transit transit) {
      lane.waiting.add(transit);
      if (lane.waiting.size() == 1) {
        release(lane);
      }
    }

    /** Lets go on the wire what no fault keeps any longer. */
    void release(Lane lane) {
      if (finished) {
        return;
      }
      long now = time.now();
      for (Transit head = lane.waiting.peek(); head != null; head = lane.waiting.peek()) {
        if (!head.isReady(now)) {
          if (now < head.ready) {
            time.at(head.ready, () -> release(lane));
          }
          return;
        }
        lane.waiting.remove();
        if (head.frame != null) {
          carrier.carry(number, lane.direction, head.frame);
        }
        lane.lastDue = Math.max(now + head.latency, lane.lastDue);
        lane.onWire.add(head);
        time.at(lane.lastDue, () -> arrive(lane));
      }
    }

    private void arrive(Lane lane) {
      if (finished) {
        return;
      }
      Transit transit = lane.onWire.remove();
      Frame sent = transit.frame;
      End receiver = receiver(lane);
      if (sent == null) {
        arriveGoodbye(lane, transit);
        return;
      }
      collect(lane, sent);
      if (!receiver.open) {
        recorder.lost(time.now(), identity(), lane.direction, transit.sent, sent, transit.raw, "nobody");
      } else if (faults.isUnreachable(identity())) {
        recorder.lost(time.now(), identity(), lane.direction, transit.sent, sent, transit.raw, "silence");
      } else {
        recorder.frame(time.now(), identity(), lane.direction, transit.sent, sent, transit.raw);
        receiver.hear(sent);
      }
    }

    private void collect(Lane lane, Frame sent) {
      Frame heard = carrier.collect(number, lane.direction);
      if (!heard.equals(sent)) {
        throw new IllegalStateException(
            "the wire changed a frame of " + identity() + " " + lane.direction + ": sent " + sent + ", heard " + heard);
      }
    }

    private void arriveGoodbye(Lane lane, Transit goodbye) {
      if (faults.isUnreachable(identity())) {
        loseGoodbye(goodbye.code);
        return;
      }
      End receiver = receiver(lane);
      boolean told = receiver.open;
      finish("close", goodbye.code);
      carrier.close(number, lane.direction, goodbye.code, goodbye.reason);
      if (told) {
        receiver.listener.closed(receiver, goodbye.code, goodbye.reason);
      }
    }

    void cut() {
      boolean stationTold = station.open;
      boolean centralTold = central.open;
      finish("cut", 1006);
      carrier.sever(number);
      if (stationTold) {
        time.execute(() -> station.listener.closed(station, 1006, ""));
      }
      if (centralTold) {
        time.execute(() -> central.listener.closed(central, 1006, ""));
      }
    }

    private void loseGoodbye(int code) {
      recorder.link(time.now(), identity(), "close-lost", code);
      severIfDeserted();
    }

    /** An end has let go without a word. */
    void abandoned() {
      recorder.link(time.now(), identity(), "abandon", 1006);
      severIfDeserted();
    }

    /** A wire without an end that is open is gone. */
    private void severIfDeserted() {
      if (!station.open && !central.open) {
        finish("end", 1006);
        carrier.sever(number);
      }
    }

    /** Takes everything off the wire, so that it can be closed. */
    private void finish(String why, int code) {
      finished = true;
      wires.remove(this);
      station.open = false;
      central.open = false;
      for (Lane lane : List.of(up, down)) {
        for (Transit transit : lane.onWire) {
          if (transit.frame != null) {
            collect(lane, transit.frame);
            lose(lane, transit, transit.frame);
          }
        }
        for (Transit transit : lane.waiting) {
          if (transit.frame != null) {
            lose(lane, transit, transit.frame);
          }
        }
      }
      recorder.link(time.now(), identity(), why, code);
    }

    private void lose(Lane lane, Transit transit, Frame frame) {
      recorder.lost(time.now(), identity(), lane.direction, transit.sent, frame, transit.raw, "closed");
    }
  }

  /** One end of a wire, sending on {@code lane}. */
  private final class End implements Link {
    private final Wire wire;
    private final Lane lane;
    private final LinkListener listener;
    private boolean open;

    End(Wire wire, Lane lane, LinkListener listener) {
      this.wire = wire;
      this.lane = lane;
      this.listener = listener;
    }

    void hear(Frame frame) {
      switch (frame.opcode()) {
        case TEXT -> {
          frames++;
          listener.text(this, frame.text());
        }
        case PING -> wire.send(lane, Frame.PONG, false);
        case PONG -> listener.pong(this);
      }
    }

    @Override
    public String identity() {
      return wire.identity();
    }

    @Override
    public Handshake handshake() {
      return wire.handshake;
    }

    @Override
    public void send(String json) {
      send(json, false);
    }

    @Override
    public void sendRaw(String text) {
      send(text, true);
    }

    private void send(String text, boolean raw) {
      if (open) {
        wire.send(lane, new Frame(Frame.Opcode.TEXT, text), raw);
      }
    }

    @Override
    public void ping() {
      if (open) {
        wire.send(lane, Frame.PING, false);
      }
    }

    @Override
    public void close(int code, String reason) {
      if (open) {
        open = false;
        wire.sayGoodbye(lane, code, reason);
      }
    }

    @Override
    public void abandon() {
      if (open) {
        open = false;
        wire.abandoned();
      }
    }

    @Override
    public boolean isOpen() {
      return open;
    }
  }
}
