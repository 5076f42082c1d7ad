package io.parkbench.benchmarks.load;

import io.parkbench.benchmarks.load.HttpsConnection.Answer;
import io.parkbench.kernel.RealTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Four clients of the event stream with one login, which is as many as one has; a fifth is turned away. */
final class Streams implements AutoCloseable {
  private static final int STREAMS = 4;

  private final Tally tally;
  private final String token;
  private final List<HttpsConnection> open = new ArrayList<>();
  private volatile boolean over;

  Streams(Tally tally, int port) throws IOException {
    this.tally = tally;
    HttpsConnection first = new HttpsConnection(port, "127.0.3.1");
    token = Login.token(first, BusyCampus.READERS[1]);
    open.add(first);
    for (int i = 1; i < STREAMS; i++) {
      open.add(new HttpsConnection(port, "127.0.3.1"));
    }
    for (HttpsConnection connection : open) {
      Answer head = stream(connection);
      if (head.status() != 200) {
        tally.breach("a stream was answered with " + head.status());
      }
      connection.line();
      tally.start("stream", () -> hear(connection));
    }
    try (HttpsConnection fifth = new HttpsConnection(port, "127.0.3.1")) {
      // the four count once they flow
      RealTime.rest(500_000_000);
      Answer head = stream(fifth);
      tally.answered("fifth stream", head, Set.of(429));
    }
  }

  private Answer stream(HttpsConnection connection) throws IOException {
    connection.send("GET", "/events", token, null, "Accept", "text/event-stream");
    return connection.head();
  }

  private void hear(HttpsConnection connection) throws IOException {
    try {
      while (!over) {
        if (connection.line().startsWith("event:")) {
          tally.count("event");
        }
      }
    } catch (IOException e) {
      if (!over) {
        throw e;
      }
    }
  }

  @Override
  public void close() throws IOException {
    over = true;
    for (HttpsConnection connection : open) {
      connection.close();
    }
  }
}
