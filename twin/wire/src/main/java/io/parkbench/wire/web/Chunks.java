package io.parkbench.wire.web;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The client's end of a stream: passes on what comes, as it comes, on the library's thread. */
final class Chunks implements HttpResponse.BodySubscriber<Chunks> {
  private final Consumer<byte[]> heard;
  private final Runnable ended;
  private Flow.@Nullable Subscription subscription;
  private boolean cancelled;

  /** @param ended told once, also when the connection breaks */
  Chunks(Consumer<byte[]> heard, Runnable ended) {
    this.heard = heard;
    this.ended = ended;
  }

  @Override
  public CompletionStage<Chunks> getBody() {
    // the head is enough
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    if (cancelled) {
      newSubscription.cancel();
    } else {
      newSubscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      heard.accept(bytes);
    }
  }

  @Override
  public void onError(Throwable cause) {
    ended.run();
  }

  @Override
  public void onComplete() {
    ended.run();
  }

  /** Breaks the connection. */
  synchronized void cancel() {
    cancelled = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
