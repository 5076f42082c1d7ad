package io.parkbench.protocol.ocpp;

/** Answers one call; the first answer counts, now or at any later instant. After the link has closed it does nothing. */
public interface Responder {
  /**
   * @throws IllegalArgumentException if {@code response} is not the answer to the action that was called
   * @throws IllegalStateException if there is an answer already
   */
  void answer(Response response);

  /**
   * Answers with a CALLERROR.
   *
   * @throws IllegalStateException if there is an answer already
   */
  void fail(OcppException failure);
}
