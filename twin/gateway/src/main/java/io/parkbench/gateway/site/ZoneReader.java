package io.parkbench.gateway.site;

import io.parkbench.gateway.protection.Breaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the zones and checks their tree (R-SITE-2). */
final class ZoneReader {
  /** The most a zone may be given, in A and kW: well above any low-voltage supply. */
  private static final double MOST_A = 10_000;

  private static final double MOST_KW = 10_000;
  private static final int LEVELS = 3;

  /**
   * A zone as far as it could be read.
   *
   * @param breaker what protects it, as it says; null where it does not, or wrongly
   * @param buildingPeak what its other loads draw at most, as it says; null where it does not
   */
  record Draft(
      Block block, String id, @Nullable PerPhase max, Directive directive, int degradedDa, @Nullable PerPhase buildingPeak,
      @Nullable Breaker breaker) {}

  private final Names ids = new Names("zone id");
  private final Names names = new Names("zone name");
  private final Names steering = new Names("meter");
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Map<String, List<Draft>> children = new LinkedHashMap<>();
  private final Map<String, String> parents = new LinkedHashMap<>();
  private final Map<String, Margin> margins = new LinkedHashMap<>();
  private int entries;

  /** Reads the entries; meters must be known by then. */
  ZoneReader(@Nullable Value zones, Names meterIds) {
    List<Block> blocks = new ArrayList<>();
    for (Value item : zones == null ? List.<Value>of() : zones.items()) {
      entries++;
      Block block = item.block(Keys.ZONE);
      if (block != null) {
        blocks.add(block);
      }
    }
    for (Block block : blocks) {
      read(block, meterIds);
    }
    for (Draft draft : drafts.values()) {
      Value parent = draft.block.at("parent");
      String above = parent == null ? null : ids.refer(parent);
      if (above != null) {
        parents.put(draft.id, above);
        children.computeIfAbsent(above, k -> new ArrayList<>()).add(draft);
      }
    }
    refuseCycles();
    drafts.values().forEach(this::checkDepth);
    drafts.values().forEach(this::checkMaximum);
  }

  private void read(Block block, Names meterIds) {
    String id = block.need("id", "give the zone a short unique name", v -> v.text(50));
    names.take(block.get("name", v -> v.text(50)), block.place("name"));
    PerPhase max = block.need("max_a", "give the zone's maximum current per phase in A", v -> perPhase(v, 0.1));
    block.get("max_kw", v -> v.kilowatts(0, MOST_KW));
    Directive directive = block.get("directive", Directive.STATIC, v -> v.oneOf(Directive.values(), Directive::text));
    Integer degraded = block.get("degraded_a", v -> v.amps(0, MOST_A));
    if (degraded != null && max != null && degraded > max.minDa()) {
      block.place("degraded_a")
          .error(Show.amps(degraded) + " is above the zone's maximum (" + Show.amps(max.minDa()) + "); lower it");
    }
    PerPhase peak = block.get("building_peak_a", v -> perPhase(v, 0));
    Breaker breaker = block.get("breaker", BreakerReader::read);
    Value meter = block.at("meter");
    if (directive == Directive.DYNAMIC) {
      String name = block.need("meter", "a dynamic zone needs the id of the meter that steers it", meterIds::refer);
      steering.take(name, block.place("meter"));
    } else if (meter != null) {
      meter.error("a static zone has no meter; write 'directive: dynamic' or remove the meter");
    } else if (degraded != null) {
      block.place("degraded_a")
          .error("only a dynamic zone has a degraded setpoint; a static one's follows from its maximum; remove it");
    }
    if (directive != Directive.DYNAMIC && block.at("building_peak_a") != null) {
      block.place("building_peak_a")
          .error("only a dynamic zone has other loads in it; take them off a static one's max_a and remove it");
    }
    block.get("auth", v -> v.oneOf(AuthMode.values(), AuthMode::text));
    block.get("offline_auth", v -> v.oneOf(OfflineAuthMode.values(), OfflineAuthMode::text));
    block.get("plant", FreeMap::read);
    if (ids.take(id, block.place("id")) && id != null) {
      drafts.put(id, new Draft(block, id, max, directive, degraded == null ? 0 : degraded, peak, breaker));
    }
  }

  /** One number for all phases, or a list of three. */
  private static @Nullable PerPhase perPhase(Value value, double least) {
    if (!value.isList()) {
      Integer all = value.amps(least, MOST_A);
      return all == null ? null : PerPhase.all(all);
    }
    List<Value> items = value.items();
    if (items.size() != 3) {
      value.error("has " + items.size() + " values; give one for all phases, or three like [63, 63, 50]");
      return null;
    }
    Integer l1 = items.get(0).amps(least, MOST_A);
    Integer l2 = items.get(1).amps(least, MOST_A);
    Integer l3 = items.get(2).amps(least, MOST_A);
    return l1 == null || l2 == null || l3 == null ? null : new PerPhase(l1, l2, l3);
  }

  /** Tells each cycle once, at its first zone, and cuts it there so that the other checks end. */
  private void refuseCycles() {
    for (Draft draft : drafts.values()) {
      List<String> way = new ArrayList<>(List.of(draft.id));
      String above = parents.get(draft.id);
      while (above != null && !way.contains(above)) {
        way.add(above);
        above = parents.get(above);
      }
      if (draft.id.equals(above)) {
        way.add(above);
        draft.block.place("parent")
            .error("the zones are above each other in a circle (" + String.join(" < ", way) + "); remove one parent");
        children.getOrDefault(parents.remove(draft.id), new ArrayList<>()).remove(draft);
      }
    }
  }

  private void checkDepth(Draft draft) {
    if (level(draft.id) > LEVELS) {
      draft.block.place("parent").error("zone '" + draft.id + "' is on level " + level(draft.id) + "; zones go " + LEVELS
          + " levels deep; hang it under a higher zone");
    }
  }

  private void checkMaximum(Draft draft) {
    String above = parents.get(draft.id);
    PerPhase max = draft.max;
    Draft parent = above == null ? null : drafts.get(above);
    if (parent != null && parent.max != null && max != null) {
      for (int phase = 1; phase <= 3; phase++) {
        if (max.da(phase) > parent.max.da(phase)) {
          boolean same = max.l1Da() == max.l2Da() && max.l2Da() == max.l3Da();
          draft.block.place("max_a")
              .error(Show.amps(max.da(phase)) + (same ? "" : " on phase " + phase) + " is above its parent '" + above
                  + "' (" + Show.amps(parent.max.da(phase)) + "); lower it or raise the parent");
          break;
        }
      }
    }
    List<Draft> below = children.getOrDefault(draft.id, List.of());
    if (max != null && !below.isEmpty() && below.stream().allMatch(d -> d.max != null)) {
      int sum = below.stream().map(Draft::max).filter(Objects::nonNull).mapToInt(PerPhase::minDa).sum();
      if (sum < max.minDa()) {
        draft.block.place("max_a").warning("its sub-zones add up to " + Show.amps(sum) + " of " + Show.amps(max.minDa())
            + "; the rest can charge no car, which is right only where other loads need it");
      }
    }
  }

  /** 1 for a root. */
  private int level(String id) {
    int level = 1;
    for (String above = parents.get(id); above != null; above = parents.get(above)) {
      level++;
    }
    return level;
  }

  /** How many zones the file has, bad ones counted. */
  int count() {
    return entries;
  }

  /** How many levels deep the tree is; those too deep for any site are not counted, having been told. */
  int levels() {
    return drafts.keySet().stream().mapToInt(this::level).filter(l -> l <= LEVELS).max().orElse(0);
  }

  /** Where the first dynamic zone says so; null if there is none. */
  @Nullable
  Value firstDynamic() {
    return drafts.values().stream()
        .filter(d -> d.directive == Directive.DYNAMIC).map(d -> d.block.place("directive")).findFirst().orElse(null);
  }

  List<Draft> all() {
    return List.copyOf(drafts.values());
  }

  List<Draft> dynamic() {
    return drafts.values().stream().filter(d -> d.directive == Directive.DYNAMIC).toList();
  }

  /** Whether a zone is {@code above} or hangs below it. */
  boolean isUnder(String id, String above) {
    for (String at = id; at != null; at = parents.get(at)) {
      if (at.equals(above)) {
        return true;
      }
    }
    return false;
  }

  Names ids() {
    return ids;
  }

  /** The meters that dynamic zones took. */
  Names steering() {
    return steering;
  }

  /** The id of a terminal zone that a value refers to; null, with the problem told. */
  @Nullable
  String terminal(Value value) {
    String id = ids.refer(value);
    List<Draft> below = id == null ? List.of() : children.getOrDefault(id, List.of());
    if (!below.isEmpty()) {
      value.error("zone '" + id + "' has sub-zones, and stations hang on zones without; choose one of "
          + String.join(", ", below.stream().map(Draft::id).toList()));
      return null;
    }
    return id;
  }

  /** Puts in what was found out of the dynamic zones. */
  void take(Map<String, Margin> found) {
    margins.putAll(found);
  }

  /** The zones, parents first; only when there are no errors. */
  List<Zone> build() {
    Map<String, Zone> built = new LinkedHashMap<>();
    for (int level = 1; level <= LEVELS; level++) {
      for (Draft draft : drafts.values()) {
        if (level(draft.id) == level) {
          built.put(draft.id, build(draft, parents.containsKey(draft.id) ? built.get(parents.get(draft.id)) : null));
        }
      }
    }
    return List.copyOf(built.values());
  }

  private Zone build(Draft draft, @Nullable Zone parent) {
    Block block = draft.block;
    return new Zone(
        draft.id,
        block.get("name", draft.id, v -> v.text(50)),
        parent == null ? null : parent.id(),
        Objects.requireNonNull(draft.max),
        block.get("max_kw", v -> v.kilowatts(0, MOST_KW)),
        draft.directive,
        block.get("meter", v -> v.text(50)),
        draft.breaker,
        margins.get(draft.id),
        block.get("degraded_a", 0, v -> v.amps(0, MOST_A)),
        draft.buildingPeak == null ? PerPhase.all(0) : draft.buildingPeak,
        block.get("auth", parent == null ? AuthMode.KNOWN : parent.auth(), v -> v.oneOf(AuthMode.values(), AuthMode::text)),
        block.get("offline_auth", parent == null ? OfflineAuthMode.CACHE : parent.offlineAuth(),
            v -> v.oneOf(OfflineAuthMode.values(), OfflineAuthMode::text)),
        block.get("plant", Map.of(), FreeMap::read));
  }
}
