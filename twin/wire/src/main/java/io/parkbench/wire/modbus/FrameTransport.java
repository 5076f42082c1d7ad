package io.parkbench.wire.modbus;

import com.ghgande.j2mod.modbus.io.ModbusTCPTransport;
import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.RealWorld;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * j2mod's way of sending frames, with a reader that keeps them as they are: j2mod's own forgets what its message classes do not
 * know, loses its place when the time is up in the middle of a frame, and gives up at a late reply to an earlier request.
 */
@RealWorld("a socket's time-out is real time")
final class FrameTransport extends ModbusTCPTransport {
  private static final int HEADER = 6;

  private final byte[] buffer = new byte[HEADER + 0xFFFF];
  private @Nullable InputStream in;
  private int filled;

  @Override
  public void setSocket(Socket newSocket) throws IOException {
    newSocket.setTcpNoDelay(true);
    super.setSocket(newSocket);
    in = newSocket.getInputStream();
    filled = 0;
  }

  /**
   * Waits for the reply to a transaction; others are thrown away.
   *
   * @param deadline in {@link RealTime#nanos()}
   * @throws SocketTimeoutException when it has not come in time; the connection may be kept unless {@link #isInFrame}
   * @throws IOException when the connection is over, or what comes is not Modbus
   */
  byte[] reply(int transaction, long deadline) throws IOException {
    while (true) {
      int length = frameLength();
      if (length > 0 && filled >= length) {
        boolean ours = word(0) == transaction;
        byte[] pdu = Arrays.copyOfRange(buffer, HEADER + 1, length);
        System.arraycopy(buffer, length, buffer, 0, filled - length);
        filled -= length;
        if (ours) {
          return pdu;
        }
      } else {
        readMore(deadline);
      }
    }
  }

  /** Whether part of a frame has come, so that nobody knows where the next one begins. */
  boolean isInFrame() {
    return filled > 0;
  }

  /** The length of the frame at the beginning of the buffer, or 0 where that is not known yet. */
  private int frameLength() throws IOException {
    if (filled < HEADER) {
      return 0;
    }
    if (word(2) != 0 || word(4) == 0) {
      throw new IOException("this is not Modbus TCP: protocol " + word(2) + ", length " + word(4));
    }
    return HEADER + word(4);
  }

  private int word(int at) {
    return (buffer[at] & 0xFF) << 8 | buffer[at + 1] & 0xFF;
  }

  private void readMore(long deadline) throws IOException {
    InputStream open = in;
    if (open == null) {
      throw new EOFException("not connected");
    }
    long left = (deadline - RealTime.nanos()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("no reply in time");
    }
    socket.setSoTimeout((int) left);
    int count = open.read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      throw new EOFException("the other end closed the connection");
    }
    filled += count;
  }
}
