package io.parkbench.gateway.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads how connectors are wired: one wiring, a list with one for each connector, or {@code rotate} and {@code rotate-mono}, which go on from
 * the last rotated connector of the file so that the site's phases are loaded alike (R-SITE-5).
 */
final class WiringReader {
  private static final String CONFIRMATION = "TRI321-is-TRI312";
  private static final Wiring[] THREE = {Wiring.TRI123, Wiring.TRI231, Wiring.TRI312};
  private static final Wiring[] ONE = {Wiring.MONO1, Wiring.MONO2, Wiring.MONO3};

  private int nextThree;
  private int nextOne;

  /** The wirings of a station's connectors as its entry gives them; null with the problem told. */
  @Nullable
  List<Wiring> station(Block entry, int connectors) {
    Value value = entry.at("wiring");
    boolean confirmed = confirmed(entry);
    List<Wiring> wirings = new ArrayList<>();
    if (value != null && value.isList()) {
      List<Value> items = value.items();
      if (items.size() != connectors) {
        value.error("has " + items.size() + " wirings for " + connectors + " connectors; give one for each, or one for all");
        return null;
      }
      for (Value item : items) {
        Wiring wiring = one(item, confirmed);
        if (wiring == null) {
          return null;
        }
        wirings.add(wiring);
      }
      return wirings;
    }
    for (int i = 0; i < connectors; i++) {
      Wiring wiring = value == null ? Wiring.TRI123 : rotated(value, confirmed);
      if (wiring == null) {
        return null;
      }
      wirings.add(wiring);
    }
    return wirings;
  }

  /** The wiring that a connector's own entry gives; null, with the problem told. */
  static @Nullable Wiring connector(Block entry) {
    return entry.get("wiring", v -> one(v, confirmed(entry)));
  }

  private @Nullable Wiring rotated(Value value, boolean confirmed) {
    String word = value.text(20);
    return switch (word == null ? "" : word) {
      case "rotate" -> THREE[nextThree++ % 3];
      case "rotate-mono" -> ONE[nextOne++ % 3];
      default -> word == null ? null : one(value, confirmed);
    };
  }

  private static @Nullable Wiring one(Value value, boolean confirmed) {
    String word = value.text(20);
    if (word == null) {
      return null;
    }
    if (word.toUpperCase(Locale.ROOT).equals("TRI321")) {
      if (confirmed) {
        return Wiring.TRI312;
      }
      value.error(
          "TRI321 would turn the field round; most likely TRI312 is meant (L1 on supply phase 3, L2 on 1, L3 on 2): write TRI312, "
              + "or keep it and add 'confirmed: " + CONFIRMATION + "' once the order is checked");
      return null;
    }
    for (Wiring wiring : Wiring.values()) {
      if (wiring.name().equals(word)) {
        return wiring;
      }
    }
    List<String> known = new ArrayList<>(Arrays.stream(Wiring.values()).map(Wiring::name).toList());
    known.add("rotate");
    known.add("rotate-mono");
    value.error("'" + word + "' is not a wiring" + Suggest.remedy(word, known));
    return null;
  }

  private static boolean confirmed(Block entry) {
    Value value = entry.at("confirmed");
    String word = value == null ? null : value.text(50);
    if (value != null && word != null && !word.equals(CONFIRMATION)) {
      value.error("'" + word + "' confirms nothing; the only confirmation is " + CONFIRMATION);
    }
    return CONFIRMATION.equals(word);
  }
}
