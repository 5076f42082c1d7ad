package io.parkbench.plant.fault;

import io.parkbench.kernel.Acceptor;
import io.parkbench.kernel.Admission;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.Authorize;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.IdTagInfo;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StopTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A central system that says yes to all stations, and notes what they say as {@code identity Action}. */
final class Office implements Acceptor {
  final List<String> heard = new ArrayList<>();
  private final Loop loop;
  /** How far a station's clock was ahead in its last status, in whole seconds. */
  long ahead;
  private int transactions;

  Office(Loop loop) {
    this.loop = loop;
  }

  @Override
  public Admission admit(Handshake handshake) {
    return new Admission.Accepted("ocpp1.6", new Desk());
  }

  long count(String identityAndAction) {
    return heard.stream().filter(identityAndAction::equals).count();
  }

  private Response answer(Request<?> request) {
    return switch (request) {
      case BootNotification.Req boot ->
          new BootNotification.Conf(RegistrationStatus.Accepted, Micros.toInstant(loop.now()), 10);
      case Heartbeat.Req beat -> new Heartbeat.Conf(Micros.toInstant(loop.now()));
      case StatusNotification.Req status -> new StatusNotification.Conf();
      case Authorize.Req authorize -> new Authorize.Conf(IdTagInfo.of(AuthorizationStatus.Accepted));
      case StartTransaction.Req start -> new StartTransaction.Conf(IdTagInfo.of(AuthorizationStatus.Accepted), ++transactions);
      case MeterValues.Req values -> new MeterValues.Conf();
      case StopTransaction.Req stop -> new StopTransaction.Conf(null);
      default -> throw new OcppException(OcppError.NotSupported, request.action().name());
    };
  }

  private final class Desk implements LinkListener {
    private @Nullable Rpc rpc;

    @Override
    public void opened(Link link) {
      rpc = new Rpc(loop, link, Role.CENTRAL_SYSTEM, 30 * Micros.SECOND, (request, responder) -> {
        if (request instanceof StatusNotification.Req status && status.timestamp() != null) {
          ahead = Math.round((Micros.of(status.timestamp()) - loop.now()) / (double) Micros.SECOND);
        }
        heard.add(link.identity() + " " + request.action());
        responder.answer(answer(request));
      });
    }

    @Override
    public void text(Link link, String text) {
      Objects.requireNonNull(rpc).text(text);
    }

    @Override
    public void closed(Link link, int code, String reason) {
      Objects.requireNonNull(rpc).closed();
    }
  }
}
