package io.parkbench.scenarios.probe.charger;

import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call.
 *
 * @param conf the answer; null where there is none
 * @param failure why not; null where there is one
 * @param micros it took
 */
record Reply<C extends Response>(@Nullable C conf, @Nullable Failure failure, long micros) {
  /** What the answer says, or what else came, as a word. */
  String word(Function<C, ?> what) {
    C answer = conf;
    return answer != null ? String.valueOf(what.apply(answer)) : switch (failure) {
      case Failure.Refused(var error, var description) -> "CALLERROR " + error;
      case Failure.BadAnswer(var error, var description) -> "an answer that is not valid (" + description + ")";
      case Failure.TimedOut timedOut -> "no answer";
      case Failure.LinkClosed closed -> "no link";
      case null -> "nothing";
    };
  }

  /** Whether the device said that it does not know the message. */
  boolean isUnsupported() {
    return failure instanceof Failure.Refused(var error, var description)
        && (error == io.parkbench.protocol.ocpp.OcppError.NotSupported
            || error == io.parkbench.protocol.ocpp.OcppError.NotImplemented);
  }

  boolean isSilent() {
    return failure instanceof Failure.TimedOut;
  }
}
