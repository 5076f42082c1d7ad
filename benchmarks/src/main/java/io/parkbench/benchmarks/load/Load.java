package io.parkbench.benchmarks.load;

import io.parkbench.kernel.RealTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The load, in a process of its own: {@code mix PORT SECONDS} or {@code listing PORT SECONDS}. Says {@code ready} once all have logged in,
 * and in its last line {@code broken N}, how many answers broke a rule.
 */
public final class Load {
  private static final int READERS = 24;
  private static final int FLOODS = 4;
  /** The load outlasts what is measured by so many seconds. */
  private static final int AFTER = 2;

  private static final int LISTERS = 12;

  private Load() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int port = Integer.parseInt(args[1]);
    long seconds = Long.parseLong(args[2]);
    long broken = switch (args[0]) {
      case "mix" -> mix(port, seconds);
      case "listing" -> listing(port, seconds);
      default -> throw new IllegalArgumentException("mix or listing, not " + args[0]);
    };
    System.out.println("broken " + broken);
  }

  /** 200 requests a second of 24 readers, a writer and a stranger, four event streams, and the flood. */
  private static long mix(int port, long seconds) throws IOException, InterruptedException {
    Tally tally = new Tally();
    // who is in asks from then on; the time counts from when all are
    AtomicLong over = new AtomicLong(Long.MAX_VALUE);
    LongSupplier end = over::get;
    List<Thread> clients = new ArrayList<>();
    try (Streams streams = new Streams(tally, port)) {
      Readers readers = new Readers(tally, port, end);
      for (int i = 0; i < READERS; i++) {
        clients.add(readers.start(i));
      }
      Writers writers = new Writers(tally, port, end);
      clients.add(writers.writer());
      clients.add(writers.stranger());
      Flood flood = new Flood(tally, port, end);
      clients.add(flood.greedy());
      for (int i = 0; i < FLOODS; i++) {
        clients.add(flood.start(i));
      }
      System.out.println("ready");
      over.set(RealTime.nanos() + (seconds + AFTER) * 1_000_000_000L);
      for (Thread client : clients) {
        client.join();
      }
    }
    System.out.println("  " + (READERS * Readers.RATE + 2 * Writers.RATE) + " requests/s, "
        + (tally.of("event") / seconds) + " events/s on four streams");
    return tally.print();
  }

  /** As many full listings as are answered on a few connections. */
  private static long listing(int port, long seconds) throws IOException, InterruptedException {
    Tally tally = new Tally();
    List<HttpsConnection> connections = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < LISTERS; i++) {
      connections.add(new HttpsConnection(port, "127.0.5." + (1 + i)));
      tokens.add(Login.token(connections.get(i), BusyCampus.READERS[i % BusyCampus.READERS.length]));
    }
    System.out.println("ready");
    long warm = RealTime.nanos() + seconds * 1_000_000_000L / 2;
    long end = warm + seconds * 1_000_000_000L;
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < LISTERS; i++) {
      HttpsConnection connection = connections.get(i);
      String token = tokens.get(i);
      clients.add(tally.start("lister-" + i, () -> list(tally, connection, token, warm, end)));
    }
    for (Thread client : clients) {
      client.join();
    }
    System.out.println("  " + tally.of("counted") / seconds + " full listings/s of " + BusyCampus.STATIONS + " stations, "
        + LISTERS + " connections");
    return tally.print();
  }

  private static void list(Tally tally, HttpsConnection connection, String token, long warm, long end) throws IOException {
    boolean looked = false;
    for (long start = RealTime.nanos(); start < end; start = RealTime.nanos()) {
      var answer = connection.ask("GET", "/stations?limit=200", token, null);
      tally.answered("listing", answer, Set.of(200));
      if (start >= warm && answer.status() == 200) {
        tally.count("counted");
        tally.took("listing", start);
      }
      if (!looked) {
        looked = true;
        int stations = connection.text(answer).split("\"station_id\"", -1).length - 1;
        if (stations != BusyCampus.STATIONS) {
          tally.breach("a listing of " + stations + " stations");
        }
        System.out.println("  a listing has " + answer.length() + " bytes");
      }
    }
    connection.close();
  }
}
