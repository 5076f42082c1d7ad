package io.parkbench.protocol.ocpp;

/**
 * Hears what became of a call; exactly one of the two is called, once, on the loop's thread.
 *
 * @param <C> the payload of the answer
 */
public interface Callback<C extends Response> {
  void answered(C conf);

  void failed(Failure failure);
}
