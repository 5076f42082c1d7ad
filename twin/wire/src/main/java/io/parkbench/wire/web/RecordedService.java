package io.parkbench.wire.web;

import io.parkbench.kernel.Time;
import io.parkbench.kernel.WebRecorder;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;

/** Records what others ask of a service, by the address from which they do, when it is answered. */
record RecordedService(Time time, WebRecorder recorder, WebService service) implements WebService {
  @Override
  public void handle(WebRequest request, Reply reply) {
    long asked = time.now();
    service.handle(request, new Reply() {
      @Override
      public void send(WebResponse response) {
        reply.send(response);
        time.post(() -> recorder.answered(time.now(), request.from(), asked, request, response, ""));
      }

      @Override
      public void onLoop(Runnable task) {
        reply.onLoop(task);
      }

      @Override
      public boolean isOnLoop() {
        return reply.isOnLoop();
      }
    });
  }
}
