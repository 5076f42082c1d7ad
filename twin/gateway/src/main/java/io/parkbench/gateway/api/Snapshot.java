package io.parkbench.gateway.api;

import io.parkbench.gateway.api.web.Rendered;
import io.parkbench.gateway.view.GatewayView;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A view with its numbers, and what has been made of it for readers so far: each resource and page once, whoever asks first. Nothing in it
 * changes, so that any thread may read.
 */
final class Snapshot {
  /** What is kept of pages and resources in JSON: readers may ask for so many different ones before some are made again. */
  private static final int KEPT = 1_000;

  private final GatewayView view;
  private final Numbers.Taken numbers;
  private final Facts facts;
  private final Map<String, Boolean> pending;
  private final Tree tree;
  private final TreeMap<Integer, GatewayView.Station> stations = new TreeMap<>();
  private final Map<String, GatewayView.Session> sessions = new HashMap<>();
  private final Map<String, Once<?>> made = new ConcurrentHashMap<>();

  Snapshot(GatewayView view, Numbers.Taken numbers, Facts facts, Map<String, Boolean> pending) {
    this.view = view;
    this.numbers = numbers;
    this.facts = facts;
    this.pending = pending;
    tree = new Tree(view);
    for (GatewayView.Station station : view.stations()) {
      if (station.configured() != null) {
        stations.put(numbers.station(station.id()), station);
      }
    }
    for (GatewayView.Session session : view.sessions()) {
      sessions.put(session.station() + "/" + session.connector(), session);
    }
  }

  GatewayView view() {
    return view;
  }

  Numbers.Taken numbers() {
    return numbers;
  }

  Facts facts() {
    return facts;
  }

  Tree tree() {
    return tree;
  }

  /** The site's stations by their numbers. */
  Map<Integer, GatewayView.Station> stations() {
    return Collections.unmodifiableMap(stations);
  }

  /** The zone with this number, or null. */
  GatewayView.@Nullable Zone zone(int number) {
    for (GatewayView.Zone zone : view.zones()) {
      if (numbers.zone(zone.id()) == number) {
        return zone;
      }
    }
    return null;
  }

  GatewayView.@Nullable Session session(String station, int connector) {
    return sessions.get(station + "/" + connector);
  }

  @Nullable
  String pending(String station, int connector) {
    return Pending.of(pending, station, connector);
  }

  /** The list of all resources of a kind, made once. */
  @SuppressWarnings("unchecked")
  <T> List<T> all(String kind, Supplier<List<T>> maker) {
    return (List<T>) made.computeIfAbsent("all " + kind, key -> new Once<>(maker)).get();
  }

  /** What is sent for a request, made once. */
  Rendered rendered(String key, Supplier<Rendered> maker) {
    Once<?> kept = made.get(key);
    if (kept == null) {
      kept = made.size() < KEPT ? made.computeIfAbsent(key, absent -> new Once<>(maker)) : new Once<>(maker);
    }
    try {
      return (Rendered) kept.get();
    } catch (RuntimeException e) {
      // what there is not takes no place
      made.remove(key, kept);
      throw e;
    }
  }
}
