package io.parkbench.wire;

import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.VirtualTime;

class SocketNetTest extends NetContract {
  @Override
  Carrier carrier(VirtualTime onTime) {
    return new SocketCarrier(onTime);
  }
}
