package io.parkbench.benchmarks.load;

import io.parkbench.wire.web.Trust;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A client's HTTP/1.1 connection by TLS that is kept alive: one request at a time, bodies of known length, as cheap as can be, since the load
 * takes its processor time from the server that is measured. For one thread.
 */
final class HttpsConnection implements AutoCloseable {
  private static final SSLContext TLS = Trust.all().sslContext();
  private static final int BUFFER = 64 * 1024;

  private final Socket socket;
  private final BufferedInputStream in;
  private byte[] body = new byte[BUFFER];

  /** What came back; {@code length} bytes of body. */
  record Answer(int status, Map<String, String> headers, int length) {
    /** A header by its name in lower case; empty for none. */
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** @param from the client's address, such as 127.0.0.5 */
  HttpsConnection(int port, String from) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Socket plain = new Socket();
    plain.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
    plain.setTcpNoDelay(true);
    plain.connect(new InetSocketAddress(loopback, port));
    socket = TLS.getSocketFactory().createSocket(plain, loopback.getHostAddress(), port, true);
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  /** Asks and waits for the whole answer. */
  Answer ask(String method, String target, @Nullable String token, @Nullable String json, String... headers) throws IOException {
    send(method, target, token, json, headers);
    Answer head = head();
    if (head.header("transfer-encoding").equals("chunked")) {
      throw new IOException("a stream where an answer was expected: " + method + " " + target + " " + head);
    }
    read(head.length());
    return head;
  }

  void send(String method, String target, @Nullable String token, @Nullable String json, String... headers) throws IOException {
    StringBuilder text = new StringBuilder(256);
    text.append(method).append(" /api/v2").append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    if (token != null) {
      text.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    for (int i = 0; i < headers.length; i += 2) {
      text.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    if (json != null) {
      text.append("Content-Type: application/json\r\nContent-Length: ").append(json.length()).append("\r\n");
    }
    text.append("\r\n").append(json == null ? "" : json);
    socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** The head of what comes next. */
  Answer head() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = status == 204 || status == 304 ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Answer(status, headers, length);
  }

  /** A line without its end. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server has closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private void read(int length) throws IOException {
    if (length > body.length) {
      body = new byte[length];
    }
    if (in.readNBytes(body, 0, length) < length) {
      throw new EOFException("the server has closed the connection");
    }
  }

  /** The body of the last answer. */
  String text(Answer answer) {
    return new String(body, 0, answer.length(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
