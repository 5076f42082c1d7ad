package io.parkbench.protocol.ocpp;

import java.time.Instant;

/** A station shows that it lives and learns the time (OCPP 1.6 sections 4.6, 6.29, 6.30). */
public final class Heartbeat {
  private Heartbeat() {}

  public record Req() implements Request<Conf> {}

  public record Conf(Instant currentTime) implements Response {
    public Conf {
      currentTime = Check.time("currentTime", currentTime);
    }
  }
}
