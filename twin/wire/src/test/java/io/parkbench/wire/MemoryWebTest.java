package io.parkbench.wire;

import io.parkbench.kernel.Carrier;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.VirtualTime;

class MemoryWebTest extends WebContract {
  @Override
  Carrier carrier(VirtualTime onTime) {
    return new MemoryCarrier();
  }
}
