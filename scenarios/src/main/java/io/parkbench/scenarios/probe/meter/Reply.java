package io.parkbench.scenarios.probe.meter;

import io.parkbench.kernel.Exchange;
import io.parkbench.protocol.modbus.Pdu;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request.
 *
 * @param pdu the reply; null where none came
 * @param failure why none came; null where one did
 * @param micros how long it took
 */
record Reply(byte[] request, byte @Nullable [] pdu, Exchange.@Nullable Failure failure, long micros) {
  /** The code of a refusal, or 0. */
  int code() {
    return pdu == null ? 0 : Pdu.exception(pdu);
  }

  /** Whether it holds all that was asked for. */
  boolean isWhole() {
    return pdu != null && Pdu.answers(request, pdu);
  }

  /** The registers as bytes; none where it is not {@link #isWhole}. */
  byte[] data() {
    return pdu != null && isWhole() ? Arrays.copyOfRange(pdu, Pdu.HEADER, pdu.length) : new byte[0];
  }

  String words() {
    return pdu == null ? failure == Exchange.Failure.UNREACHABLE ? "no connection" : "silence"
        : code() != 0 ? String.format(Locale.ROOT, "exception %02X", code()) : isWhole() ? "registers" : "a broken reply";
  }
}
