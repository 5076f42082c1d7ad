package io.parkbench.gateway.ocpp;

import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.Response;
import java.util.function.Consumer;

/** Makes a {@link Callback} of two functions. */
public final class Outcome {
  private Outcome() {}

  public static <C extends Response> Callback<C> of(Consumer<C> answered, Consumer<Failure> failed) {
    return new Callback<>() {
      @Override
      public void answered(C conf) {
        answered.accept(conf);
      }

      @Override
      public void failed(Failure failure) {
        failed.accept(failure);
      }
    };
  }
}
