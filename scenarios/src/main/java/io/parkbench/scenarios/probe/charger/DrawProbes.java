package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ClearChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is drawn under limits, by the charger's own meter. */
final class DrawProbes {
  private static final String GROUP = "What it draws";
  private static final double LEAST = 6;
  private static final long SLOW = 20 * Micros.SECOND;
  private static final int WRITES = 10;
  private static final long WORN = 4 * Micros.SECOND;
  private static final ChargingProfilePurposeType MAX = ChargingProfilePurposeType.ChargePointMaxProfile;

  private DrawProbes() {}

  static List<Probe<ChargerUnderTest>> all() {
    return List.of(
        Probe.of("setpoint-followed", GROUP, "draws what a TxProfile allows", DrawProbes::follows),
        Probe.of("apply-time", GROUP, "follows a new limit within seconds", DrawProbes::applies),
        Probe.of("tenths", GROUP, "offers tenths of an ampere", DrawProbes::tenths),
        Probe.of("least", GROUP, "charges with 6 A", DrawProbes::least),
        Probe.of("below-least", GROUP, "pauses below 6 A", DrawProbes::below),
        Probe.of("zero-pauses", GROUP, "pauses at 0 A, and goes on within the next limit", DrawProbes::zero),
        Probe.of("replaced", GROUP, "a new profile takes the place of one of its id", DrawProbes::replaced),
        Probe.of("clear-obeyed", GROUP, "a removed profile limits no more", DrawProbes::cleared),
        Probe.of("clear-high-level", GROUP, "one of a higher stack level, too", DrawProbes::clearedHigh),
        Probe.of("higher-level-wins", GROUP, "the highest stack level counts", DrawProbes::higherWins),
        Probe.of("tx-over-default", GROUP, "a TxProfile counts in place of a TxDefaultProfile", DrawProbes::purposes),
        Probe.of("default-while-charging", GROUP, "a new TxDefaultProfile touches a running session", DrawProbes::defaults),
        Probe.of("max-binds", GROUP, "a ChargePointMaxProfile limits a connector", DrawProbes::max),
        Probe.of("max-binds-all", GROUP, "it limits all connectors together", DrawProbes::maxTogether),
        Probe.of("many-writes", GROUP, "takes many profiles in a row as fast as one", DrawProbes::writes));
  }

  private static Finding follows(ChargerUnderTest charger) {
    return FormProbes.ready(charger, () -> {
      Known known = charger.known;
      double full = known.fullAmps;
      if (full < known.high() - Limits.NEAR) {
        return Finding.unsure("draws only " + full + " A without any limit: too little to tell");
      }
      Double low = drawnAt(charger, known.low());
      Double high = drawnAt(charger, known.high());
      String said = "draws " + amps(low) + " at " + known.low() + " A, " + amps(high) + " at " + known.high() + " A, "
          + amps(full) + " without a limit";
      if (low == null || high == null) {
        return Finding.unsure(said);
      }
      known.follows = Limits.near(low, known.low()) && Limits.near(high, known.high());
      if (known.follows) {
        return Finding.sound(said);
      }
      if (Limits.near(low, full) && Limits.near(high, full)) {
        return ignored(charger, said);
      }
      double less = known.low() - low;
      if (Math.abs(less) >= 1 && Math.abs(known.high() - high - less) <= Limits.NEAR / 2) {
        known.follows = true;
        known.offset = less;
        return (less > 0 ? Finding.quirk("pilot-offset", said) : Finding.odd(said)).with("pilot_offset_a", -less, "A");
      }
      return Finding.odd(said);
    });
  }

  /** Whatever is set, as much is drawn: what happens at 0 A tells a station that lets the car have too much from one that does nothing. */
  private static Finding ignored(ChargerUnderTest charger, String said) {
    if (!charger.limits.tx(0)) {
      return Finding.unsure(said + ", and does not take 0 A");
    }
    Double drawn = charger.sessions.settled(1);
    if (drawn == null) {
      return Finding.unsure(said + ", nothing known at 0 A");
    }
    charger.known.ignores = drawn > Sessions.SOME;
    String all = said + ", " + amps(drawn) + " at 0 A";
    return charger.known.ignores ? Finding.quirk("accept-but-ignore-limit", all) : Finding.quirk("draws-above-setpoint", all);
  }

  private static Finding applies(ChargerUnderTest charger) {
    return following(charger, () -> {
      double high = charger.known.high();
      if (!charger.limits.tx(high) || !charger.limits.obeyed(charger.sessions.settled(1), high)) {
        return Finding.unsure("did not come to " + high + " A first");
      }
      charger.pass(charger.pace.sample);
      long asked = charger.now();
      if (!charger.limits.tx(charger.known.low())) {
        return Finding.unsure("the limit was not taken");
      }
      long answered = charger.now();
      Double drawn = null;
      while (charger.now() < answered + 2 * charger.pace.settle && !charger.limits.obeyed(drawn, charger.known.low())) {
        charger.pass(charger.pace.rest);
        drawn = charger.sessions.drawn(1);
      }
      if (!charger.limits.obeyed(drawn, charger.known.low())) {
        return Finding.unsure("still draws " + amps(drawn));
      }
      long took = charger.now() - answered;
      charger.known.settles = took;
      String said = "follows within " + Math.round(took / (double) Micros.SECOND) + " s of its answer, which took "
          + (answered - asked) / Micros.MILLISECOND + " ms";
      return (took > SLOW + charger.pace.sample / 2 ? Finding.quirk("slow-apply-30s", said) : Finding.sound(said))
          .with("applies_within_s", took / (double) Micros.SECOND, "s");
    });
  }

  private static Finding tenths(ChargerUnderTest charger) {
    return following(charger, () -> {
      double limit = charger.known.low() + 0.4;
      if (!charger.limits.tx(limit)) {
        return Finding.untried("it takes whole amperes only");
      }
      Double drawn = charger.sessions.settled(1);
      return drawn == null ? Finding.unsure("no sample came") : Finding.sound("draws " + amps(drawn) + " at " + limit + " A")
          .with("drawn_at_tenths_a", drawn, "A");
    });
  }

  private static Finding least(ChargerUnderTest charger) {
    return following(charger, () -> {
      if (!charger.limits.tx(LEAST)) {
        return charger.known.kinds.contains("Absolute") ? Finding.odd("does not take a limit of 6 A")
            : Finding.quirk("absolute-kind-rejected", "does not take a limit of 6 A");
      }
      Double drawn = charger.sessions.settled(1);
      charger.sessions.end(1); // a car that has paused may not wake
      return drawn != null && drawn <= LEAST + Limits.NEAR ? Finding.sound("draws " + amps(drawn)).with("drawn_at_6_a", drawn, "A")
          : Finding.unsure("draws " + amps(drawn));
    });
  }

  private static Finding below(ChargerUnderTest charger) {
    return following(charger, () -> {
      if (!charger.limits.tx(LEAST - 1)) {
        return Finding.sound("does not take a limit of 5 A");
      }
      Double drawn = charger.sessions.settled(1);
      charger.sessions.end(1);
      return drawn == null ? Finding.unsure("no sample came")
          : drawn <= LEAST - 1 + Limits.NEAR ? Finding.sound("draws " + amps(drawn) + " at 5 A")
              : Finding.odd("draws " + amps(drawn) + " at 5 A");
    });
  }

  private static Finding zero(ChargerUnderTest charger) {
    return following(charger, () -> {
      Charging running = charger.central.running(1);
      if (!charger.limits.tx(0)) {
        return charger.known.kinds.contains("Absolute") ? Finding.odd("does not take a limit of 0 A")
            : Finding.quirk("absolute-kind-rejected", "does not take a limit of 0 A");
      }
      Double paused = charger.sessions.settled(1);
      Finding finding = atZero(charger, running, paused);
      if (finding == null) {
        finding = resumes(charger);
      }
      charger.sessions.end(1);
      return finding;
    });
  }

  private static @Nullable Finding atZero(ChargerUnderTest charger, @Nullable Charging running, @Nullable Double drawn) {
    StopTransaction.Req stop = running == null ? null : running.stop;
    if (stop != null) {
      return Finding.quirk("zero-ends-transaction", "ends the transaction, reason " + stop.reason());
    }
    if (drawn == null) {
      return Finding.unsure("no sample came at 0 A");
    }
    if (drawn <= Sessions.SOME) {
      return null;
    }
    if (charger.limits.isFull(drawn)) {
      return Finding.quirk("zero-means-unlimited", "draws " + amps(drawn) + " at 0 A, as without a limit");
    }
    return charger.limits.obeyed(drawn, LEAST) || Limits.near(drawn, LEAST)
        ? Finding.quirk("zero-means-6A", "draws " + amps(drawn) + " at 0 A") : Finding.odd("draws " + amps(drawn) + " at 0 A");
  }

  private static Finding resumes(ChargerUnderTest charger) {
    double low = charger.known.low();
    if (!charger.limits.tx(low)) {
      return Finding.unsure("pauses at 0 A, and takes no limit to go on with");
    }
    Double drawn = charger.sessions.settled(1);
    if (charger.limits.obeyed(drawn, low)) {
      return Finding.sound("pauses at 0 A, goes on with " + amps(drawn) + " at " + low + " A");
    }
    return charger.limits.isFull(drawn)
        ? Finding.quirk("unlimited-after-0A-resume", "pauses at 0 A, goes on with " + amps(drawn) + " at " + low + " A")
        : Finding.unsure("pauses at 0 A, then draws " + amps(drawn) + " at " + low + " A; the car may have fallen asleep");
  }

  private static Finding replaced(ChargerUnderTest charger) {
    return following(charger, () -> {
      if (!charger.limits.tx(charger.known.low()) || !charger.limits.tx(charger.known.high())) {
        return Finding.unsure("the limits were not taken");
      }
      Double drawn = charger.sessions.settled(1);
      return charger.limits.obeyed(drawn, charger.known.high()) ? Finding.sound("draws " + amps(drawn))
          : Finding.odd("draws " + amps(drawn) + " instead of the later limit");
    });
  }

  private static Finding cleared(ChargerUnderTest charger) {
    return clearing(charger, 0);
  }

  private static Finding clearedHigh(ChargerUnderTest charger) {
    return charger.known.maxStackLevel < 1 ? Finding.untried("it takes stack level 0 only")
        : clearing(charger, Math.min(3, charger.known.maxStackLevel));
  }

  private static Finding clearing(ChargerUnderTest charger, int level) {
    return following(charger, () -> {
      if (level == 0 && !charger.known.removesProfiles) {
        return Finding.untried("it removes none");
      }
      var profile = FormProbes.profile(charger, ChargingProfilePurposeType.TxProfile, charger.profiles.usual().atLevel(level),
          charger.known.low());
      if (!charger.limits.set(1, profile) || !charger.limits.obeyed(charger.sessions.settled(1), charger.known.low())) {
        charger.sessions.end(1);
        return Finding.unsure("a profile of stack level " + level + " was not taken or not followed");
      }
      String word = charger.call(new ClearChargingProfile.Req(profile.chargingProfileId(), null, null, null))
          .word(ClearChargingProfile.Conf::status);
      Double drawn = charger.sessions.settled(1);
      charger.sessions.end(1);
      String said = "answers " + word + ", then draws " + amps(drawn);
      if (word.equals("Accepted") && charger.limits.isFull(drawn)) {
        return Finding.sound(said);
      }
      return word.equals("Accepted") && level > 0 && charger.limits.obeyed(drawn, charger.known.low())
          ? Finding.quirk("stale-high-stack-wins", said + ": the profile of stack level " + level + " is still there")
          : Finding.odd(said);
    });
  }

  private static Finding higherWins(ChargerUnderTest charger) {
    if (charger.known.maxStackLevel < 1) {
      return Finding.untried("it takes stack level 0 only");
    }
    return following(charger, () -> {
      var usual = charger.profiles.usual();
      boolean taken = charger.limits.set(1, FormProbes.profile(charger, ChargingProfilePurposeType.TxProfile, usual.atLevel(1),
          charger.known.low())) && charger.limits.tx(charger.known.high());
      Double drawn = charger.sessions.settled(1);
      charger.sessions.end(1);
      if (!taken) {
        return Finding.unsure("the profiles were not taken");
      }
      return charger.limits.obeyed(drawn, charger.known.low()) ? Finding.sound("draws " + amps(drawn))
          : Finding.odd("draws " + amps(drawn) + ": the lower stack level counts");
    });
  }

  private static Finding purposes(ChargerUnderTest charger) {
    return following(charger, () -> {
      if (!charger.limits.base(charger.known.low()) || !charger.limits.tx(charger.known.high())) {
        return Finding.unsure("the profiles were not taken");
      }
      Double drawn = charger.sessions.settled(1);
      String said = "draws " + amps(drawn) + " with a TxDefaultProfile of " + charger.known.low() + " A and a TxProfile of "
          + charger.known.high() + " A";
      charger.sessions.end(1);
      return charger.limits.obeyed(drawn, charger.known.high()) ? Finding.sound(said)
          : charger.limits.obeyed(drawn, charger.known.low()) ? Finding.quirk("min-over-all-purposes", said) : Finding.odd(said);
    });
  }

  private static Finding defaults(ChargerUnderTest charger) {
    return following(charger, () -> {
      double low = charger.known.low();
      if (!charger.limits.base(low)) {
        return Finding.odd("takes no TxDefaultProfile");
      }
      Double drawn = charger.sessions.settled(1);
      if (charger.limits.obeyed(drawn, low)) {
        return Finding.sound("draws " + amps(drawn));
      }
      charger.sessions.endOnly(1);
      Double next = charger.sessions.ensure(1) ? charger.sessions.settled(1) : null;
      String said = "goes on with " + amps(drawn) + ", draws " + amps(next) + " in the next session";
      return charger.limits.obeyed(next, low) ? Finding.quirk("txdefault-next-transaction-only", said) : Finding.odd(said);
    });
  }

  private static Finding max(ChargerUnderTest charger) {
    return following(charger, () -> {
      if (!charger.limits.set(0, FormProbes.profile(charger, MAX, charger.profiles.usual(), charger.known.low()))) {
        return Finding.untried("it takes no ChargePointMaxProfile");
      }
      Double drawn = charger.sessions.settled(1);
      return charger.limits.obeyed(drawn, charger.known.low()) ? Finding.sound("draws " + amps(drawn))
          : Finding.odd("draws " + amps(drawn) + " under a ChargePointMaxProfile of " + charger.known.low() + " A");
    });
  }

  private static Finding maxTogether(ChargerUnderTest charger) {
    if (charger.known.connectors < 2) {
      return Finding.untried("it takes two connectors");
    }
    return following(charger, () -> {
      double together = 2 * charger.known.low();
      if (!charger.sessions.ensure(2)) {
        return Finding.untried("it takes a second car at connector 2");
      }
      if (!charger.limits.set(0, FormProbes.profile(charger, MAX, charger.profiles.usual(), together))) {
        charger.sessions.end(2);
        return Finding.untried("it takes no ChargePointMaxProfile");
      }
      Double first = charger.sessions.settled(1);
      Double second = charger.sessions.drawn(2);
      charger.limits.clear();
      charger.sessions.end(2);
      if (first == null || second == null) {
        return Finding.unsure("no samples came");
      }
      String said = "the two draw " + amps(first) + " and " + amps(second) + " of " + together + " A";
      return first + second > together + 2 * Limits.NEAR ? Finding.quirk("shared-station-limit-ignored", said)
          : Finding.sound(said);
    });
  }

  private static Finding writes(ChargerUnderTest charger) {
    return FormProbes.ready(charger, () -> {
      charger.pass(charger.pace.watch + charger.pace.rest);
      long first = 0;
      long last = 0;
      for (int i = 0; i < WRITES; i++) {
        Reply<SetChargingProfile.Conf> reply = charger.limits.reply(1,
            FormProbes.profile(charger, ChargingProfilePurposeType.TxProfile, charger.profiles.usual(),
                charger.known.low() + i % 2));
        first = i == 0 ? reply.micros() : first;
        last = reply.micros();
      }
      String said = "the first of " + WRITES + " takes " + first / Micros.MILLISECOND + " ms, the last " + last / Micros.MILLISECOND
          + " ms";
      return (last > first + WORN ? Finding.quirk("flash-wear", said) : Finding.sound(said))
          .with("write_last_ms", last / (double) Micros.MILLISECOND, "ms");
    });
  }

  /** Puts a question to a charger whose draw follows what is set. */
  static Finding following(ChargerUnderTest charger, Supplier<Finding> question) {
    return !charger.known.takesProfiles ? Finding.untried(charger.known.whyNot)
        : charger.known.follows ? FormProbes.ready(charger, question)
            : Finding.untried("what it draws does not follow what is set");
  }

  private static @Nullable Double drawnAt(ChargerUnderTest charger, double amps) {
    return charger.limits.tx(amps) ? charger.sessions.settled(1) : null;
  }

  static String amps(@Nullable Double drawn) {
    return drawn == null ? "nobody knows how much" : String.format(Locale.ROOT, "%.1f A", drawn);
  }
}
