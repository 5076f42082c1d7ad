package io.parkbench.scenarios.campaign.run;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.WebCall;
import io.parkbench.kernel.WebHeaders;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.StormPlan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Storms of requests (R-BEMS-9): whatever comes, nothing is answered by a failure, nobody without a login reads anything, and streams that
 * were dropped take no place.
 */
final class ApiStorm {
  private static final List<String> READ = List.of(
      "/site", "/zones", "/zones/1", "/zones/1/stations", "/zones/1/reduction", "/stations", "/stations/1",
      "/stations/1/connectors",
      "/transactions", "/alarms", "/events?limit=5", "/points", "/version", "/openapi.json", "/zones?limit=1", "/zones/9999",
      "/login/sessions");
  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS");
  private static final List<String> PIECES = List.of(
      "zones", "1", "2", "reduction", "stations", "availability", "..", "%2e", "login", "password", "events", "time", "-1",
      "99999999999999999999", "a;b", "%C3%A4", "connectors", "heartbeat", "*", "transactions");
  private static final List<String> BODIES = List.of(
      "", "{", "null", "[[[[[[[[[[]]]]]]]]]]", "{\"username\":1}", "{\"is_available\":\"yes\"}", "\u0000\u0001",
      "{\"a\":{\"a\":{\"a\":1}}}",
      "{\"zone_reduction\":0,\"zone_reduction_type\":\"percentage\"}", "x".repeat(2_000));
  private static final Set<Integer> READABLE = Set.of(200, 304, 404, 429, 403);
  private static final Set<Integer> REFUSED = Set.of(401, 429);
  private static final long STREAM_MOST = 5 * Micros.SECOND;
  private static final int ATTEMPTS = 4;

  private final Bench bench;
  private final Caller caller;
  private final long start;
  private int running;

  ApiStorm(Bench bench, Caller caller, CampaignCase plan, CeilingPlan ceilings) {
    this.bench = bench;
    this.caller = caller;
    start = bench.time().now();
    for (StormPlan storm : ceilings.storms()) {
      Chance chance = new Seed(plan.seed()).fork("campaign/storm-" + storm.what().word() + "-" + storm.atS());
      bench.time().at(instant(storm.atS()), () -> begin(storm, chance));
    }
  }

  private long instant(double seconds) {
    return start + Math.round(seconds * Micros.SECOND);
  }

  /** Whether one rages now. */
  boolean isRaging() {
    return running > 0;
  }

  private void begin(StormPlan storm, Chance chance) {
    running++;
    bench.time().at(instant(storm.atS() + storm.forS()), () -> running--);
    String address = "10.9." + chance.between(0, 255) + ".";
    switch (storm.what()) {
      case LOGINS -> spread(storm, chance, () -> guess(chance, address));
      case GARBAGE -> withLogin(address, token -> spread(storm, chance, () -> garbage(chance, token, address)));
      case READS -> withLogin(address, token -> spread(storm, chance, () -> read(chance, token, address)));
      case STREAMS -> withLogin(address, token -> {
        if (token != null) {
          spread(storm, chance, () -> stream(chance, token, address));
          bench.time().at(instant(storm.atS() + storm.forS()) + STREAM_MOST + 10 * Micros.SECOND,
              () -> streamsAgain(token, address, ATTEMPTS));
        }
      });
    }
  }

  private interface Logged {
    void in(@Nullable String token);
  }

  /** The source limit may be used up by another storm from there: then it goes on without a login. */
  private void withLogin(String address, Logged then) {
    caller.login(new Caller.Who(CeilingPlan.READER, address + "1"), then::in);
  }

  private void spread(StormPlan storm, Chance chance, Runnable one) {
    long now = bench.time().now();
    for (int i = 0; i < storm.count(); i++) {
      bench.time().at(now + (long) (storm.forS() * Micros.SECOND * chance.nextDouble()), one);
    }
  }

  private void guess(Chance chance, String address) {
    String login = chance.happens(0.2) ? CeilingPlan.WRITER : chance.happens(0.5) ? CeilingPlan.READER : "nobody";
    String body = "{\"username\":\"" + login + "\",\"password\":\"guess number " + chance.between(0, 99_999) + "\"}";
    caller.ask("POST", "/login/login", WebHeaders.NONE, body, address + chance.between(2, 5), answer -> {
      if (!REFUSED.contains(answer.status())) {
        caller.complain("a guessed password was answered with " + answer.status());
      }
    });
  }

  private void read(Chance chance, @Nullable String token, String address) {
    String path = READ.get((int) chance.between(0, READ.size() - 1));
    boolean stranger = chance.happens(0.2);
    WebHeaders headers = stranger ? WebHeaders.NONE : Caller.bearer(token);
    caller.ask("GET", path, headers, "", address + "1", answer -> {
      boolean nobody = stranger || token == null;
      if (nobody ? !REFUSED.contains(answer.status()) : answer.status() != 401 && !READABLE.contains(answer.status())) {
        caller.complain("GET " + path + (nobody ? " without a login" : "") + " was answered with " + answer.status());
      }
    });
  }

  private void garbage(Chance chance, @Nullable String token, String address) {
    String method = METHODS.get((int) chance.between(0, METHODS.size() - 1));
    StringBuilder path = new StringBuilder();
    long pieces = chance.between(1, 5);
    for (int i = 0; i < pieces; i++) {
      path.append('/').append(PIECES.get((int) chance.between(0, PIECES.size() - 1)));
    }
    path.append(chance.happens(0.3) ? "?limit=" + chance.between(-5, 500) : "");
    String body = method.equals("GET") || method.equals("HEAD") ? "" : BODIES.get((int) chance.between(0, BODIES.size() - 1));
    double how = chance.nextDouble();
    boolean known = how < 0.4 && token != null;
    WebHeaders headers = known ? Caller.bearer(token) : how < 0.7 ? Caller.bearer("made-up-" + how) : WebHeaders.NONE;
    try {
      caller.ask(method, path.toString(), headers, body, address + "1", answer -> {
        if (!known && answer.done() && answer.status() != 204) {
          caller.complain(method + " " + path + " without a login was answered with " + answer.status());
        }
      });
    } catch (IllegalArgumentException unsayable) {
      // what HTTP cannot say never reaches a server
    }
  }

  private WebCall open(String token, String address, java.util.function.Consumer<Caller.Answer> then) {
    return caller.ask("GET", "/events", Caller.bearer(token).with("accept", "text/event-stream"), "", address + "1", then);
  }

  private void stream(Chance chance, String token, String address) {
    long lasts = (long) (STREAM_MOST * chance.nextDouble());
    WebCall call = open(token, address, answer -> {
      if (answer.status() != 200 && !REFUSED.contains(answer.status())) {
        caller.complain("an event stream was answered with " + answer.status());
      }
    });
    bench.time().after(lasts, call::cancel);
  }

  /** All were dropped, so that there is room for one. */
  private void streamsAgain(String token, String address, int attempts) {
    WebCall call = open(token, address, answer -> {
      boolean full = answer.status() == 429;
      if (full && attempts > 1) {
        bench.time().after(5 * Micros.SECOND, () -> streamsAgain(token, address, attempts - 1));
      } else if (full) {
        caller.complain("no event stream can be opened after those before were dropped");
      }
    });
    bench.time().after(Micros.SECOND, call::cancel);
  }
}
