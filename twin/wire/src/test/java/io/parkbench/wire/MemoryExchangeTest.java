package io.parkbench.wire;

import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.VirtualTime;

class MemoryExchangeTest extends ExchangeContract {
  @Override
  Carrier carrier(VirtualTime onTime) {
    return new MemoryCarrier();
  }
}
