package io.parkbench.wire.modbus;

import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.net.TCPMasterConnection;
import io.parkbench.kernel.RealTime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;

/** Modbus TCP: one connection, kept as long as it works. Not for two threads. */
final class TcpMaster implements Master {
  private final TCPMasterConnection connection;
  private final FrameTransport transport = new FrameTransport();
  private int transaction;

  /**
   * @param address resolved
   */
  TcpMaster(InetSocketAddress address) {
    connection = new TCPMasterConnection(address.getAddress());
    connection.setPort(address.getPort());
    connection.setModbusTransport(transport);
  }

  @Override
  public void connect(int millis) throws IOException {
    connection.setTimeout(millis);
    try {
      connection.connect();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public byte[] ask(int unit, byte[] request, int millis) throws IOException {
    long deadline = RealTime.nanos() + millis * 1_000_000L;
    transaction = transaction % 0xFFFF + 1;
    PduRequest message = new PduRequest(unit, request);
    message.setTransactionID(transaction);
    try {
      transport.writeRequest(message);
      return transport.reply(transaction, deadline);
    } catch (SocketTimeoutException e) {
      if (transport.isInFrame()) {
        close();
      }
      throw e;
    } catch (ModbusIOException e) {
      close();
      throw new IOException(e.getMessage(), e);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public boolean isConnected() {
    return connection.isConnected();
  }

  @Override
  public void close() {
    connection.close();
  }
}
