package io.parkbench.gateway.api.web;

import io.parkbench.kernel.WebResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Carries a command out once for each {@code Idempotency-Key} of a user, and answers the same again for 24 hours. */
public final class Idempotency {
  private static final long KEPT = 24L * 3_600 * 1_000_000;
  private static final int MOST = 1_000;
  private static final String KEY = "[\\x21-\\x7e]{1,100}";

  private final LongSupplier now;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private static final class Entry {
    private final long at;
    private final byte[] body;
    private @Nullable WebResponse response;

    private Entry(long at, byte[] body) {
      this.at = at;
      this.body = body;
    }
  }

  /** @param now µs since 1970, asked by any thread */
  public Idempotency(LongSupplier now) {
    this.now = now;
  }

  void once(Call call, Runnable command) {
    String given = call.header("Idempotency-Key");
    if (given == null || !given.matches(KEY)) {
      throw Problem.parameter("Idempotency-Key", "1 to 100 printable characters are expected.");
    }
    String key = call.caller().user() + " " + call.asked().what() + " " + given;
    WebResponse before = before(key, call.request().body());
    if (before != null) {
      call.send(WebResponse.of(before.status(), before.headers().with("Idempotency-Replayed", "true"), before.body()));
      return;
    }
    call.onAnswer(response -> keep(key, response));
    command.run();
  }

  /** The answer that was given before, or null if this is the first time. */
  private synchronized @Nullable WebResponse before(String key, byte[] body) {
    entries.values().removeIf(entry -> now.getAsLong() - entry.at > KEPT);
    Entry entry = entries.get(key);
    if (entry == null) {
      if (entries.size() >= MOST) {
        entries.remove(entries.keySet().iterator().next());
      }
      entries.put(key, new Entry(now.getAsLong(), body));
      return null;
    }
    if (!Arrays.equals(entry.body, body)) {
      throw Problem.parameter("Idempotency-Key", "The key was used with another body.");
    }
    if (entry.response == null) {
      throw new Problem(Code.CONFLICT, "The same command is under way.");
    }
    return entry.response;
  }

  /** What went wrong may go well when tried again. */
  private synchronized void keep(String key, WebResponse response) {
    Entry entry = entries.get(key);
    if (response.status() >= 500) {
      entries.remove(key);
    } else if (entry != null) {
      entry.response = response;
    }
  }
}
