package io.parkbench.wire.modbus;

import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Responder;
import io.parkbench.kernel.VirtualTime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and replies through real Modbus TCP on this machine's loopback interface, under virtual time: each pair makes its
 * round trip within one instant, and what arrives is compared with what was sent. Every address of the site, serial lines too, has a
 * slave and one connection of its own. Empty requests, which no frame of j2mod can hold, stay in memory.
 */
public final class LoopbackModbus implements AutoCloseable {
  /** Beyond the patience of {@link VirtualTime#await}, which has more to say. */
  private static final int MILLIS_MAX = 6_000;

  private final VirtualTime time;
  private final EventLoopGroup threads = TcpSlave.threads();
  private final ExecutorService worker = Executors
      .newSingleThreadExecutor(Thread.ofPlatform().name("parkbench-modbus-master").daemon().factory());
  /** Touched by the worker only. */
  private final Map<String, Site> sites = new HashMap<>();

  private final Consumer<ChannelPipeline> habits;

  public LoopbackModbus(VirtualTime time) {
    this(time, pipeline -> {});
  }

  /** For tests: {@code habits} sees each connection of a slave. */
  LoopbackModbus(VirtualTime time, Consumer<ChannelPipeline> habits) {
    this.time = time;
    this.habits = habits;
  }

  /** One request and its reply on their way. */
  private static final class Trip {
    final Endpoint with;
    final byte[] request;
    final byte[] reply;
    volatile @Nullable String problem;
    boolean over;

    Trip(Endpoint with, byte[] request, byte[] reply) {
      this.with = with;
      this.request = request;
      this.reply = reply;
    }

    void compare(String what, byte[] sent, byte[] heard) {
      if (!Arrays.equals(sent, heard)) {
        HexFormat hex = HexFormat.of();
        problem = "the wire changed a " + what + " of " + with + ": sent " + hex.formatHex(sent) + ", heard "
            + hex.formatHex(heard);
      }
    }
  }

  /** The slave at an address, and the connection to it. */
  private final class Site implements Responder {
    final TcpSlave slave;
    final Master master;
    volatile @Nullable Trip trip;

    Site() {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      slave = new TcpSlave(threads, new InetSocketAddress(loopback, 0), this, habits);
      master = new TcpMaster(new InetSocketAddress(loopback, slave.port()));
    }

    @Override
    public void asked(int unit, byte[] request, Reply reply) {
      Trip present = trip;
      if (present != null) {
        present.compare("request", present.request, request);
        if (unit != present.with.unit()) {
          present.problem = "the wire changed the unit of " + present.with + " to " + unit;
        }
        reply.send(present.reply);
      }
    }

    void travel(Trip next) {
      trip = next;
      try {
        master.connect(MILLIS_MAX);
        next.compare("reply", next.reply, master.ask(next.with.unit(), next.request, MILLIS_MAX));
      } catch (Exception e) {
        next.problem = "an exchange with " + next.with + " failed: " + e;
      }
      trip = null;
    }
  }

  /**
   * Makes the round trip.
   *
   * @throws IllegalStateException when either arrives changed, or not at all
   */
  public void exchange(Endpoint with, byte[] request, byte[] reply) {
    if (request.length == 0) {
      return;
    }
    Trip trip = new Trip(with, request, reply);
    worker.execute(() -> {
      sites.computeIfAbsent(with.address(), address -> new Site()).travel(trip);
      time.post(() -> trip.over = true);
    });
    time.await(() -> trip.over, "an exchange with " + with);
    if (trip.problem != null) {
      throw new IllegalStateException(trip.problem);
    }
  }

  @Override
  public void close() {
    worker.execute(() -> {
      for (Site site : sites.values()) {
        site.master.close();
        site.slave.close();
      }
      threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    });
    worker.shutdown();
  }
}
