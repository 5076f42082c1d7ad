package io.parkbench.wire;

import io.parkbench.kernel.Acceptor;
import io.parkbench.kernel.Admission;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Direction;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Exchanges;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.FaultRules;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.LinkRecorder;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.PinWires;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Responder;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.Time;
import io.parkbench.kernel.WebService;
import io.parkbench.wire.modbus.LiveModbus;
import io.parkbench.wire.pins.LivePins;
import io.parkbench.wire.web.LiveWeb;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Links over real sockets in real time, to our own stations and gateways or to anybody's, exchanges with real devices or ours, and HTTP.
 * Frames come as they come; faults bear on what our own ends send, and cut or silence a link as a whole. What faults do to requests
 * and replies is decided at the asking end.
 */
public final class LiveNet implements Net, AutoCloseable {
  private static final Pattern STATUS = Pattern.compile("status code received: (\\d{3})");

  private static final int PORT_MAX = 65_535;
  /** The real one is latency enough. */
  private static final Latency NO_LATENCY = new Latency(0, 0);

  private final Time time;
  private final Seed seed;
  private final LinkRecorder recorder;
  private final FaultRules faults;
  private final WebSockets sockets;
  private final LiveModbus modbus;
  private final Exchanges<byte[], byte[]> exchanges;
  private final Exchange exchange;
  private final LiveWeb web;
  private final PinWires wires;
  private final LivePins pins;
  private final List<LiveLink> links = new ArrayList<>();
  /** By address and unit, what faults call the devices that are asked from elsewhere. */
  private final Map<String, String> asked = new LinkedHashMap<>();
  private final Map<String, Chance> chances = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private @Nullable Acceptor acceptor;
  private @Nullable URI central;
  private long frames;

  /**
   * @param time whose thread does all the work
   * @param frameBytesMax a longer message closes its link with code 1009
   */
  public LiveNet(Time time, Seed seed, Recording recording, int frameBytesMax) {
    this.time = time;
    this.seed = seed;
    this.recorder = new LinkRecorder(recording);
    this.faults = new FaultRules(new OnFault());
    this.sockets = new WebSockets(time, frameBytesMax);
    this.modbus = new LiveModbus(time);
    this.exchanges = new Exchanges<>(time, seed, NO_LATENCY, faults, "modbus", modbus::way);
    this.exchange = exchanges::ask;
    this.web = new LiveWeb(time, seed, recording, faults);
    this.wires = new PinWires(time, seed, faults, recording);
    this.pins = new LivePins(time, wires, recording);
  }

  @Override
  public void serve(String host, int port, Responder device) {
    String address = Endpoint.address(host, port);
    modbus.serve(host, port, (unit, request, reply) -> {
      String name = asked.get(address + "/" + unit);
      if (name == null || !faults.isUnreachable(name)) {
        device.asked(unit, request, reply);
      }
    });
  }

  /**
   * Who asks this device is elsewhere from now on, so that no fault can be decided at that end: one that is cut off or silent does not
   * answer.
   */
  public void askedFromElsewhere(Endpoint device) {
    asked.put(device.address() + "/" + device.unit(), device.name());
  }

  @Override
  public Exchange exchange() {
    return exchange;
  }

  /** Of those that are not driven in this process, what the machine has: files and GPIO lines, on which faults do not bear. */
  @Override
  public Pins pins() {
    return pins;
  }

  @Override
  public void serveWeb(String host, int port, WebService service) {
    web.serve(host, port, service);
  }

  /** Asks the servers of this site, and others'; serves for others. */
  @Override
  public LiveWeb web() {
    return web;
  }

  /** Real devices, and ours for others to ask. */
  public LiveModbus modbus() {
    return modbus;
  }

  /**
   * Serves handshakes at {@code address} for whoever calls {@link #listen}.
   *
   * @return the port, a free one if 0 was asked for
   * @throws UncheckedIOException when the address is taken or not ours
   */
  public int bind(InetSocketAddress address) {
    return sockets.listen(address, this::judge);
  }

  /** Who introduces itself so is called otherwise here, and in the recording: a real device that takes a simulated one's place. */
  public void call(String identity, String name) {
    names.put(identity, name);
  }

  /**
   * Stations dial here from now on: their identity becomes the last segment of the path.
   *
   * @param url {@code ws://host[:port][/path]}; anything else throws {@link IllegalArgumentException}
   */
  public void dialTo(URI url) {
    if (!"ws".equals(url.getScheme()) || url.getHost() == null || url.getPort() > PORT_MAX) {
      throw new IllegalArgumentException("not a ws://host:port/path URL: " + url + " (wss:// is not supported yet)");
    }
    central = url;
  }

  /** Text frames that arrived at our ends. */
  public long frames() {
    return frames;
  }

  @Override
  public void listen(Acceptor newAcceptor) {
    acceptor = newAcceptor;
  }

  @Override
  public Faults faults() {
    return faults;
  }

  private @Nullable ConnectionListener judge(Handshake heard, Connection connection) {
    Acceptor judge = acceptor;
    Handshake handshake = heard.called(names.getOrDefault(heard.identity(), heard.identity()));
    connection.handshake(handshake);
    if (judge == null || faults.isUnreachable(handshake.identity())) {
      return null;
    }
    return switch (judge.admit(handshake)) {
      case Admission.Accepted(String subprotocol, LinkListener listener) -> link(connection, Direction.DOWN, listener);
      case Admission.Refused(int status, String reason) -> {
        recorder.link(time.now(), handshake.identity(), "refused", status, reason);
        yield null;
      }
    };
  }

  @Override
  public void dial(Handshake handshake, LinkListener listener) {
    URI url = central;
    if (url == null) {
      throw new IllegalStateException("no central system to dial: call dialTo first");
    }
    if (faults.isUnreachable(handshake.identity())) {
      time.execute(() -> listener.refused(handshake, 0));
      return;
    }
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    InetSocketAddress address = new InetSocketAddress(url.getHost(), url.getPort() < 0 ? 80 : url.getPort());
    try {
      Connection connection = sockets.connect(address, path + "/" + Urls.escape(handshake.identity()), handshake);
      connection.hearBy(link(connection, Direction.UP, listener));
    } catch (UncheckedIOException e) {
      time.execute(() -> {
        refused(handshake.identity(), 0, String.valueOf(e.getMessage()));
        listener.refused(handshake, 0);
      });
    }
  }

  private LiveLink link(Connection connection, Direction sends, LinkListener listener) {
    String identity = connection.handshake().identity();
    Chance chance = chances.computeIfAbsent(identity + "/" + sends, seed::fork);
    return new LiveLink(this, connection, sends, listener, chance);
  }

  void opened(LiveLink link) {
    links.add(link);
    recorder.link(time.now(), link.identity(), "open", 101);
  }

  void over(LiveLink link, int code, String why) {
    if (links.remove(link)) {
      recorder.link(time.now(), link.identity(), code == 1006 ? "cut" : "close", code, why);
    }
  }

  /** A station of ours was not let in; where the central system is ours too, it has written that down already. */
  void refused(String identity, int status, String why) {
    if (acceptor == null) {
      recorder.link(time.now(), identity, "refused", status, status == 0 ? why : "");
    }
  }

  /** The status named in what the engine says about a handshake that failed, or 0. */
  static int statusIn(String reason) {
    Matcher matcher = STATUS.matcher(reason);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** Whether the other end of {@code link} is one of ours as well. */
  boolean isOurs(LiveLink link) {
    return links.stream().anyMatch(other -> other.identity().equals(link.identity()) && other.sends() != link.sends());
  }

  void countFrame() {
    frames++;
  }

  Time time() {
    return time;
  }

  LinkRecorder recorder() {
    return recorder;
  }

  FaultRules rules() {
    return faults;
  }

  /** What a fault does at once when it comes and when it goes. */
  private final class OnFault implements FaultRules.Listener {
    @Override
    public void began(FaultRules.Rule rule) {
      recorder.fault(time.now(), true, rule);
      if (rule.fault() instanceof Fault.Cut) {
        for (LiveLink link : List.copyOf(links)) {
          if (rule.touches(link.identity())) {
            link.cut();
          }
        }
        exchanges.cut(rule);
        web.cut(rule);
        wires.cut(rule);
      }
    }

    @Override
    public void healed(FaultRules.Rule rule) {
      recorder.fault(time.now(), false, rule);
      for (LiveLink link : List.copyOf(links)) {
        link.release();
      }
      exchanges.healed();
      web.healed();
      wires.healed(rule);
    }
  }

  @Override
  public void close() {
    sockets.close();
    modbus.close();
    pins.close();
    web.close();
  }
}
