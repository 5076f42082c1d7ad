package io.parkbench.gateway.api;

import io.parkbench.gateway.access.Authentication;
import io.parkbench.gateway.access.Decision;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Origin;
import io.parkbench.gateway.access.Right;
import io.parkbench.gateway.access.Session;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Front;
import io.parkbench.gateway.api.web.Gate;
import io.parkbench.gateway.api.web.Problem;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Asks the gatekeeper for the API, and says its refusals as problems. */
final class AccessGate implements Gate {
  private final Gatekeeper keeper;
  private final LongSupplier now;

  AccessGate(Gatekeeper keeper, LongSupplier now) {
    this.keeper = keeper;
    this.now = now;
  }

  static Origin origin(Asked asked) {
    return new Origin(asked.from(), asked.traceId());
  }

  @Override
  public Session authenticate(@Nullable String token, Asked asked) {
    return switch (keeper.authenticate(now.getAsLong(), origin(asked), token)) {
      case Authentication.Valid valid -> valid.session();
      case Authentication.Expired expired ->
          throw Front.unauthorised(new Problem(Code.TOKEN_EXPIRED, "The session is over; log in again."));
      case Authentication.Unknown unknown -> throw Front.unauthorised(
          token == null
              ? new Problem(Code.TOKEN_MISSING,
                  "Log in at POST " + Api.BASE + "/login/login and send the token as Authorization: Bearer.")
              : new Problem(Code.TOKEN_EXPIRED, "The token is not known; log in again."));
    };
  }

  @Override
  public void authorise(Session caller, String right, Asked asked) {
    Decision decision = keeper.may(now.getAsLong(), origin(asked), caller, Right.valueOf(right));
    switch (decision) {
      case GRANTED -> {}
      case FORBIDDEN_ROLE -> throw new Problem(Code.FORBIDDEN_ROLE, "It needs another role than " + caller.role() + ".");
      case NOT_ENERGY_WRITER -> throw new Problem(Code.NOT_ENERGY_WRITER, "Only one login may steer; it is named in the settings.");
      case REMOTE_EM_DISABLED -> throw new Problem(Code.REMOTE_EM_DISABLED, "It is switched on in the settings.");
    }
  }

  @Override
  public void count(Session caller, Asked asked) {
    long wait = keeper.admit(now.getAsLong(), origin(asked), caller);
    if (wait > 0) {
      throw new Problem(Code.RATE_LIMITED, "Wait before the next request.").retryAfter(wait);
    }
  }

  @Override
  public void refused(@Nullable Session caller, Problem problem, Asked asked) {
    switch (problem.code().status()) {
      // what the gatekeeper has refused it has written down itself
      case 401, 403, 429 -> {}
      default -> keeper.inputRefused(now.getAsLong(), origin(asked), caller, asked.what() + ": " + problem.code().word());
    }
  }
}
