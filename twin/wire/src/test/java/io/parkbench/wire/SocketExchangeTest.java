package io.parkbench.wire;

import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.VirtualTime;

class SocketExchangeTest extends ExchangeContract {
  @Override
  Carrier carrier(VirtualTime onTime) {
    return new SocketCarrier(onTime);
  }
}
