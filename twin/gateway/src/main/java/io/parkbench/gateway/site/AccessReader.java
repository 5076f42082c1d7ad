package io.parkbench.gateway.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads who may charge and who may log in: cards and users (R-AUTH-3). */
final class AccessReader {
  private final List<Card> cards = new ArrayList<>();
  private final List<User> users = new ArrayList<>();
  private @Nullable Value firstVip;

  AccessReader(@Nullable Value cardList, @Nullable Value userList, Names zones) {
    Names tags = new Names("card");
    for (Value item : cardList == null ? List.<Value>of() : cardList.items()) {
      Block block = item.block(Keys.CARD);
      if (block != null) {
        readCard(block, tags, zones);
      }
    }
    Names logins = new Names("user");
    for (Value item : userList == null ? List.<Value>of() : userList.items()) {
      Block block = item.block(Keys.USER);
      if (block != null) {
        readUser(block, logins);
      }
    }
  }

  private void readCard(Block block, Names tags, Names zones) {
    String tag = block.need("id", "give the card's id tag", v -> v.text(20));
    tags.take(tag == null ? null : tag.toUpperCase(Locale.ROOT), block.place("id"));
    boolean vip = block.get("vip", false, Value::flag);
    if (vip && firstVip == null) {
      firstVip = block.place("vip");
    }
    cards.add(new Card(tag == null ? "" : tag, vip, block.get("authorised", true, Value::flag),
        block.get("priority", 0, v -> v.integer(0, 100)), allowedIn(block.at("zones"), zones),
        block.get("comment", "", v -> v.text(50))));
  }

  private static @Nullable List<String> allowedIn(@Nullable Value value, Names zones) {
    if (value == null || !value.isList() && "all".equals(value.text(200))) {
      return null;
    }
    List<String> allowed = new ArrayList<>();
    for (Value item : value.items()) {
      String zone = zones.refer(item);
      if (zone != null) {
        allowed.add(zone);
      }
    }
    return allowed;
  }

  private void readUser(Block block, Names logins) {
    String name = block.need("name", "give the login's name", v -> v.text(50));
    logins.take(name, block.place("name"));
    if ("admin".equalsIgnoreCase(name)) {
      block.place("name").error("'" + name + "' is the first name anybody tries; choose another");
    }
    User.Role role = block.need("role", "say what it may do: ADMIN, USER or WEBSERVICES",
        v -> v.oneOf(User.Role.values(), User.Role::name));
    if (name != null && role != null) {
      users.add(new User(name, role));
    }
  }

  List<Card> cards() {
    return cards;
  }

  List<User> users() {
    return users;
  }

  /** Where the first VIP card says so; null if there is none. */
  @Nullable
  Value firstVip() {
    return firstVip;
  }
}
