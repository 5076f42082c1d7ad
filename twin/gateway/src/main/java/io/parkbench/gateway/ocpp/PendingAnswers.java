package io.parkbench.gateway.ocpp;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.BootNotification.RegistrationStatus;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Responder;

/** Answers a station that awaits commissioning: its boot is Pending, and nothing else is served (R-SITE-8, OCPP 1.6 §4.2). */
final class PendingAnswers implements RequestHandler {
  private final Loop loop;
  private final int intervalSeconds;
  private final ChargePoint station;

  PendingAnswers(Loop loop, int intervalSeconds, ChargePoint station) {
    this.loop = loop;
    this.intervalSeconds = intervalSeconds;
    this.station = station;
  }

  @Override
  public void handle(Request<?> request, Responder responder) {
    if (request instanceof BootNotification.Req boot) {
      responder.answer(
          new BootNotification.Conf(RegistrationStatus.Pending, Micros.toInstant(loop.now()), intervalSeconds));
      station.introduced(boot, false);
    } else {
      responder.fail(new OcppException(OcppError.SecurityError, "this station awaits commissioning"));
    }
  }
}
