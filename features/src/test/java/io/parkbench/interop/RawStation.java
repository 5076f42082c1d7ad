package io.parkbench.interop;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A WebSocket client down to the bytes, which a library would not let us get wrong. */
final class RawStation implements AutoCloseable {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int PING = 9;

  private static final int CLOSE = 8;
  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;

  /** What came: a text, or the end with its close code (0 where there was none). */
  record Heard(String text, int closeCode) {
    boolean isEnd() {
      return closeCode >= 0;
    }
  }

  private RawStation(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  /** Connects and sends {@code request} instead of a handshake; nothing is read. */
  static RawStation saying(int port, String request) throws IOException {
    RawStation station = new RawStation(port);
    station.raw(request.getBytes(StandardCharsets.ISO_8859_1));
    return station;
  }

  /** Connects under {@code identity} and is let in. */
  static RawStation connect(int port, String identity) throws IOException {
    RawStation station = saying(port, handshake(identity, "ocpp1.6"));
    String status = station.line();
    if (!status.contains(" 101 ")) {
      throw new IOException("not let in: " + status);
    }
    String header = status;
    while (!header.isEmpty()) {
      header = station.line();
    }
    return station;
  }

  static String handshake(String identity, String subprotocol) {
    return "GET /" + identity + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: " + subprotocol
        + "\r\n\r\n";
  }

  /** The next line of an HTTP answer; empty at the end of the socket as well. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = read(); b >= 0 && b != '\n'; b = read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  private int read() throws IOException {
    try {
      return in.read();
    } catch (SocketException e) {
      return -1; // reset: closed as well
    }
  }

  void text(String text) throws IOException {
    frame(FIN | TEXT, true, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a frame whose first byte is {@code head}; by the book it has FIN, a known opcode, and is masked. */
  void frame(int head, boolean masked, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
    frame.write(head);
    int mask = masked ? MASKED : 0;
    if (payload.length < 126) {
      frame.write(mask | payload.length);
    } else if (payload.length < 65_536) {
      frame.write(mask | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(mask | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >> shift));
      }
    }
    if (masked) {
      frame.writeBytes(new byte[4]); // masked with zeros, which leaves the payload as it is
    }
    frame.writeBytes(payload);
    raw(frame.toByteArray());
  }

  /** Sends bytes as they are; what the other end has closed already takes none. */
  void raw(byte[] bytes) throws IOException {
    try {
      out.write(bytes);
      out.flush();
    } catch (SocketException e) {
      // closed under way: what comes is the end, which hear() tells
    }
  }

  /** The next text or the end; pings are passed over. Nothing for twenty seconds fails. */
  Heard hear() throws IOException {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte();
        byte[] payload = new byte[length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length];
        in.readFully(payload);
        if (opcode == TEXT) {
          return new Heard(new String(payload, StandardCharsets.UTF_8), -1);
        }
        if (opcode == CLOSE) {
          return new Heard("", payload.length < 2 ? 0 : (payload[0] & 0xff) << 8 | (payload[1] & 0xff));
        }
      }
    } catch (EOFException | SocketException e) {
      return new Heard("", 0);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
