package io.parkbench.wire.modbus;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import com.ghgande.j2mod.modbus.Modbus;
import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import com.ghgande.j2mod.modbus.io.ModbusSerialTransaction;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.net.SerialConnection;
import com.ghgande.j2mod.modbus.util.SerialParameters;
import io.parkbench.kernel.SerialLine;
import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * Modbus RTU on a serial line. A serial line has no connection, so silence, a frame whose check fails and one that j2mod cannot take
 * to pieces are all one: no reply in time. Not for two threads.
 */
final class RtuMaster implements Master {
  private final SerialConnection connection;
  private final String path;

  RtuMaster(SerialLine line) {
    path = line.path();
    SerialParameters parameters = new SerialParameters();
    parameters.setPortName(path);
    parameters.setBaudRate(line.baud());
    parameters.setDatabits(8);
    parameters.setStopbits(line.stop() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT);
    parameters.setParity(parity(line.parity()));
    parameters.setEncoding(Modbus.SERIAL_ENCODING_RTU);
    connection = new SerialConnection(parameters);
  }

  static int parity(SerialLine.Parity parity) {
    return switch (parity) {
      case NONE -> SerialPort.NO_PARITY;
      case EVEN -> SerialPort.EVEN_PARITY;
      case ODD -> SerialPort.ODD_PARITY;
    };
  }

  @Override
  public void connect(int millis) throws IOException {
    if (!connection.isOpen()) {
      try {
        connection.open();
      } catch (SerialPortInvalidPortException e) {
        throw new IOException("there is no serial line " + path, e);
      }
    }
  }

  @Override
  public byte[] ask(int unit, byte[] request, int millis) throws IOException {
    connection.setTimeout(millis);
    ModbusSerialTransaction transaction = new ModbusSerialTransaction(connection);
    transaction.setRetries(1);
    transaction.setRequest(new PduRequest(unit, request));
    try {
      transaction.execute();
    } catch (ModbusSlaveException e) {
      // A reply too, only that j2mod throws it, and before it looks from whom it is.
    } catch (ModbusException e) {
      if (!connection.isOpen()) {
        throw new IOException(path + " is gone: " + e.getMessage(), e);
      }
      throw new SocketTimeoutException(String.valueOf(e.getMessage()));
    }
    ModbusResponse response = transaction.getResponse();
    if (response.getUnitID() != unit) {
      throw new SocketTimeoutException("unit " + response.getUnitID() + " replied to what unit " + unit + " was asked");
    }
    byte[] message = response.getMessage();
    byte[] pdu = new byte[1 + message.length];
    pdu[0] = (byte) response.getFunctionCode();
    System.arraycopy(message, 0, pdu, 1, message.length);
    return pdu;
  }

  @Override
  public boolean isConnected() {
    return connection.isOpen();
  }

  @Override
  public void close() {
    connection.close();
  }
}
