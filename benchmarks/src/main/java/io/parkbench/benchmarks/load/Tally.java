package io.parkbench.benchmarks.load;

import io.parkbench.benchmarks.load.HttpsConnection.Answer;
import io.parkbench.kernel.RealTime;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts what was asked and answered, and every answer that breaks a rule. For any thread. */
final class Tally {
  private static final int SHOWN = 20;

  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
  private final Map<String, Histogram> times = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
  private final LongAdder breaches = new LongAdder();

  void count(String what) {
    counts.computeIfAbsent(what, key -> new LongAdder()).increment();
  }

  long of(String what) {
    LongAdder count = counts.get(what);
    return count == null ? 0 : count.sum();
  }

  /** Takes an answer in; a status that is not among those that the rules allow is a breach. */
  void answered(String what, Answer answer, Set<Integer> allowed) {
    count(what + " " + answer.status());
    if (!allowed.contains(answer.status())) {
      breach(what + ": " + answer.status() + " instead of " + allowed);
    }
  }

  void breach(String text) {
    breaches.increment();
    if (broken.size() < SHOWN) {
      broken.add(text);
    }
  }

  /** How long something took since {@code start} (nanoseconds). */
  void took(String what, long start) {
    times.computeIfAbsent(what, key -> new ConcurrentHistogram(3)).recordValue((RealTime.nanos() - start) / 1_000);
  }

  /** Runs a client until it is told to stop; one that fails is a breach. */
  Thread start(String name, Client client) {
    return Thread.ofPlatform().name("parkbench-" + name).start(() -> {
      try {
        client.run();
      } catch (IOException | RuntimeException e) {
        breach(name + " failed: " + e);
      }
    });
  }

  /** What a client does. */
  @FunctionalInterface
  interface Client {
    void run() throws IOException;
  }

  /** Prints all of it; how many answers broke a rule. */
  long print() {
    StringBuilder line = new StringBuilder();
    counts.forEach((what, count) -> line.append(line.isEmpty() ? "" : ", ").append(what).append(" ×").append(count.sum()));
    System.out.println("  answers: " + line);
    times.forEach((what, histogram) -> System.out.println("  " + what + ": " + Figures.milliseconds(histogram)));
    broken.forEach(text -> System.out.println("  BROKEN " + text));
    System.out.println("  rules broken: " + breaches.sum());
    return breaches.sum();
  }
}
