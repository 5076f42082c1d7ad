package io.parkbench.kernel;

/** A device, or several behind one address, that replies when it is asked. */
@FunctionalInterface
public interface Responder {
  /**
   * A request has arrived.
   *
   * @param unit which device is meant, 0…255
   * @param request a Modbus protocol data unit, as it came: nobody has checked it
   * @param reply to be told at most once, now or later; never, if the device is silent
   */
  void asked(int unit, byte[] request, Reply reply);

  /** Where the reply goes. */
  @FunctionalInterface
  interface Reply {
    void send(byte[] reply);
  }
}
