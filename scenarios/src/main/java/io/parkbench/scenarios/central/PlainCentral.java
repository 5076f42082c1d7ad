package io.parkbench.scenarios.central;

import io.parkbench.kernel.Acceptor;
import io.parkbench.kernel.Admission;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Time;
import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.Authorize;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.IdTagInfo;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StopTransaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes in every station, authorises every card, starts and stops transactions, and never sends a charging profile. Stations under
 * different paths of its URL are those of different sites.
 */
public final class PlainCentral implements Acceptor {
  private static final long CALL_TIMEOUT = 30 * Micros.SECOND;
  private static final int HEARTBEAT_S = 300;

  private final Time time;
  private final Set<String> strangers;
  private final Set<String> blockedCards;
  private final Map<String, Link> links = new LinkedHashMap<>();
  private int transactions;

  /**
   * @param strangers identities that are not let in
   * @param blockedCards id tags that may not charge
   */
  public PlainCentral(Time time, Set<String> strangers, Set<String> blockedCards) {
    this.time = time;
    this.strangers = Set.copyOf(strangers);
    this.blockedCards = Set.copyOf(blockedCards);
  }

  @Override
  public Admission admit(Handshake handshake) {
    if (strangers.contains(handshake.identity())) {
      return new Admission.Refused(404, "unknown station");
    }
    return handshake.subprotocols().contains("ocpp1.6") ? new Admission.Accepted("ocpp1.6", new Station())
        : new Admission.Refused(400, "no common subprotocol");
  }

  /** One station's conversation; a newer socket of the same station takes the place of this one. */
  private final class Station implements LinkListener, RequestHandler {
    private @Nullable Rpc rpc;

    @Override
    public void opened(Link link) {
      Link before = links.put(place(link), link);
      if (before != null) {
        before.close(1000, "a newer connection of the same station");
      }
      rpc = new Rpc(time.loop(), link, Role.CENTRAL_SYSTEM, CALL_TIMEOUT, this);
    }

    @Override
    public void text(Link link, String text) {
      if (rpc != null) {
        rpc.text(text);
      }
    }

    @Override
    public void closed(Link link, int code, String reason) {
      links.remove(place(link), link);
      if (rpc != null) {
        rpc.closed();
      }
    }

    private String place(Link link) {
      return link.handshake().path() + "/" + link.identity();
    }

    @Override
    public void handle(Request<?> request, Responder responder) {
      switch (request) {
        case BootNotification.Req boot ->
            responder.answer(new BootNotification.Conf(BootNotification.RegistrationStatus.Accepted, now(), HEARTBEAT_S));
        case Heartbeat.Req beat -> responder.answer(new Heartbeat.Conf(now()));
        case StatusNotification.Req status -> responder.answer(new StatusNotification.Conf());
        case MeterValues.Req values -> responder.answer(new MeterValues.Conf());
        case Authorize.Req card -> responder.answer(new Authorize.Conf(entitled(card.idTag())));
        case StartTransaction.Req start ->
            responder.answer(new StartTransaction.Conf(entitled(start.idTag()), ++transactions));
        case StopTransaction.Req stop -> responder.answer(new StopTransaction.Conf(null));
        default -> responder.fail(new OcppException(OcppError.NotImplemented, "not of this central system"));
      }
    }

    private IdTagInfo entitled(String idTag) {
      return new IdTagInfo(
          null, null, blockedCards.contains(idTag) ? AuthorizationStatus.Invalid : AuthorizationStatus.Accepted);
    }

    private Instant now() {
      return Micros.toInstant(time.now());
    }
  }
}
