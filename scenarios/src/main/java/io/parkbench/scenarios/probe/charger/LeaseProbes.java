package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.RemoteStartTransaction;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Limits over time: how they end by themselves, with the link and without it, and what the charger says of them. */
final class LeaseProbes {
  private static final String GROUP = "Limits over time";
  private static final ChargingProfilePurposeType TX = ChargingProfilePurposeType.TxProfile;
  private static final int FORESIGHT = 600;

  private LeaseProbes() {}

  static List<Probe<ChargerUnderTest>> all() {
    return List.of(
        Probe.of("duration", GROUP, "a profile with a duration lapses", LeaseProbes::duration),
        Probe.of("two-periods", GROUP, "goes over to the second period", LeaseProbes::twoPeriods),
        Probe.of("relative-base", GROUP, "Relative schedules count from the transaction's start", LeaseProbes::relative),
        Probe.of("lease-without-link", GROUP, "goes over to the second period without a link", LeaseProbes::withoutLink),
        Probe.of("kept-offline", GROUP, "keeps a TxProfile while the link is down", LeaseProbes::kept),
        Probe.of("default-kept-offline", GROUP, "keeps a TxDefaultProfile while the link is down", LeaseProbes::defaultKept),
        Probe.of("composite", GROUP, "GetCompositeSchedule tells what is done", LeaseProbes::composite),
        Probe.of("composite-periods", GROUP, "it tells both periods of a lease", LeaseProbes::compositePeriods),
        Probe.of("profile-with-start", GROUP, "obeys a profile that came with a remote start, and tells it", LeaseProbes::atStart));
  }

  private static Finding duration(ChargerUnderTest charger) {
    return DrawProbes.following(charger, () -> {
      double low = charger.known.low();
      if (!lease(charger, charger.pace.lease, List.of(Step.now(low)))) {
        return Finding.odd("does not take a profile with a duration");
      }
      charger.pass(charger.pace.lease);
      Double drawn = charger.sessions.settled(1);
      String said = "draws " + DrawProbes.amps(drawn) + " after a limit of " + low + " A for "
          + ChargerUnderTest.seconds(charger.pace.lease) + " s";
      return charger.limits.isFull(drawn) ? Finding.sound(said)
          : charger.limits.obeyed(drawn, low) ? Finding.quirk("ignores-duration", said) : Finding.unsure(said);
    });
  }

  private static Finding twoPeriods(ChargerUnderTest charger) {
    return DrawProbes.following(charger, () -> {
      if (!lease(charger, 0, twoSteps(charger))) {
        return Finding.odd("does not take a profile of two periods");
      }
      charger.pass(charger.pace.lease);
      Double drawn = charger.sessions.settled(1);
      charger.known.secondPeriods = charger.limits.obeyed(drawn, charger.known.high());
      return charger.known.secondPeriods ? Finding.sound("draws " + DrawProbes.amps(drawn))
          : Finding.odd("draws " + DrawProbes.amps(drawn) + " in a period of " + charger.known.high() + " A");
    });
  }

  private static List<Step> twoSteps(ChargerUnderTest charger) {
    return List.of(Step.now(charger.known.low()), new Step(charger.pace.lease, charger.known.high()));
  }

  private static boolean lease(ChargerUnderTest charger, long lasts, List<Step> steps) {
    return charger.limits.set(1, charger.profiles.of(TX, charger.profiles.usual(), 1, lasts, steps));
  }

  private static Finding relative(ChargerUnderTest charger) {
    if (charger.known.takesProfiles && !charger.known.kinds.contains("Relative")) {
      return Finding.untried("it takes no Relative schedules");
    }
    if (charger.known.follows && !charger.known.secondPeriods) {
      return Finding.untried("it does not go over to second periods");
    }
    return DrawProbes.following(charger, () -> {
      Charging running = charger.central.running(1);
      long old = running == null ? 0 : charger.now() - running.startedAt;
      long then = 2 * charger.known.settles(charger.pace) + charger.pace.lease;
      charger.pass(Math.max(0, then + Micros.SECOND - old));
      if (!charger.limits.set(1, charger.profiles.relative(charger.known.low(), then, charger.known.high()))) {
        return Finding.unsure("the profile was not taken");
      }
      Double drawn = charger.sessions.settled(1);
      String said = "draws " + DrawProbes.amps(drawn) + " where " + charger.known.high() + " A count from "
          + ChargerUnderTest.seconds(then) + " s after the transaction's start";
      return charger.limits.obeyed(drawn, charger.known.high()) ? Finding.sound(said)
          : charger.limits.obeyed(drawn, charger.known.low()) ? Finding.quirk("relative-from-receipt", said) : Finding.odd(said);
    });
  }

  private static Finding withoutLink(ChargerUnderTest charger) {
    return DrawProbes.following(charger, () -> {
      if (!lease(charger, 0, twoSteps(charger))) {
        return Finding.unsure("the profile was not taken");
      }
      Double drawn = drawnAfterCut(charger, charger.pace.lease + charger.known.settles(charger.pace));
      String said = "draws " + DrawProbes.amps(drawn) + " after a lease of " + charger.known.low() + " A, then "
          + charger.known.high() + " A, ran out without a link";
      return charger.limits.obeyed(drawn, charger.known.high()) ? Finding.sound(said)
          : charger.limits.isFull(drawn) ? Finding.quirk("profile-lost-on-disconnect", said)
              : drawn == null ? Finding.unsure("no sample came after the cut") : Finding.odd(said);
    });
  }

  private static Finding kept(ChargerUnderTest charger) {
    return DrawProbes.following(charger, () -> {
      double low = charger.known.low();
      if (!charger.limits.tx(low)) {
        return Finding.unsure("the profile was not taken");
      }
      Double drawn = drawnAfterCut(charger, charger.known.settles(charger.pace));
      String said = "draws " + DrawProbes.amps(drawn) + " after a cut, under a TxProfile of " + low + " A";
      return charger.limits.obeyed(drawn, low) ? Finding.sound(said)
          : charger.limits.isFull(drawn) ? Finding.quirk("profile-lost-on-disconnect", said) : Finding.unsure(said);
    });
  }

  private static Finding defaultKept(ChargerUnderTest charger) {
    return DrawProbes.following(charger, () -> {
      double low = charger.known.low();
      if (!charger.limits.base(low) || !charger.limits.obeyed(charger.sessions.settled(1), low)) {
        return Finding.unsure("a TxDefaultProfile was not taken, or does not touch a running session");
      }
      Double drawn = drawnAfterCut(charger, charger.known.settles(charger.pace));
      String said = "draws " + DrawProbes.amps(drawn) + " after a cut, under a TxDefaultProfile of " + low + " A";
      if (charger.limits.obeyed(drawn, low)) {
        return Finding.sound(said);
      }
      if (!charger.limits.isFull(drawn)) {
        return Finding.unsure(said);
      }
      boolean others = charger.limits.tx(low)
          && charger.limits.obeyed(drawnAfterCut(charger, charger.known.settles(charger.pace)), low);
      return Finding.quirk(others ? "txdefault-ignored-offline" : "profile-lost-on-disconnect", said);
    });
  }

  private static @Nullable Double drawnAfterCut(ChargerUnderTest charger, long micros) {
    int openings = charger.central.openings.size();
    charger.whileCut(() -> charger.pass(micros));
    return charger.returns(openings) ? charger.sessions.settled(1) : null;
  }

  private static Finding composite(ChargerUnderTest charger) {
    return FormProbes.ready(charger, () -> {
      double low = charger.known.low();
      if (!charger.limits.tx(low)) {
        return Finding.unsure("the profile was not taken");
      }
      Double drawn = charger.sessions.settled(1);
      Double told = told(charger);
      String said = "tells " + DrawProbes.amps(told) + ", draws " + DrawProbes.amps(drawn) + " at " + low + " A";
      if (told == null) {
        return Finding.odd("gives no composite schedule");
      }
      if (charger.known.ignores) {
        return Limits.near(told, low) ? Finding.quirk("composite-lies", said) : Finding.sound(said);
      }
      if (!charger.known.follows) {
        return Finding.unsure(said);
      }
      return charger.limits.obeyed(drawn, told) ? Finding.sound(said) : Finding.quirk("composite-lies", said);
    });
  }

  private static Finding compositePeriods(ChargerUnderTest charger) {
    return FormProbes.ready(charger, () -> {
      if (!lease(charger, 0, twoSteps(charger))) {
        return Finding.unsure("the profile was not taken");
      }
      charger.pass(charger.known.settles(charger.pace) / 2);
      if (charger.known.settles > charger.pace.lease / 2) {
        charger.pass(charger.known.settles / 2); // some take their time
      }
      ChargingSchedule schedule = schedule(charger);
      if (schedule == null) {
        return Finding.odd("gives no composite schedule");
      }
      String said = "tells " + schedule.chargingSchedulePeriod().stream()
          .map(period -> String.format(Locale.ROOT, "%.1f from %d s", period.limit(), period.startPeriod())).toList()
          + " in " + schedule.chargingRateUnit();
      if (charger.known.ignores) {
        return Finding.sound(said);
      }
      return schedule.chargingSchedulePeriod().size() >= 2 ? Finding.sound(said) : Finding.odd(said + ": one period of two");
    });
  }

  private static Finding atStart(ChargerUnderTest charger) {
    if (!charger.known.takesProfiles || !charger.known.follows) {
      return Finding.untried(charger.known.takesProfiles ? "what it draws does not follow what is set" : charger.known.whyNot);
    }
    if (!charger.sessions.end(1)) {
      return Finding.untried("the session cannot be ended");
    }
    charger.limits.clear();
    charger.pass(charger.pace.rest);
    double low = charger.known.low();
    // what nothing has run for yet cannot be Absolute in its own time
    ChargingProfile plain = charger.profiles.of(TX, charger.profiles.usual(), 1, 0, List.of(Step.now(low)));
    ChargingProfile profile = charger.known.kinds.contains("Relative")
        ? new ChargingProfile(plain.chargingProfileId(), null, 0, TX, ChargingProfileKindType.Relative, null, null, null,
            new ChargingSchedule(null, null, plain.chargingSchedule().chargingRateUnit(),
                plain.chargingSchedule().chargingSchedulePeriod(), null))
        : plain;
    if (!charger.sessions.begin(1, new RemoteStartTransaction.Req(1, Sessions.CARD, profile))) {
      return Finding.odd("does not begin a session with a profile");
    }
    charger.sessions.sample();
    Double drawn = charger.sessions.settled(1);
    Double told = told(charger);
    charger.sessions.end(1);
    String said = "draws " + DrawProbes.amps(drawn) + " under a profile of " + low + " A that came with the start, tells "
        + DrawProbes.amps(told);
    if (!charger.limits.obeyed(drawn, low)) {
      return drawn == null ? Finding.unsure(said) : Finding.odd(said);
    }
    return told == null || charger.limits.obeyed(drawn, told) ? Finding.sound(said) : Finding.quirk("composite-lies", said);
  }

  private static @Nullable ChargingSchedule schedule(ChargerUnderTest charger) {
    GetCompositeSchedule.Conf conf = charger.call(new GetCompositeSchedule.Req(1, FORESIGHT, charger.known.unit)).conf();
    return conf == null ? null : conf.chargingSchedule();
  }

  /** What the composite schedule begins with, A per phase. */
  private static @Nullable Double told(ChargerUnderTest charger) {
    ChargingSchedule schedule = schedule(charger);
    if (schedule == null) {
      return null;
    }
    double limit = schedule.chargingSchedulePeriod().getFirst().limit();
    return schedule.chargingRateUnit() == ChargingRateUnitType.A ? limit : limit / (charger.known.volts * charger.known.phases);
  }
}
