package io.parkbench.gateway.api;

import io.parkbench.protocol.api.PointResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects data points of one place in the tree after another. */
final class PointList {
  private static final String SOURCE = "gateway";

  private final List<Placed> points = new ArrayList<>();
  private String level = "";
  private int zone;
  private int station;
  private String path = "";
  private boolean offline;
  private boolean stale;
  private @Nullable String updatedAt;

  /** A point and where it belongs: 0 for no zone, or no station. */
  record Placed(String level, int zone, int station, long order, PointResource point) {}

  /** What follows is of this place; live values are as old as {@code updated} says. */
  void at(String at, int ofZone, int ofStation, String under, boolean isOffline, boolean isStale, @Nullable String updated) {
    level = at;
    zone = ofZone;
    station = ofStation;
    path = under;
    offline = isOffline;
    stale = isStale;
    updatedAt = updated;
  }

  /** Configuration, which is known whatever is connected. */
  void fixed(String name, @Nullable Object value, @Nullable String unit) {
    add(name, value, unit, false, "good");
  }

  /** What is measured or reported; null where it is not known. */
  void live(String name, @Nullable Object value, @Nullable String unit) {
    add(name, value, unit, false, offline ? "offline" : stale ? "stale" : "good");
  }

  /** What can be written. */
  void writable(String name, @Nullable Object value, @Nullable String unit) {
    add(name, value, unit, true, offline ? "offline" : "good");
  }

  private void add(String name, @Nullable Object value, @Nullable String unit, boolean writable, String state) {
    points.add(
        new Placed(
            level, zone, station, points.size() + 1,
            new PointResource(path + name, name, value, unit, writable, state, SOURCE, updatedAt)));
  }

  List<Placed> all() {
    return List.copyOf(points);
  }
}
