package io.parkbench.kernel;

import org.jspecify.annotations.Nullable;

/** An address in virtual time: asks the device that is there, if any, and lets the carrier send what was said. */
final class Served implements Exchanges.Way<byte[], byte[]> {
  private final Carrier carrier;
  private @Nullable Responder device;

  Served(Carrier carrier) {
    this.carrier = carrier;
  }

  void by(Responder newDevice) {
    device = newDevice;
  }

  @Override
  public void ask(Endpoint to, byte[] request, long deadline, Exchanges.Back<byte[]> back) {
    Responder present = device;
    if (present == null) {
      back.unreachable();
    } else {
      present.asked(to.unit(), request, back::send);
    }
  }

  @Override
  public void replied(Endpoint to, byte[] request, byte[] reply) {
    carrier.exchange(to, request, reply);
  }
}
