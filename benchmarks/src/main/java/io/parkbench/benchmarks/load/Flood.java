package io.parkbench.benchmarks.load;

import io.parkbench.benchmarks.load.HttpsConnection.Answer;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.Seed;
import java.io.IOException;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Clients that try to get in as fast as they are answered: wrong passwords of a login, logins that do not exist, made-up tokens, right
 * passwords, from an address of their own after every {@value #EACH} attempts, so that the limit of an address does not stop them. And one
 * that is in and asks without measure.
 */
final class Flood {
  private static final int EACH = 20;

  private final Tally tally;
  private final int port;
  private final LongSupplier end;

  Flood(Tally tally, int port, LongSupplier end) {
    this.tally = tally;
    this.port = port;
    this.end = end;
  }

  Thread start(int number) {
    return tally.start("flood-" + number, () -> flood(number, new Seed(5).fork("flood-" + number)));
  }

  private void flood(int number, Chance chance) throws IOException {
    for (int source = 0; RealTime.nanos() < end.getAsLong(); source++) {
      try (HttpsConnection connection = new HttpsConnection(port,
          "127." + (10 + number) + "." + source / 250 + "." + (1 + source % 250))) {
        for (int i = 0; i < EACH && RealTime.nanos() < end.getAsLong(); i++) {
          long start = RealTime.nanos();
          attempt(connection, i, chance);
          tally.took("attempt to get in", start);
        }
      }
    }
  }

  private void attempt(HttpsConnection connection, int turn, Chance chance) throws IOException {
    String made = Long.toHexString(chance.between(0, Long.MAX_VALUE - 1));
    switch (turn % 4) {
      case 0 -> {
        Answer answer = Login.ask(connection, BusyCampus.FLOODED, BusyCampus.PASSWORD);
        tally.answered("right password", answer, Set.of(200, 429, 503));
      }
      case 1 -> tally.answered("wrong password", Login.ask(connection, BusyCampus.ATTACKED, made), Set.of(401, 429, 503));
      case 2 -> tally.answered("unknown login", Login.ask(connection, made, made), Set.of(401, 429, 503));
      default -> tally.answered(
          "made-up token", connection.ask("GET", "/stations?limit=200", made + made + made, null), Set.of(401));
    }
  }

  /** Gets no more than a session's burst and rate (R-BEMS-9). */
  Thread greedy() throws IOException {
    HttpsConnection connection = new HttpsConnection(port, "127.0.4.1");
    String token = Login.token(connection, BusyCampus.READERS[0]);
    long begin = RealTime.nanos();
    return tally.start("greedy", () -> {
      while (RealTime.nanos() < end.getAsLong()) {
        tally.answered("greedy", connection.ask("GET", "/site", token, null), Set.of(200, 429));
        RealTime.rest(5_000_000);
      }
      connection.close();
      long most = BusyCampus.BURST + BusyCampus.RATE * (1 + (RealTime.nanos() - begin) / 1_000_000_000L);
      if (tally.of("greedy 200") > most) {
        tally.breach("a session got " + tally.of("greedy 200") + " answers where " + most + " are its right");
      }
    });
  }
}
