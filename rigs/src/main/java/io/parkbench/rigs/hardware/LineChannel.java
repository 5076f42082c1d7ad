package io.parkbench.rigs.hardware;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Time;
import io.parkbench.rigs.file.Driver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of JSON to and from a driver: a program of its own, or what is at an address. */
@RealWorld("another process or machine answers when it likes, on a thread that only posts")
final class LineChannel implements AutoCloseable {
  private static final int CONNECT_MILLIS = 3_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OutputStream out;
  private final AutoCloseable under;

  /** What comes, on the loop's thread. */
  interface Hearer {
    void heard(JsonNode line);

    /** It is gone, or speaks no JSON. */
    void lost(String why);
  }

  private LineChannel(Time time, InputStream in, OutputStream out, AutoCloseable under, Hearer hearer) {
    this.out = out;
    this.under = under;
    Thread.ofPlatform().name("parkbench-driver-ear").daemon().start(() -> hear(time, in, hearer));
  }

  /**
   * Opens the way to a driver.
   *
   * @throws IOException where there is none; the message says what to do
   */
  static LineChannel open(Time time, Driver driver, Hearer hearer) throws IOException {
    return switch (driver) {
      case Driver.Command(List<String> words) -> {
        try {
          Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
          yield new LineChannel(time, process.getInputStream(), process.getOutputStream(), process::destroy, hearer);
        } catch (IOException e) {
          throw new IOException("the driver " + words.getFirst() + " cannot be started (" + e.getMessage()
              + "): give the path of a program that this user may run", e);
        }
      }
      case Driver.Lines(String host, int port) -> {
        Socket socket = new Socket();
        try {
          socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
          yield new LineChannel(time, socket.getInputStream(), socket.getOutputStream(), socket, hearer);
        } catch (IOException e) {
          socket.close();
          throw new IOException("no driver answers at " + host + ":" + port + " (" + e.getMessage()
              + "): start it, or correct the address", e);
        }
      }
      case Driver.Person person -> throw new IllegalArgumentException(person.text() + " speaks no JSON");
      case Driver.Written written -> throw new IllegalArgumentException(written.text() + " speaks no JSON");
    };
  }

  private static void hear(Time time, InputStream in, Hearer hearer) {
    String[] why = {"it has ended"};
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode heard = JSON.readTree(line);
        time.post(() -> hearer.heard(heard));
      }
    } catch (JsonProcessingException e) {
      why[0] = "it says what is no JSON: " + e.getOriginalMessage();
    } catch (IOException e) {
      why[0] = String.valueOf(e.getMessage());
    }
    time.post(() -> hearer.lost(why[0]));
  }

  /** Sends a line; false where nobody takes it. */
  boolean send(ObjectNode line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static ObjectNode line(String what) {
    return JSON.createObjectNode().put("do", what);
  }

  static @Nullable String text(JsonNode node, String key) {
    return node.path(key).isTextual() ? node.path(key).asText() : null;
  }

  @Override
  public void close() {
    try {
      under.close();
    } catch (Exception e) {
      throw new IllegalStateException("a driver could not be closed: " + e.getMessage(), e);
    }
  }
}
