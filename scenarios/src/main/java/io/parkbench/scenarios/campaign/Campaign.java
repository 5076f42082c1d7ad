package io.parkbench.scenarios.campaign;

import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.run.CaseRun;
import io.parkbench.scenarios.campaign.run.SeedVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Runs many cases side by side, each on a thread of its own with nothing shared, so that the number of jobs changes no verdict. */
public final class Campaign {
  private Campaign() {}

  /**
   * The verdicts in the order of the seeds.
   *
   * @param draw the case of a seed
   * @param jobs how many run at once, 1 or more
   * @param policy what counts for a station that is lost: only leases are safe
   * @param progress hears how many are done, and the latest
   */
  public static List<SeedVerdict> run(
      List<Long> seeds, LongFunction<CampaignCase> draw, LeasePolicy policy, int jobs, BiConsumer<Integer, SeedVerdict> progress) {
    return each(seeds, seed -> CaseRun.run(draw.apply(seed), bench -> bench.leases(policy)), jobs, progress);
  }

  private static List<SeedVerdict> each(
      List<Long> seeds, Function<Long, SeedVerdict> run, int jobs, BiConsumer<Integer, SeedVerdict> progress) {
    List<SeedVerdict> verdicts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(jobs, Thread.ofPlatform().name("parkbench-seed-", 1).factory())) {
      CompletionService<SeedVerdict> done = new ExecutorCompletionService<>(threads);
      seeds.forEach(seed -> done.submit(() -> run.apply(seed)));
      for (int i = 0; i < seeds.size(); i++) {
        SeedVerdict verdict = done.take().get();
        verdicts.add(verdict);
        progress.accept(i + 1, verdict);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the campaign was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
    verdicts.sort((a, b) -> Long.compare(a.seed(), b.seed()));
    return verdicts;
  }
}
