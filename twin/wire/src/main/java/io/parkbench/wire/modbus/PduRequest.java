package io.parkbench.wire.modbus;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.net.AbstractModbusListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A request that j2mod sends as it is, whatever it says. */
final class PduRequest extends ModbusRequest {
  private static final int LENGTH_MAX = 253;

  private final byte[] message;

  /**
   * @param pdu 1 to 253 bytes, or {@link IllegalArgumentException}
   */
  PduRequest(int unit, byte[] pdu) {
    if (pdu.length == 0 || pdu.length > LENGTH_MAX) {
      throw new IllegalArgumentException("a request has 1 to " + LENGTH_MAX + " bytes, not " + pdu.length);
    }
    message = Arrays.copyOfRange(pdu, 1, pdu.length);
    setUnitID(unit);
    setFunctionCode(pdu[0] & 0xFF);
    setDataLength(message.length);
  }

  @Override
  public byte[] getMessage() {
    return message.clone();
  }

  @Override
  public void writeData(DataOutput out) throws IOException {
    out.write(message);
  }

  @Override
  public void readData(DataInput in) {
    throw new UnsupportedOperationException("this side only asks");
  }

  @Override
  public ModbusResponse getResponse() {
    throw new UnsupportedOperationException("this side only asks");
  }

  @Override
  public ModbusResponse createResponse(AbstractModbusListener listener) {
    throw new UnsupportedOperationException("this side only asks");
  }
}
