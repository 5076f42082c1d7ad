package io.parkbench.scenarios.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;

/** Runs seeds side by side, each on a thread of its own with nothing shared, so that the number of jobs changes no outcome. */
public final class Jobs {
  private Jobs() {}

  /**
   * What comes of each seed, in no order; what a run throws is thrown here.
   *
   * @param jobs how many run at once, 1 or more
   * @param progress hears how many are done, and the latest
   */
  public static <T> List<T> run(List<Long> seeds, LongFunction<T> run, int jobs, BiConsumer<Integer, T> progress) {
    List<T> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(jobs, Thread.ofPlatform().name("parkbench-seed-", 1).factory())) {
      CompletionService<T> done = new ExecutorCompletionService<>(threads);
      seeds.forEach(seed -> done.submit(() -> run.apply(seed)));
      for (int i = 0; i < seeds.size(); i++) {
        T outcome = done.take().get();
        outcomes.add(outcome);
        progress.accept(i + 1, outcome);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the runs were interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
    return outcomes;
  }
}
