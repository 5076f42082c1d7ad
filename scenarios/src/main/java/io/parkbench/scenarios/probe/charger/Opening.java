package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.protocol.ocpp.Rpc;

/** One link of the device, from its opening to its end. */
final class Opening {
  /** How a link ended. */
  enum End {
    OPEN,
    /** The device closed it, or it broke. */
    BY_DEVICE,
    /** We closed it, or broke it. */
    BY_PROBE,
    /** The device went silent on it. */
    SILENT
  }

  final int number;
  final Handshake handshake;
  final Link link;
  final Rpc rpc;
  final long openedAt;
  long lastHeard;
  long closedAt;
  End end = End.OPEN;
  /** Whether the device opened another one before this one was gone. */
  boolean overlapped;

  Opening(int number, Link link, Rpc rpc, long openedAt) {
    this.number = number;
    this.handshake = link.handshake();
    this.link = link;
    this.rpc = rpc;
    this.openedAt = openedAt;
    lastHeard = openedAt;
  }

  void ended(End how, long now) {
    if (end == End.OPEN) {
      end = how;
      closedAt = now;
    }
  }
}
