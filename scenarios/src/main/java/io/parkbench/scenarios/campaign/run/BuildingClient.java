package io.parkbench.scenarios.campaign.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.site.Zone;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.RequestKind;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.RequestPlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API what a case says, one thing after another, and knows by the answers alone which reductions stand: taken ones until their
 * validity ends or they are lifted. Holds against the gateway's view that what was refused has changed nothing (R-BEMS-1, 2, 3).
 */
final class BuildingClient {
  private static final Caller.Who WRITER = new Caller.Who(CeilingPlan.WRITER, "10.0.0.7");
  private static final Caller.Who READER = new Caller.Who(CeilingPlan.READER, "10.0.0.8");
  private static final long RETRY = 20 * Micros.SECOND;
  private static final int TRIES = 3;
  private static final List<String> NONSENSE = List.of(
      "{", "[]", "null", "{}", "{\"zone_reduction\":\"ten\",\"zone_reduction_type\":\"current\"}",
      "{\"zone_reduction\":-1,\"zone_reduction_type\":\"current\"}",
      "{\"zone_reduction\":101,\"zone_reduction_type\":\"percentage\"}",
      "{\"zone_reduction\":10,\"zone_reduction_type\":\"volts\"}",
      "{\"zone_reduction\":10,\"zone_reduction_type\":\"current\",\"zone_validity\":\"PT1H\"}",
      "{\"zone_reduction\":10,\"zone_reduction_type\":\"current\",\"zone_validity_mode\":\"absolute\",\"zone_validity\":\"2001-01-01T00:00:00Z\"}",
      "{\"zone_reduction\":10,\"zone_reduction_type\":\"current\",\"more\":1}",
      "{\"zone_reduction\":1e400,\"zone_reduction_type\":\"power\"}");

  private final Bench bench;
  private final Caller caller;
  private final long minimumPeriod;
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Map<String, Standing> standing = new TreeMap<>();
  private final Map<String, Long> takenAt = new TreeMap<>();
  private final Deque<RequestPlan> queue = new ArrayDeque<>();
  private final Map<String, String> tokens = new TreeMap<>();
  private boolean busy;
  private boolean liftsAll;
  private int tooSoon;

  /**
   * A reduction that was taken.
   *
   * @param until µs since 1970; {@link Long#MAX_VALUE} until it is lifted
   */
  record Standing(String unit, double value, long until) {}

  BuildingClient(Bench bench, Caller caller, CeilingPlan plan) {
    this.bench = bench;
    this.caller = caller;
    minimumPeriod = plan.minimumPeriodS() * Micros.SECOND;
    for (Zone zone : bench.plan().site().zones()) {
      numbers.put(zone.id(), numbers.size() + 1);
    }
    long start = bench.time().now();
    for (RequestPlan request : plan.requests()) {
      bench.time().at(start + Math.round(request.atS() * Micros.SECOND), () -> {
        queue.add(request);
        pump();
      });
    }
  }

  /** The reduction of a zone that stands now, or null. */
  @Nullable
  Standing of(String zone) {
    Standing found = standing.get(zone);
    return found == null || found.until() <= bench.time().now() ? null : found;
  }

  /** How often an update was refused for coming too soon. */
  int tooSoon() {
    return tooSoon;
  }

  /** Lifts whatever stands, as soon as that is taken. */
  void liftAll() {
    liftsAll = true;
    queue.clear();
    pump();
  }

  /** Whether nothing stands any more. */
  boolean isDone() {
    return numbers.keySet().stream().allMatch(zone -> of(zone) == null);
  }

  private void pump() {
    if (busy) {
      return;
    }
    if (liftsAll) {
      numbers.keySet().stream().filter(zone -> of(zone) != null).findFirst()
          .ifPresent(zone -> queue.add(new RequestPlan(RequestKind.LIFT, 0, zone, "", 0, 0, false)));
    }
    RequestPlan next = queue.poll();
    if (next != null) {
      busy = true;
      begin(next, 0);
    }
  }

  private void done(boolean wait) {
    if (liftsAll && wait) {
      bench.time().after(RETRY, this::goOn);
    } else {
      goOn();
    }
  }

  private void goOn() {
    busy = false;
    agrees();
    pump();
  }

  private void begin(RequestPlan plan, int tried) {
    Caller.Who who = switch (plan.what()) {
      case SET, LIFT, MALFORMED, STALE_TAG -> WRITER;
      case WRONG_LOGIN -> READER;
      case NO_LOGIN -> null;
    };
    String token = who == null ? null : tokens.get(who.login());
    if (who == null || token != null) {
      look(plan, who, token, tried);
    } else {
      caller.login(who, fresh -> {
        if (fresh != null) {
          tokens.put(who.login(), fresh);
          look(plan, who, fresh, tried);
        } else {
          done(true);
        }
      });
    }
  }

  /** Reads what there is, so that it replaces only what it has seen. */
  private void look(RequestPlan plan, Caller.@Nullable Who who, @Nullable String token, int tried) {
    String address = who == null ? "10.0.0.9" : who.address();
    caller.ask("GET", path(plan), Caller.bearer(token), "", address, seen -> {
      if (seen.status() == 401 && who != null && tried < TRIES) {
        tokens.remove(who.login());
        begin(plan, tried + 1);
        return;
      }
      if (who == null && seen.status() != 401 && seen.status() != 429) {
        caller.complain("somebody without a login was answered " + seen.status() + " to " + path(plan));
      }
      String tag = seen.headers().get("etag");
      WebHeaders condition = plan.what() == RequestKind.STALE_TAG ? WebHeaders.of("if-match", "\"never-given\"")
          : seen.done() && tag != null ? WebHeaders.of("if-match", tag) : WebHeaders.of("if-none-match", "*");
      write(plan, who, token, condition, tried);
    });
  }

  private void write(RequestPlan plan, Caller.@Nullable Who who, @Nullable String token, WebHeaders condition, int tried) {
    long sent = bench.time().now();
    boolean lifts = plan.what() == RequestKind.LIFT;
    String body = lifts ? "" : plan.what() == RequestKind.MALFORMED ? NONSENSE.get((int) plan.value() % NONSENSE.size())
        : body(plan, sent);
    WebHeaders headers = token == null ? condition : condition.with("authorization", "Bearer " + token);
    String address = who == null ? "10.0.0.9" : who.address();
    caller.ask(lifts ? "DELETE" : "PUT", path(plan), headers, body, address, answer -> {
      boolean again = answer.status() == 412 && plan.what() != RequestKind.STALE_TAG;
      if ((again || answer.status() == 401 && who != null) && tried < TRIES) {
        if (!again && who != null) {
          tokens.remove(who.login());
        }
        begin(plan, tried + 1);
        return;
      }
      heard(plan, answer, sent);
      done(!answer.done());
    });
  }

  private String path(RequestPlan plan) {
    return "/zones/" + Objects.requireNonNull(numbers.get(plan.zone())) + "/reduction";
  }

  private static String body(RequestPlan plan, long now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("zone_reduction", BigDecimal.valueOf(plan.value())).put("zone_reduction_type", plan.unit());
    if (plan.validS() > 0) {
      body.put("zone_validity_mode", plan.absolute() ? "absolute" : "duration");
      body.put("zone_validity",
          plan.absolute() ? Micros.toInstant(until(plan, now)).toString() : "PT" + (long) plan.validS() + "S");
    }
    return body.toString();
  }

  private static long until(RequestPlan plan, long now) {
    return (now + Math.round(plan.validS()) * Micros.SECOND) / Micros.MILLISECOND * Micros.MILLISECOND;
  }

  private void heard(RequestPlan plan, Caller.Answer answer, long sent) {
    boolean limited = answer.status() == 429 && !answer.code().equals("setpoint-period");
    boolean expected = limited || switch (plan.what()) {
      case SET -> taken(plan, answer, sent);
      case LIFT -> lifted(plan, answer, sent);
      case WRONG_LOGIN -> answer.status() == 403;
      case NO_LOGIN -> answer.status() == 401;
      case MALFORMED -> answer.status() == 400 || answer.status() == 422;
      case STALE_TAG -> answer.status() == 412;
    };
    if (!expected) {
      caller.complain(String.format(
          Locale.ROOT, "%s of %s was answered with %d %s", plan.what().word(), plan.zone(), answer.status(), answer.body()));
    }
  }

  private boolean taken(RequestPlan plan, Caller.Answer answer, long sent) {
    if (answer.status() == 429) {
      return isTooSoon(plan);
    }
    boolean first = of(plan.zone()) == null;
    long received = instant(answer.body().path("received_at"));
    boolean timely = received >= sent - Micros.MILLISECOND && received <= bench.time().now();
    if (answer.status() != (first ? 201 : 200) || !timely || early(plan, sent)) {
      return false;
    }
    takenAt.put(plan.zone(), sent);
    long until = plan.validS() == 0 ? Long.MAX_VALUE : plan.absolute() ? until(plan, sent)
        : received + Math.round(plan.validS()) * Micros.SECOND;
    long told = answer.body().has("expires_at") ? instant(answer.body().path("expires_at")) : Long.MAX_VALUE;
    // a duration counts from an instant that is told in milliseconds
    long exact = told == Long.MAX_VALUE ? told : told + Micros.MILLISECOND;
    standing.put(plan.zone(), new Standing(plan.unit(), plan.value(), exact));
    return until == told || until != Long.MAX_VALUE && Math.abs(until - told) <= Micros.MILLISECOND;
  }

  private boolean lifted(RequestPlan plan, Caller.Answer answer, long sent) {
    return switch (answer.status()) {
      case 204 -> {
        boolean right = standing.remove(plan.zone()) != null && !early(plan, sent);
        takenAt.put(plan.zone(), sent);
        yield right;
      }
      case 404 -> of(plan.zone()) == null;
      case 429 -> isTooSoon(plan);
      default -> false;
    };
  }

  /** Of two updates closer together than the minimum period the first counts (R-BEMS-3). */
  private boolean isTooSoon(RequestPlan plan) {
    tooSoon++;
    return bench.time().now() - takenAt.getOrDefault(plan.zone(), Long.MIN_VALUE / 2) <= minimumPeriod + Micros.SECOND;
  }

  private boolean early(RequestPlan plan, long sent) {
    return sent - takenAt.getOrDefault(plan.zone(), Long.MIN_VALUE / 2) < minimumPeriod - Micros.SECOND;
  }

  private static long instant(JsonNode node) {
    try {
      return Micros.of(Instant.parse(node.asText("")));
    } catch (DateTimeParseException e) {
      return -1;
    }
  }

  /** Holds what stands by the answers against what the gateway has; nothing is said while a request is under way. */
  void agrees() {
    if (busy) {
      return;
    }
    long now = bench.time().now();
    GatewayView view = bench.gateway().view();
    for (String zone : numbers.keySet()) {
      Standing wanted = standing.get(zone);
      if (wanted != null && Math.abs(wanted.until() - now) <= 2 * Micros.MILLISECOND) {
        continue; // which of the two is first, its end or this look, is told in milliseconds
      }
      GatewayView.Reduction has = view.zone(zone).reduction();
      Standing expected = of(zone);
      boolean same = has == null ? expected == null
          : expected != null && has.kind().name().toLowerCase(Locale.ROOT).equals(expected.unit())
              && has.value().doubleValue() == expected.value() && has.by().equals(CeilingPlan.WRITER);
      if (!same) {
        caller.complain("by the answers " + zone + " has " + (expected == null ? "no reduction" : expected) + ", the gateway has "
            + (has == null ? "none" : has));
        return;
      }
    }
  }
}
