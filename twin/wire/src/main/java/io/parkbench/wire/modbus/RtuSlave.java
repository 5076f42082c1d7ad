package io.parkbench.wire.modbus;

import com.digitalpetri.modbus.Crc16;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.RealWorld;
import io.parkbench.kernel.Responder;
import io.parkbench.kernel.SerialLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Modbus RTU: the devices on a serial line. A request ends when it has the length its function code says and its check is right;
 * where the code says nothing, after a silence. Frames whose check fails are thrown away.
 */
@RealWorld("a serial line's silences are real time")
final class RtuSlave implements AutoCloseable {
  private static final int FRAME_MAX = 256;
  /** Longer than 3.5 characters, for the buffers between here and the line. */
  private static final long SILENCE_NANOS = 30_000_000L;
  private static final long LOOK_NANOS = 500_000L;

  private final SerialPort port;
  private final Responder device;
  private volatile boolean closed;

  /**
   * @param device asked on a thread of this line, and may reply from any
   * @throws UncheckedIOException when the line cannot be opened
   */
  RtuSlave(SerialLine line, Responder device) {
    this.device = device;
    try {
      port = SerialPort.getCommPort(line.path());
    } catch (SerialPortInvalidPortException e) {
      throw new UncheckedIOException(new IOException("there is no serial line " + line.path(), e));
    }
    int stop = line.stop() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
    port.setComPortParameters(line.baud(), 8, stop, RtuMaster.parity(line.parity()));
    port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
    if (!port.openPort(0)) {
      throw new UncheckedIOException(
          new IOException("cannot open the serial line " + line.path() + ": error " + port.getLastErrorCode()));
    }
    Thread.ofPlatform().name("parkbench-modbus-line-" + line.path()).daemon().start(this::listen);
  }

  private void listen() {
    byte[] frame = new byte[FRAME_MAX];
    int filled = 0;
    long lastHeard = 0;
    while (!closed) {
      int count = port.readBytes(frame, FRAME_MAX - filled, filled);
      if (count < 0) {
        return;
      }
      filled += count;
      if (count > 0) {
        lastHeard = RealTime.nanos();
        if (filled == length(frame, filled) && isIntact(frame, filled)) {
          hear(frame, filled);
          filled = 0;
        }
      } else if (filled > 0 && RealTime.nanos() - lastHeard > SILENCE_NANOS) {
        if (isIntact(frame, filled)) {
          hear(frame, filled);
        }
        filled = 0;
      } else {
        RealTime.rest(LOOK_NANOS);
      }
    }
  }

  /** The length of a request of the usual kinds, or −1. */
  private static int length(byte[] frame, int filled) {
    return switch (filled < 2 ? 0 : frame[1]) {
      case 1, 2, 3, 4, 5, 6 -> 8;
      case 15, 16 -> filled < 7 ? -1 : 9 + (frame[6] & 0xFF);
      default -> -1;
    };
  }

  private static boolean isIntact(byte[] frame, int length) {
    return length >= 4 && check(frame, length - 2) == ((frame[length - 2] & 0xFF) | (frame[length - 1] & 0xFF) << 8);
  }

  private static int check(byte[] frame, int length) {
    Crc16 crc = new Crc16();
    crc.update(ByteBuffer.wrap(frame, 0, length));
    return crc.getValue() & 0xFFFF;
  }

  private void hear(byte[] frame, int length) {
    int unit = frame[0] & 0xFF;
    device.asked(unit, Arrays.copyOfRange(frame, 1, length - 2), pdu -> reply(unit, pdu));
  }

  private void reply(int unit, byte[] pdu) {
    byte[] frame = new byte[pdu.length + 3];
    frame[0] = (byte) unit;
    System.arraycopy(pdu, 0, frame, 1, pdu.length);
    int check = check(frame, frame.length - 2);
    frame[frame.length - 2] = (byte) check;
    frame[frame.length - 1] = (byte) (check >> 8);
    port.writeBytes(frame, frame.length);
  }

  @Override
  public void close() {
    closed = true;
    port.closePort();
  }
}
