package io.parkbench.plant.bems;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.kernel.Loop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pulls the status of the whole site: site, zones with their reductions, stations with their connectors; one pull at a time. */
final class Pull {
  private final Session session;
  private final Loop loop;
  private final Consumer<Result> heard;
  private final List<Consumer<Result>> waiting = new ArrayList<>();
  private boolean underWay;

  /**
   * Either a status, or the answer that stood in the way.
   *
   * @param zones as they came, for setup
   */
  record Result(@Nullable SiteStatus status, List<JsonNode> zones, List<JsonNode> stations, @Nullable Reply failure) {}

  /** @param heard is told each result once, before those who asked for it */
  Pull(Session session, Loop loop, Consumer<Result> heard) {
    this.session = session;
    this.loop = loop;
    this.heard = heard;
  }

  /** Starts one, unless one is under way. */
  void ask() {
    ask(result -> {});
  }

  /** Starts one, or joins the one under way. */
  void ask(Consumer<Result> then) {
    waiting.add(then);
    if (!underWay) {
      underWay = true;
      session.get("/site", reply -> {
        if (reply.isOk()) {
          zones(Lenient.text(reply.body(), "boot_id"));
        } else {
          end(reply);
        }
      });
    }
  }

  private void zones(String bootId) {
    Pages.of(session, "/zones",
        zones -> Pages.of(session, "/stations", stations -> reductions(bootId, zones, stations), this::end), this::end);
  }

  private void reductions(String bootId, List<JsonNode> zones, List<JsonNode> stations) {
    Map<Integer, SiteStatus.Zone> status = SiteStatus.zones(zones);
    Deque<Integer> reduced = new ArrayDeque<>();
    status.forEach((id, zone) -> {
      if (zone.reduced()) {
        reduced.add(id);
      }
    });
    nextReduction(reduced, status,
        () -> end(new Result(
            new SiteStatus(loop.now(), bootId, status, SiteStatus.stations(stations)), zones, stations, null)));
  }

  private void nextReduction(Deque<Integer> left, Map<Integer, SiteStatus.Zone> status, Runnable done) {
    Integer id = left.poll();
    if (id == null) {
      done.run();
      return;
    }
    session.get("/zones/" + id + "/reduction", reply -> {
      if (reply.isOk()) {
        SiteStatus.Reduced reduced = SiteStatus.reduced(reply.body());
        status.computeIfPresent(id, (key, zone) -> new SiteStatus.Zone(
            zone.type(), zone.maximumA(), zone.setpointA(), zone.setpointKw(), zone.transactions(), true, reduced));
      }
      nextReduction(left, status, done);
    });
  }

  private void end(Reply failure) {
    end(new Result(null, List.of(), List.of(), failure));
  }

  private void end(Result result) {
    List<Consumer<Result>> told = List.copyOf(waiting);
    waiting.clear();
    underWay = false;
    heard.accept(result);
    told.forEach(then -> then.accept(result));
  }
}
