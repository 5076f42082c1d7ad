package io.parkbench.rigs.file;

import io.parkbench.kernel.Endpoint;
import io.parkbench.protocol.meter.MeterModel;
import org.jspecify.annotations.Nullable;

/**
 * Where a real meter is.
 *
 * @param host an address, a host name, or a serial line as {@link io.parkbench.kernel.SerialLine} has it
 * @param port 0 on a serial line
 * @param unit Modbus unit id, 0…255
 * @param model what its registers are; null where the site says
 */
public record MeterPlace(String host, int port, int unit, @Nullable MeterModel model) {
  /** The same for a net, under a name for faults and the recording. */
  public Endpoint endpoint(String name) {
    return new Endpoint(name, host, port, unit);
  }

  public boolean serial() {
    return port == 0;
  }

  public String text() {
    return (serial() ? host : host + ":" + port) + " unit " + unit;
  }
}
