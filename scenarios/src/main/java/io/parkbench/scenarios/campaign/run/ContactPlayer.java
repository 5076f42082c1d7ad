package io.parkbench.scenarios.campaign.run;

import io.parkbench.gateway.site.Input;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Links;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.input.Contact;
import io.parkbench.rigs.Bench;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.ContactKind;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.ContactPlan;
import io.parkbench.scenarios.campaign.plan.CeilingPlan.InputPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets happen to the contacts what a case says, and knows what an input must come to by it: by the level that its contact truly gives its
 * pin, once that has stood for long enough. Until then nobody can say.
 */
final class ContactPlayer {
  /** What an input must come to. */
  enum Said {
    ACTIVE, INACTIVE, UNSURE
  }

  private final Bench bench;
  private final Map<Integer, Line> lines = new TreeMap<>();

  /** A contact, its wire and the way to it. */
  private static final class Line {
    final InputPlan input;
    final Contact contact;
    final List<Faults.Guard> cuts = new ArrayList<>();
    int closed;
    int broken;
    long edgeAt;
    long cutAt = -1;
    Said before = Said.UNSURE;

    Line(InputPlan input, Contact contact) {
      this.input = input;
      this.contact = contact;
    }
  }

  ContactPlayer(Bench bench, CeilingPlan plan) {
    this.bench = bench;
    long start = bench.time().now();
    for (InputPlan input : plan.inputs()) {
      Line line = new Line(input, bench.plant().contact(input.number()));
      line.edgeAt = start;
      lines.put(input.number(), line);
      line.contact.watch(level -> {
        if (line.cuts.isEmpty()) {
          line.edgeAt = bench.time().now();
        }
      });
    }
    for (ContactPlan contact : plan.contacts()) {
      bench.time().at(start + Math.round(contact.atS() * Micros.SECOND), () -> begin(contact));
    }
  }

  private void begin(ContactPlan plan) {
    Line line = lines.get(plan.input());
    if (line == null) {
      return;
    }
    long lasts = Math.round(plan.forS() * Micros.SECOND);
    switch (plan.what()) {
      case CLOSED -> {
        line.closed++;
        move(line);
        bench.time().after(lasts, () -> {
          line.closed = Math.max(0, line.closed - 1);
          move(line);
        });
      }
      case BOUNCE -> line.contact.bounce(lasts);
      case CHATTER -> line.contact.chatter(lasts, plan.amount());
      case BROKEN_WIRE -> {
        line.broken++;
        line.contact.breakWire(true);
        bench.time().after(lasts, () -> {
          line.broken = Math.max(0, line.broken - 1);
          line.contact.breakWire(line.broken > 0);
        });
      }
      case CUT -> cut(line, lasts);
    }
  }

  private static void move(Line line) {
    if (line.closed > 0) {
      line.contact.close();
    } else {
      line.contact.open();
    }
  }

  private void cut(Line line, long lasts) {
    if (line.cuts.isEmpty()) {
      line.before = said(line);
      line.cutAt = bench.time().now();
    }
    Faults.Guard guard = bench.net().faults().add(Links.of(Input.pin(line.input.number())), new Fault.Cut());
    line.cuts.add(guard);
    bench.time().after(lasts, () -> {
      if (line.cuts.remove(guard)) {
        guard.close();
        heard(line);
      }
    });
  }

  private void heard(Line line) {
    if (line.cuts.isEmpty()) {
      line.cutAt = -1;
      line.edgeAt = bench.time().now();
    }
  }

  /** All wires are whole, and all contacts as they are when nothing limits. */
  void healAll() {
    for (Line line : lines.values()) {
      List.copyOf(line.cuts).forEach(Faults.Guard::close);
      if (!line.cuts.isEmpty()) {
        line.cuts.clear();
        heard(line);
      }
      line.broken = 0;
      line.contact.breakWire(false);
      line.closed = 0;
      move(line);
    }
  }

  /** What an enabled input must come to by now; INACTIVE for one that is not. */
  Said of(InputPlan input) {
    Line line = lines.get(input.number());
    return line == null || !input.enabled() ? Said.INACTIVE : said(line);
  }

  /** Whether the source of an input counts as lost by now. */
  boolean isLost(InputPlan input) {
    Line line = lines.get(input.number());
    return line != null && line.cutAt >= 0 && bench.time().now() - line.cutAt > lostAfter(line.input);
  }

  private Said said(Line line) {
    long now = bench.time().now();
    if (line.cuts.isEmpty()) {
      boolean settled = now - line.edgeAt > settles(line.input);
      return !settled ? Said.UNSURE : line.contact.isHigh() != line.input.activeLow() ? Said.ACTIVE : Said.INACTIVE;
    }
    if (now - line.cutAt <= lostAfter(line.input)) {
      return Said.UNSURE;
    }
    return switch (line.input.lost()) {
      case "active" -> Said.ACTIVE;
      case "inactive" -> Said.INACTIVE;
      default -> line.before;
    };
  }

  /** Until a level counts at the latest, µs: debounced, held, polled, and a time-out of twice the interval between two polls. */
  private static long settles(InputPlan input) {
    return (input.debounceMs() + input.holdMs() + 4L * input.pollMs() + 1_000) * Micros.MILLISECOND;
  }

  private static long lostAfter(InputPlan input) {
    return input.lostAfterMs() * Micros.MILLISECOND + settles(input);
  }

  /** Whether anything at an input is as it should not be, or limits. */
  boolean any(ContactKind what) {
    return lines.values().stream().anyMatch(line -> switch (what) {
      case CLOSED -> line.closed > 0;
      case BROKEN_WIRE -> line.broken > 0;
      case CUT -> !line.cuts.isEmpty();
      case BOUNCE, CHATTER -> false;
    });
  }
}
