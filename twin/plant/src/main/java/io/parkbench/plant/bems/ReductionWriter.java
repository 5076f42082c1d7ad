package io.parkbench.plant.bems;

import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.WebHeaders;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets and lifts reductions. It looks at what there is first, so that it replaces only what it has seen ({@code If-Match}); where somebody
 * was quicker it looks once more. A refusal for coming too soon is told, not tried again.
 */
final class ReductionWriter {
  /** What gateways usually have between two setpoints of a zone; counts where they do not say. */
  private static final long PERIOD = Micros.MINUTE;

  private final Session session;
  private final Loop loop;
  private final Persona persona;
  private final Outcomes outcomes;

  ReductionWriter(Session session, Loop loop, Persona persona, Outcomes outcomes) {
    this.session = session;
    this.loop = loop;
    this.persona = persona;
    this.outcomes = outcomes;
  }

  /** @param zone null where the map has none of that name */
  void reduce(String name, SiteMap.@Nullable Zone zone, Reduction reduction, Consumer<Outcome> then) {
    String what = "reduce " + name + " to " + reduction;
    String refusal = zone == null ? "setup knows no zone '" + name + "'; run setup again if it is new"
        : persona.units().contains(reduction.unit()) ? null
            : "persona " + persona.word() + " writes no " + reduction.unit().sign() + ", but "
                + String.join(" or ", persona.units().stream().map(Reduction.Unit::sign).toList());
    if (zone == null || refusal != null) {
      then.accept(outcomes.add(Outcome.notSent(loop.now(), what, Objects.requireNonNullElse(refusal, ""))));
    } else {
      write(what, zone.id(), reduction, false, then);
    }
  }

  void lift(String name, SiteMap.@Nullable Zone zone, Consumer<Outcome> then) {
    String what = "lift the reduction of " + name;
    if (zone == null) {
      then.accept(outcomes.add(Outcome.notSent(loop.now(), what, "setup knows no zone '" + name + "'")));
    } else {
      write(what, zone.id(), null, false, then);
    }
  }

  /** A gateway in its older manner says 200 to a setpoint that comes too soon, and that it was not applied. */
  private Outcome outcome(String what, Reply reply) {
    if (reply.isOk() && Boolean.FALSE.equals(Lenient.flag(reply.body(), "applied"))) {
      return new Outcome(
          loop.now(), what, Outcome.Result.REFUSED, reply.status(), "setpoint-period", "the one before it stays",
          loop.now() + PERIOD);
    }
    return Outcome.of(loop.now(), what, reply);
  }

  private void write(String what, int zone, @Nullable Reduction reduction, boolean again, Consumer<Outcome> then) {
    String path = "/zones/" + zone + "/reduction";
    session.get(path, seen -> {
      if (!seen.isOk() && (seen.status() != 404 || reduction == null)) {
        then.accept(outcomes.add(Outcome.of(loop.now(), what, seen)));
        return;
      }
      String tag = seen.headers().get("etag");
      WebHeaders condition = seen.isOk()
          ? WebHeaders.of("if-match", tag != null && Lenient.isPrintable(tag) ? tag : "*")
          : WebHeaders.of("if-none-match", "*");
      session.ask(reduction == null ? "DELETE" : "PUT", path, condition, reduction == null ? null : reduction.toJson(), reply -> {
        if (!again && (reply.status() == 412 || reply.status() == 428)) {
          write(what, zone, reduction, true, then);
        } else {
          then.accept(outcomes.add(outcome(what, reply)));
        }
      });
    });
  }
}
