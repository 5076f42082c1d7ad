package io.parkbench.gateway.input;

import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.Meter;
import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.PinListener;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.Timer;
import io.parkbench.protocol.modbus.Pdu;
import org.jspecify.annotations.Nullable;

/**
 * Asks a remote I/O module for one discrete input, again and again, and tells each answer. A contact that closes and opens between two
 * polls is not seen: that is what polling is.
 */
final class DiscreteInput implements Pins.Listening, Exchange.Answer {
  private final Loop loop;
  private final Exchange exchange;
  private final Endpoint endpoint;
  private final ContactSource.Modbus source;
  private final PinListener listener;
  private final byte[] request;
  private final long poll;
  private final long timeout;
  private long dueAt;
  private @Nullable Timer timer;
  private boolean closed;

  /**
   * Asks from now on.
   *
   * @param name by which faults and the recording know it
   */
  DiscreteInput(Loop loop, Exchange exchange, String name, ContactSource.Modbus source, PinListener listener) {
    this.loop = loop;
    this.exchange = exchange;
    this.source = source;
    this.listener = listener;
    endpoint = new Endpoint(name, source.host(), source.port(), source.unit());
    request = Pdu.readDiscrete(source.address(), 1);
    poll = Micros.of(source.poll());
    timeout = Micros.of(Meter.timeout(source.poll()));
    dueAt = loop.now();
    timer = loop.at(dueAt, this::ask);
  }

  private void ask() {
    exchange.ask(endpoint, request, timeout, this);
  }

  @Override
  public void answered(byte[] reply) {
    if (closed) {
      return;
    }
    int code = Pdu.exception(reply);
    if (code != 0) {
      listener.lost(source.text() + " refuses (" + switch (code) {
        case Pdu.ILLEGAL_FUNCTION -> "it has no discrete inputs): read another device";
        case Pdu.ILLEGAL_ADDRESS, Pdu.ILLEGAL_VALUE -> "there is none with that number): correct address, counted from 0";
        case Pdu.PATH_UNAVAILABLE, Pdu.TARGET_SILENT -> "the unit does not answer its gateway): look at unit and its line";
        default -> "exception " + code + "): look at the module";
      });
    } else if (Pdu.answersDiscrete(request, reply)) {
      listener.level(Pdu.discrete(reply, 0));
    } else {
      listener.lost(source.text() + " answers something else than it was asked for: look at the module");
    }
    askAgain();
  }

  @Override
  public void failed(Exchange.Failure why) {
    if (closed) {
      return;
    }
    listener.lost(switch (why) {
      case TIMED_OUT -> source.text() + " does not answer: look at the module's supply, its cable and unit";
      case UNREACHABLE -> "there is no connection to " + source.host() + ":" + source.port() + ": look at the module's network";
    });
    askAgain();
  }

  private void askAgain() {
    long now = loop.now();
    dueAt += poll;
    if (dueAt < now) {
      dueAt += (now - dueAt) / poll * poll + poll;
    }
    if (!closed) {
      timer = loop.at(dueAt, this::ask);
    }
  }

  @Override
  public void close() {
    closed = true;
    if (timer != null) {
      timer.cancel();
    }
  }
}
