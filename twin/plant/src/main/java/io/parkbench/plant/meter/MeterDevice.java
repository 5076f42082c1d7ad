package io.parkbench.plant.meter;

import io.parkbench.kernel.Responder;
import io.parkbench.protocol.modbus.Pdu;
import org.jspecify.annotations.Nullable;

/** The meters behind one address: each at its unit id, alone or behind a gateway (R-DYN-2). */
public final class MeterDevice implements Responder {
  /** The unit id by which a gateway itself is meant; a lone Ethernet interface such as IFE answers to it too. */
  public static final int GATEWAY = 255;

  private final @Nullable VirtualMeter[] meters = new VirtualMeter[GATEWAY + 1];
  private final Unknown unknown;

  /** What is heard of a unit that is not there. */
  public enum Unknown {
    /** Nothing. */
    SILENT,
    /** Exception 0A: the gateway has no way there. It is itself unit 255, without meter registers. */
    PATH_UNAVAILABLE,
    /** Exception 0B: the gateway asked there and heard nothing. It is itself unit 255, without meter registers. */
    TARGET_SILENT
  }

  public MeterDevice(Unknown unknown) {
    this.unknown = unknown;
  }

  /** Puts a meter at a unit id, 0 to 255; in the place of one that was there before. */
  public void put(int unit, VirtualMeter meter) {
    if (unit < 0 || unit > GATEWAY) {
      throw new IllegalArgumentException("a unit id is 0 to 255: " + unit);
    }
    meters[unit] = meter;
  }

  /** The meter at a unit id, 0 to 255, or null. */
  public @Nullable VirtualMeter at(int unit) {
    return meters[unit];
  }

  @Override
  public void asked(int unit, byte[] request, Reply reply) {
    VirtualMeter meter = meters[unit];
    if (meter != null) {
      meter.asked(request, reply);
    } else if (unknown != Unknown.SILENT) {
      reply.send(Pdu.exception(Pdu.function(request), unit == GATEWAY ? Pdu.ILLEGAL_ADDRESS
          : unknown == Unknown.PATH_UNAVAILABLE ? Pdu.PATH_UNAVAILABLE : Pdu.TARGET_SILENT));
    }
  }
}
