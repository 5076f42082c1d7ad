package io.parkbench.kernel;

/**
 * Asks devices that speak only when they are asked. Requests and replies are Modbus protocol data units: the function code and what
 * follows it; framing is the carrier's. Never blocks the loop.
 */
@FunctionalInterface
public interface Exchange {
  /**
   * Asks, and tells {@code answer} exactly once, on the loop's thread.
   *
   * @param request kept by the exchange, not to be changed any more
   * @param timeout µs from now until the device counts as silent
   */
  void ask(Endpoint to, byte[] request, long timeout, Answer answer);

  /** What became of a request. */
  interface Answer extends Exchanges.Answer<byte[]> {
    /** The device replied, with what was asked for or with an exception; {@code reply} is not to be changed. */
    @Override
    void answered(byte[] reply);

    @Override
    void failed(Failure why);
  }

  /** Why there is no reply. */
  enum Failure {
    /** Nothing was heard in time. */
    TIMED_OUT,
    /** There is no connection to the address, and none could be made; or it broke meanwhile. */
    UNREACHABLE
  }
}
