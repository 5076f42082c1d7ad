package io.parkbench.scenarios.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebAnswer;
import io.parkbench.kernel.WebResponse;
import io.parkbench.scenarios.steps.Visitors.Asked;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the gateway's API the same thing over and over while a claim about the answer is held over a span. */
final class ApiWatch {
  private static final long EVERY = Micros.SECOND / 4;
  private static final long FIRST_WITHIN = 30 * Micros.SECOND;

  private final Scene scene;
  private final Visitors visitors;
  private final String who;
  private final Asked asked;
  private @Nullable JsonNode latest;
  private String told = "nothing";
  private boolean over;

  private ApiWatch(Scene scene, Visitors visitors, String who, Asked asked) {
    this.scene = scene;
    this.visitors = visitors;
    this.who = who;
    this.asked = asked;
  }

  /**
   * Holds a claim over what is answered.
   *
   * @param claim of what the latest answer is; an answer that is no JSON is a missing node
   */
  static void expect(
      Scene scene, Visitors visitors, String who, Asked asked, Span span, Function<Supplier<JsonNode>, Claim> claim) {
    ApiWatch watch = new ApiWatch(scene, visitors, who, asked);
    watch.ask();
    try {
      scene.bench().time().runUntil(() -> watch.latest != null, scene.bench().time().now() + FIRST_WITHIN);
      if (watch.latest == null) {
        throw new ClaimError("no answer to " + asked.method() + " " + asked.target() + ": " + watch.told);
      }
      Claim of = claim.apply(watch::answer);
      scene.judge().expect(span, new Claim(of.words(), of.holds(), () -> of.actual().get() + " in " + watch.told));
    } finally {
      watch.over = true;
    }
  }

  private JsonNode answer() {
    return latest == null ? MissingNode.getInstance() : latest;
  }

  private void ask() {
    if (over) {
      return;
    }
    visitors.send(who, asked, new WebAnswer() {
      @Override
      public void answered(WebResponse response) {
        latest = Visitors.json(response.text());
        told = response.status() + " " + response.text();
        again();
      }

      @Override
      public void failed(Exchange.Failure why) {
        told = why.toString();
        again();
      }
    });
  }

  private void again() {
    scene.bench().time().after(EVERY, this::ask);
  }
}
