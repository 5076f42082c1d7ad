package io.parkbench.gateway.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what answers a request: the operations of the description, each with its code, none without the other. */
public final class Router {
  private final List<Route> routes;
  private final Map<String, Operation> operations;

  /**
   * @param operations by operationId
   * @throws IllegalStateException if one is described and not there, or there and not described
   */
  public Router(List<Route> routes, Map<String, Operation> operations) {
    this.routes = routes;
    this.operations = Map.copyOf(operations);
    TreeSet<String> described = new TreeSet<>();
    routes.forEach(route -> described.add(route.operationId()));
    if (!described.equals(new TreeSet<>(operations.keySet()))) {
      throw new IllegalStateException("described are " + described + ", there are " + new TreeSet<>(operations.keySet()));
    }
  }

  /** The route of a request; an unknown path or method is a {@link Problem}. */
  public Route find(String method, Target target) {
    Route best = null;
    List<String> allowed = new ArrayList<>();
    for (Route route : routes) {
      if (route.matches(target.segments())) {
        allowed.add(route.method());
        if (route.method().equals(method) && isBetter(route, best)) {
          best = route;
        }
      }
    }
    if (best != null) {
      return best;
    }
    if (allowed.isEmpty()) {
      throw new Problem(Code.NOT_FOUND, "Nothing is at this address; GET /api/v2/openapi.json says what is where.");
    }
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    String allow = String.join(", ", new TreeSet<>(allowed));
    throw new Problem(Code.METHOD_NOT_ALLOWED, "Allowed here: " + allow + ".").with("Allow", allow);
  }

  private static boolean isBetter(Route route, @Nullable Route than) {
    return than == null || route.fixed() > than.fixed();
  }

  Operation operation(Route route) {
    Operation operation = operations.get(route.operationId());
    if (operation == null) {
      throw new IllegalStateException(route.operationId());
    }
    return operation;
  }
}
