package io.parkbench.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.access.Change;
import io.parkbench.gateway.access.Door;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.LoginResult;
import io.parkbench.gateway.access.Origin;
import io.parkbench.gateway.access.Session;
import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Front;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.protocol.api.Times;
import io.parkbench.protocol.api.TokenResource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Answers the requests about logins: in, out, own sessions, own password (R-BEMS-9). */
final class LoginDesk {
  private final Gatekeeper keeper;
  private final EventStreams streams;
  private final LongSupplier now;

  LoginDesk(Gatekeeper keeper, EventStreams streams, LongSupplier now) {
    this.keeper = keeper;
    this.streams = streams;
    this.now = now;
  }

  private record Item(
      String sessionId, String user, String role, String from, String issuedAt, String expiresAt, boolean current) {}

  private record Items(List<Item> items) {}

  void addTo(Map<String, Operation> operations) {
    operations.put("login", this::login);
    operations.put("claim", call -> {
      JsonNode body = call.body();
      done(
          call,
          keeper.users().claim(
              now.getAsLong(), origin(call), body.get("code").asText(), body.get("username").asText(),
              body.get("new_password").asText()));
    });
    operations.put("logout", call -> {
      keeper.logout(now.getAsLong(), origin(call), call.caller());
      call.reply().onLoop(streams::sweep);
      call.done();
    });
    operations.put("listSessions", this::sessions);
    operations.put("endSession", call -> {
      String password = call.body().get("password").asText();
      done(call, keeper.users().endSession(now.getAsLong(), origin(call), call.caller(), password, call.text("session_id")));
    });
    operations.put("changePassword", call -> {
      JsonNode body = call.body();
      boolean endOthers = !body.has("end_other_sessions") || body.get("end_other_sessions").asBoolean();
      done(
          call,
          keeper.users().changePassword(
              now.getAsLong(), origin(call), call.caller(), body.get("password").asText(), body.get("new_password").asText(),
              endOthers));
    });
  }

  private static Origin origin(Call call) {
    return new Origin(call.from(), call.traceId());
  }

  private void login(Call call) {
    String user = call.body().get("username").asText();
    String password = call.body().get("password").asText();
    switch (keeper.login(now.getAsLong(), origin(call), Door.API, user, password)) {
      case LoginResult.Granted granted -> {
        Session session = granted.session();
        call.answer(
            200,
            new TokenResource(
                granted.token(),
                "Bearer",
                Times.text(session.issuedAt()),
                Times.text(session.expiresAt()),
                session.idle().toSeconds(),
                session.role().name().toLowerCase(Locale.ROOT),
                session.energyWriter(),
                granted.notices()));
      }
      case LoginResult.Refused refused -> {
        Problem problem = switch (refused.code()) {
          case INVALID_CREDENTIALS ->
              Front.unauthorised(
                  new Problem(Code.INVALID_CREDENTIALS, "Check both; after several wrong attempts wait a while."));
          case RATE_LIMITED -> new Problem(Code.RATE_LIMITED, "Too many logins from this address.");
          case TOO_BUSY -> new Problem(Code.TOO_BUSY, "Too many logins at the same time.");
        };
        throw refused.retryAfterS() > 0 ? problem.retryAfter(refused.retryAfterS()) : problem;
      }
    }
  }

  private void sessions(Call call) {
    List<Item> items = keeper.users().sessionsOf(now.getAsLong(), call.caller()).stream()
        .map(
            session -> new Item(
                session.id(), session.user(), session.role().name().toLowerCase(Locale.ROOT), session.from(),
                Times.text(session.issuedAt()), Times.text(session.expiresAt()), session.id().equals(call.caller().id())))
        .toList();
    call.answer(200, new Items(items));
  }

  private void done(Call call, Change change) {
    switch (change) {
      case Change.Done done -> {
        call.reply().onLoop(streams::sweep);
        call.done();
      }
      case Change.Refused refused -> throw problem(refused);
    }
  }

  /** What a refusal is to the client. */
  static Problem problem(Change.Refused refused) {
    return switch (refused.reason()) {
      case FORBIDDEN -> new Problem(Code.FORBIDDEN_ROLE, refused.text());
      case WRONG_PASSWORD -> new Problem(Code.WRONG_PASSWORD, refused.text());
      case CODE -> new Problem(Code.INVALID_CODE, refused.text());
      case PASSWORD_RULES -> Problem.invalid("/new_password", refused.text());
      case NAME -> Problem.invalid("/username", refused.text());
      case TAKEN, LAST_ADMIN -> new Problem(Code.CONFLICT, refused.text());
      case NOT_FOUND -> new Problem(Code.NOT_FOUND, refused.text());
      case RATE_LIMITED -> new Problem(Code.RATE_LIMITED, refused.text()).retryAfter(refused.retryAfterS());
      case TOO_BUSY -> new Problem(Code.TOO_BUSY, refused.text()).retryAfter(refused.retryAfterS());
      case STORE -> new Problem(Code.INTERNAL, refused.text());
    };
  }
}
