package io.parkbench.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.gateway.access.Change;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Login;
import io.parkbench.gateway.access.UserAdministration;
import io.parkbench.gateway.api.web.Call;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Operation;
import io.parkbench.gateway.api.web.Problem;
import io.parkbench.gateway.api.web.Rendered;
import io.parkbench.gateway.site.User;
import io.parkbench.kernel.WebHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Answers the administrators' requests about logins; each change needs the own password again, none is written to the site (R-SEC-1). */
final class UserDesk {
  private final Gatekeeper keeper;
  private final UserAdministration users;
  private final EventStreams streams;
  private final LongSupplier now;

  UserDesk(Gatekeeper keeper, EventStreams streams, LongSupplier now) {
    this.keeper = keeper;
    this.users = keeper.users();
    this.streams = streams;
    this.now = now;
  }

  private record Item(String username, String role, boolean enabled, boolean listed, boolean hasPassword) {
    static Item of(Login login) {
      return new Item(
          login.name(), login.role().name().toLowerCase(Locale.ROOT), login.enabled(), login.listed(), login.hasPassword());
    }
  }

  private record Items(List<Item> items) {}

  void addTo(Map<String, Operation> operations) {
    operations.put("listUsers", call -> call.answer(200, new Items(keeper.accounts().list().stream().map(Item::of).toList())));
    operations.put("getUser", call -> call.resource(Rendered.of(Item.of(login(call)))));
    operations.put("createUser", this::create);
    operations.put("setUser", this::set);
    operations.put("setUserPassword", this::password);
    operations.put("deleteUser", this::delete);
  }

  private Login login(Call call) {
    return login(call.text("user"));
  }

  private Login login(String name) {
    Login login = keeper.accounts().login(name);
    if (login == null) {
      throw new Problem(Code.NOT_FOUND, "There is no login '" + name + "'.");
    }
    return login;
  }

  private static String own(Call call) {
    return call.body().get("password").asText();
  }

  private static User.Role role(JsonNode body) {
    return User.Role.valueOf(body.get("role").asText().toUpperCase(Locale.ROOT));
  }

  private void create(Call call) {
    JsonNode body = call.body();
    String name = body.get("username").asText();
    require(
        users.add(
            now.getAsLong(), ReductionDesk.origin(call), call.caller(), own(call), name, role(body),
            body.get("new_password").asText()));
    Item item = Item.of(login(name));
    call.answer(201, item, WebHeaders.of("ETag", Rendered.of(item).etag()));
  }

  private void set(Call call) {
    Login before = login(call);
    call.requireMatch(Rendered.of(Item.of(before)).etag());
    JsonNode body = call.body();
    require(
        users.set(
            now.getAsLong(), ReductionDesk.origin(call), call.caller(), own(call), before.name(), role(body),
            body.get("enabled").asBoolean()));
    call.reply().onLoop(streams::sweep);
    Item item = Item.of(login(before.name()));
    call.answer(200, item, WebHeaders.of("ETag", Rendered.of(item).etag()));
  }

  private void password(Call call) {
    Login before = login(call);
    require(
        users.resetPassword(
            now.getAsLong(), ReductionDesk.origin(call), call.caller(), own(call), before.name(),
            call.body().get("new_password").asText()));
    call.reply().onLoop(streams::sweep);
    call.done();
  }

  private void delete(Call call) {
    Login before = login(call);
    call.requireMatch(Rendered.of(Item.of(before)).etag());
    require(users.remove(now.getAsLong(), ReductionDesk.origin(call), call.caller(), own(call), before.name()));
    call.reply().onLoop(streams::sweep);
    call.done();
  }

  private static void require(Change change) {
    if (change instanceof Change.Refused refused) {
      throw LoginDesk.problem(refused);
    }
  }
}
