package io.parkbench.wire.modbus;

import io.netty.channel.EventLoopGroup;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchanges;
import io.parkbench.kernel.Responder;
import io.parkbench.kernel.SerialLine;
import io.parkbench.kernel.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Real Modbus in real time: the ways to addresses, and devices of our own. A device served at an address of the site is reached on
 * this machine's loopback interface, on a free port, whatever that address is.
 */
public final class LiveModbus implements AutoCloseable {
  private final Time time;
  private final Map<String, MasterQueue> queues = new LinkedHashMap<>();
  private final Map<String, Site> sites = new LinkedHashMap<>();
  /** Where the devices of the site are, for the workers that connect to them. */
  private final Map<String, InetSocketAddress> local = new ConcurrentHashMap<>();
  private final List<AutoCloseable> servers = new ArrayList<>();
  private @Nullable EventLoopGroup threads;

  public LiveModbus(Time time) {
    this.time = time;
  }

  /** An address of the site, and the device that is there now. */
  private static final class Site implements Responder {
    Responder device;

    Site(Responder device) {
      this.device = device;
    }

    @Override
    public void asked(int unit, byte[] request, Reply reply) {
      device.asked(unit, request, reply);
    }
  }

  /**
   * The way to an endpoint; all behind one address share it.
   *
   * @throws IllegalArgumentException when a serial line is not written as {@link SerialLine} says
   */
  public Exchanges.Way<byte[], byte[]> way(Endpoint to) {
    return queues.computeIfAbsent(to.address(), address -> new MasterQueue(time, address, opener(to)));
  }

  private MasterQueue.Opener opener(Endpoint to) {
    if (to.port() == 0) {
      SerialLine line = SerialLine.parse(to.host());
      return () -> {
        InetSocketAddress ours = local.get(to.address());
        return ours != null ? new TcpMaster(ours) : new RtuMaster(line);
      };
    }
    return () -> {
      InetSocketAddress ours = local.get(to.address());
      InetSocketAddress there = ours != null ? ours : new InetSocketAddress(to.host(), to.port());
      if (there.isUnresolved()) {
        throw new UnknownHostException(to.host());
      }
      return new TcpMaster(there);
    };
  }

  /** Puts a device at an address of the site, for {@link #way} only; another one that was there is gone. */
  public void serve(String host, int port, Responder device) {
    String address = Endpoint.address(host, port);
    Site site = sites.get(address);
    if (site != null) {
      site.device = device;
      return;
    }
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Site newSite = new Site(device);
    sites.put(address, newSite);
    int free = serveAt(new InetSocketAddress(loopback, 0), newSite, SlaveHabits.GOOD);
    local.put(address, new InetSocketAddress(loopback, free));
  }

  /** Where a device of the site is to be found on this machine by Modbus TCP; null where none is served at that address. */
  public @Nullable InetSocketAddress served(Endpoint at) {
    return local.get(at.address());
  }

  /**
   * Serves a device by Modbus TCP for whoever connects.
   *
   * @return the port, a free one if 0 was asked for
   * @throws UncheckedIOException when the address is taken or not ours
   */
  public int serveAt(InetSocketAddress address, Responder device, SlaveHabits habits) {
    EventLoopGroup present = threads;
    if (present == null) {
      present = TcpSlave.threads();
      threads = present;
    }
    TcpSlave slave = new TcpSlave(present, address, onLoop(device), habits.forPipelines());
    servers.add(slave);
    return slave.port();
  }

  /**
   * Serves a device, or several, by Modbus RTU on a serial line.
   *
   * @throws UncheckedIOException when the line cannot be opened
   */
  public void serveOn(SerialLine line, Responder device) {
    servers.add(new RtuSlave(line, onLoop(device)));
  }

  private Responder onLoop(Responder device) {
    return (unit, request, reply) -> time.post(() -> device.asked(unit, request, reply));
  }

  @Override
  public void close() {
    queues.values().forEach(MasterQueue::close);
    for (AutoCloseable server : servers) {
      try {
        server.close();
      } catch (Exception e) {
        throw new UncheckedIOException(new IOException("a device could not be closed: " + e.getMessage(), e));
      }
    }
    if (threads != null) {
      threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }
}
