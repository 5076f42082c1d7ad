package io.parkbench.kernel;

/**
 * Where a device is found that speaks only when it is asked.
 *
 * @param name what people call it: faults and the recording go by this
 * @param host an IP address or host name, or a {@link SerialLine}
 * @param port 1…65535; 0 for a serial device
 * @param unit which of the devices behind that address is meant: the Modbus unit id, 0…255
 */
public record Endpoint(String name, String host, int port, int unit) {
  /** All units behind one address share one connection. */
  public String address() {
    return address(host, port);
  }

  /** The address of what is served at {@code host} and {@code port}. */
  public static String address(String host, int port) {
    return port == 0 ? host : host + ":" + port;
  }
}
