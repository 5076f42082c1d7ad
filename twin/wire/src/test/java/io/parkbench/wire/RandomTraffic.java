package io.parkbench.wire;

import io.parkbench.kernel.Admission;
import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.JsonLines;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A minute of five stations under random traffic, goodbyes and faults, cables cut with frames under way; yields its hash. */
public final class RandomTraffic implements LinkListener {
  private static final String[] NAMES = {"cp-1", "cp-2", "cp-3", "cp-4", "cp-5"};

  private final VirtualTime time = new VirtualTime(0, "");
  private final JsonLines recording = new JsonLines(OutputStream.nullOutputStream());
  private final List<Link> open = new ArrayList<>();
  private final Carrier carrier;
  private final VirtualNet net;
  private final Chance chance;
  private final int alteredFrame;
  private int sent;

  private RandomTraffic(boolean sockets, long seed, int alteredFrame) {
    this.carrier = sockets ? new SocketCarrier(time) : new MemoryCarrier();
    this.net = new VirtualNet(time, new Seed(seed), recording, carrier, Latency.LOCAL);
    this.chance = new Seed(seed).fork("traffic");
    this.alteredFrame = alteredFrame;
  }

  /** The hash of a run; frame number {@code alteredFrame} is sent with one byte changed (−1: none). */
  static String hash(boolean sockets, long seed, int alteredFrame) {
    return new RandomTraffic(sockets, seed, alteredFrame).run();
  }

  /** Prints the hash for {@code memory|loopback SEED}: for a test that compares processes. */
  public static void main(String[] args) {
    System.out.println(hash(args[0].equals("loopback"), Long.parseLong(args[1]), -1));
  }

  private String run() {
    try (carrier) {
      net.listen(handshake -> new Admission.Accepted("ocpp1.6", this));
      for (String name : NAMES) {
        net.dial(Handshake.ocpp16(name), this);
      }
      time.after(20_000, this::act);
      time.runUntil(Micros.MINUTE);
      return recording.hash() + " " + recording.lines() + " lines";
    }
  }

  private void act() {
    time.after(chance.between(1_000, 30_000), this::act);
    String name = NAMES[(int) chance.between(0, NAMES.length - 1)];
    if (open.isEmpty()) {
      net.dial(Handshake.ocpp16(name), this);
      return;
    }
    Link link = open.get((int) chance.between(0, open.size() - 1));
    int what = (int) chance.between(0, 99);
    if (what < 70) {
      say(link);
    } else if (what < 75) {
      link.ping();
    } else if (what < 78) {
      open.remove(link);
      link.close(1000, "bye");
    } else if (what < 80) {
      open.remove(link);
      link.abandon();
    } else if (what < 88) {
      net.dial(Handshake.ocpp16(name), this);
    } else {
      fault(name);
    }
  }

  private void say(Link link) {
    for (long burst = chance.between(1, 5); burst > 0; burst--) {
      String payload = "x".repeat((int) chance.between(0, 400));
      String id = String.format(Locale.ROOT, "%06d", sent++ == alteredFrame ? 999_999 : sent);
      link.send("[2,\"" + id + "\",\"DataTransfer\",{\"data\":\"" + payload + "\"}]");
    }
  }

  private void fault(String name) {
    Fault fault = switch ((int) chance.between(0, 6)) {
      case 0 -> new Fault.Cut();
      case 1 -> new Fault.Silence();
      case 2 -> new Fault.Hold();
      case 3 -> new Fault.Delay(0, 100_000);
      case 4 -> new Fault.Duplicate(0.5);
      case 5 -> new Fault.Corrupt(0.3);
      default -> new Fault.Drop(0.5);
    };
    Direction direction = chance.happens(0.5) ? Direction.UP : Direction.DOWN;
    Faults.Guard guard = net.faults().add(name::equals, direction, fault);
    time.after(chance.between(10_000, 2_000_000), guard::close);
  }

  @Override
  public void opened(Link link) {
    open.add(link);
  }

  @Override
  public void text(Link link, String text) {
    if (text.startsWith("[2") && text.hashCode() % 3 == 0) {
      link.send("[3,\"" + text.length() + "\",{}]");
    }
  }

  @Override
  public void closed(Link link, int code, String reason) {
    open.remove(link);
  }
}
