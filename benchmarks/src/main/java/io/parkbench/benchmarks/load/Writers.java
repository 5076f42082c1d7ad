package io.parkbench.benchmarks.load;

import io.parkbench.benchmarks.load.HttpsConnection.Answer;
import io.parkbench.kernel.RealTime;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The building that steers, and one that must not. Of the reductions of a zone the first of each period counts (R-BEMS-3): the writer knows when
 * its last one was taken, and so what the answer has to be.
 */
final class Writers {
  /** Requests a second of each. */
  static final int RATE = 4;

  private static final long PERIOD = BusyCampus.MINIMUM_PERIOD_S * 1_000_000_000L;

  private final Tally tally;
  private final int port;
  private final LongSupplier end;

  /** What was taken last in each zone; for the writer's thread. */
  private final Map<Integer, Taken> taken = new HashMap<>();

  /** A reduction's tag, and between which instants (ns) it was taken. */
  private record Taken(String tag, long asked, long answered) {
    /** What the next one may be told, asked and answered at these instants. */
    Set<Integer> allows(long nextAsked, long nextAnswered) {
      if (nextAnswered < asked + PERIOD) {
        return Set.of(429);
      }
      return nextAsked > answered + PERIOD ? Set.of(200) : Set.of(200, 429);
    }
  }

  Writers(Tally tally, int port, LongSupplier end) {
    this.tally = tally;
    this.port = port;
    this.end = end;
  }

  Thread writer() throws IOException {
    HttpsConnection connection = new HttpsConnection(port, "127.0.2.1");
    String token = Login.token(connection, BusyCampus.WRITER);
    return tally.start("writer", () -> {
      Pace pace = new Pace(RealTime.nanos(), 1_000_000_000L / RATE, end);
      for (int turn = 0; pace.next(); turn++) {
        if (turn % 3 < 2) {
          reduce(connection, token, 6 + turn % (BusyCampus.ZONES - 5), turn);
        } else {
          switchOff(connection, token, turn);
        }
        tally.took("write, from when it was due", pace.due());
      }
      connection.close();
    });
  }

  private static String reduction(int percent) {
    return "{\"zone_reduction\":" + percent
        + ",\"zone_reduction_type\":\"percentage\",\"zone_validity_mode\":\"duration\",\"zone_validity\":\"PT2H\"}";
  }

  private void reduce(HttpsConnection connection, String token, int zone, int turn) throws IOException {
    String target = "/zones/" + zone + "/reduction";
    Taken last = taken.get(zone);
    String tag = last != null ? last.tag() : connection.ask("GET", target, token, null).header("etag");
    long asked = RealTime.nanos();
    String[] condition = tag.isEmpty() ? new String[] {"If-None-Match", "*"} : new String[] {"If-Match", tag};
    Answer answer = connection.ask("PUT", target, token, reduction(80 + turn % 7), condition);
    long answered = RealTime.nanos();
    tally.answered("reduction", answer,
        last != null ? last.allows(asked, answered) : tag.isEmpty() ? Set.of(201) : Set.of(200, 429));
    if (answer.status() < 300) {
      taken.put(zone, new Taken(answer.header("etag"), asked, answered));
    }
  }

  /** Of a station without a car, and back. */
  private void switchOff(HttpsConnection connection, String token, int turn) throws IOException {
    int station = BusyCampus.STATIONS - turn / 3 % BusyCampus.EMPTY;
    boolean available = turn / 3 / BusyCampus.EMPTY % 2 == 1;
    Answer answer = connection.ask(
        "PUT", "/stations/" + station + "/connectors/1/availability", token, "{\"available\":" + available + "}");
    tally.answered("availability", answer, Set.of(200));
  }

  /** Somebody who has a login, but not the one that may steer. */
  Thread stranger() throws IOException {
    HttpsConnection connection = new HttpsConnection(port, "127.0.2.2");
    String token = Login.token(connection, BusyCampus.READERS[0]);
    return tally.start("stranger", () -> {
      Pace pace = new Pace(RealTime.nanos(), 1_000_000_000L / RATE, end);
      for (int turn = 0; pace.next(); turn++) {
        String target = turn % 2 == 0 ? "/zones/3/reduction" : "/stations/3/connectors/1/availability";
        String json = turn % 2 == 0 ? reduction(0) : "{\"available\":false}";
        tally.answered("stranger's write", connection.ask("PUT", target, token, json, "If-None-Match", "*"), Set.of(403));
      }
      connection.close();
    });
  }
}
