package io.parkbench.benchmarks.load;

import io.parkbench.benchmarks.load.HttpsConnection.Answer;
import io.parkbench.kernel.RealTime;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** Buildings that poll: each with a login and a connection of its own, within the rate that a session has by default. */
final class Readers {
  /** Requests a second of each. */
  static final int RATE = 8;

  /** What they read in turn; every other one is a listing. */
  private static final List<String> TARGETS = List.of(
      "/zones?limit=200", "/stations/17", "/stations?limit=200", "/zones/3", "/points?level=zone&limit=200", "/site",
      "/transactions?state=open&limit=200", "/stations/42/connectors", "/alarms?state=active", "/zones/7/stations");

  private final Tally tally;
  private final int port;
  private final LongSupplier end;

  Readers(Tally tally, int port, LongSupplier end) {
    this.tally = tally;
    this.port = port;
    this.end = end;
  }

  /** One of them, logged in; {@code number} from 0 tells its source address and its turn. */
  Thread start(int number) throws IOException {
    HttpsConnection connection = new HttpsConnection(port, "127.0.1." + (1 + number));
    String token = Login.token(connection, BusyCampus.READERS[number % BusyCampus.READERS.length]);
    return tally.start("reader-" + number, () -> read(connection, token, number));
  }

  private void read(HttpsConnection connection, String token, int number) throws IOException {
    long every = 1_000_000_000L / RATE;
    Pace pace = new Pace(RealTime.nanos() + every * number / 25, every, end);
    int turn = number;
    while (pace.next()) {
      String target = TARGETS.get(turn++ % TARGETS.size());
      Answer answer = connection.ask("GET", target, token, null);
      tally.answered("read", answer, Set.of(200));
      tally.took("read, from when it was due", pace.due());
      if (answer.length() == 0) {
        tally.breach("an empty answer to " + target);
      }
    }
    connection.close();
  }
}
