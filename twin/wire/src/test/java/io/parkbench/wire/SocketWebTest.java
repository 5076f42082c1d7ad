package io.parkbench.wire;

import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.VirtualTime;

class SocketWebTest extends WebContract {
  @Override
  Carrier carrier(VirtualTime onTime) {
    return new SocketCarrier(onTime);
  }
}
