package io.parkbench.scenarios.probe.charger;

import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingRateUnitType;
import io.parkbench.protocol.ocpp.ClearChargingProfile;
import io.parkbench.protocol.ocpp.RecurrencyKindType;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.scenarios.probe.Finding;
import io.parkbench.scenarios.probe.Probe;
import io.parkbench.scenarios.probe.charger.Profiles.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Which charging profiles a charger takes: purposes, kinds, units, levels, lengths. */
final class FormProbes {
  private static final String GROUP = "Which profiles it takes";
  private static final ChargingProfilePurposeType TX = ChargingProfilePurposeType.TxProfile;
  /** Vendor settings that open the way for profiles, and that take limits, by how they are called in the field. */
  private static final Pattern GATE = Pattern.compile("(?i).*(balanc|smartcharg|extern.*control|remote.*limit).*");
  private static final Pattern LIMIT = Pattern.compile("(?i).*(max|limit).*(intensity|current|ampere|amps).*");

  private FormProbes() {}

  static List<Probe<ChargerUnderTest>> all() {
    return List.of(
        Probe.of("session", GROUP, "begins a session when told to", FormProbes::session),
        Probe.of("profile-forms", GROUP, "takes a TxProfile: Absolute and Relative, in A and in W", FormProbes::forms),
        Probe.of("clear-answered", GROUP, "removes a profile when told to", FormProbes::clears),
        Probe.of("profile-gate", GROUP, "takes profiles without a vendor's setting", FormProbes::gate),
        Probe.of("rate-units-kept", GROUP, "takes the rate units that it names", FormProbes::units),
        Probe.of("decimals", GROUP, "takes limits with a decimal", FormProbes::decimals),
        Probe.of("recurring", GROUP, "takes a Recurring TxDefaultProfile", FormProbes::recurring),
        Probe.of("stack-levels", GROUP, "takes stack levels above 0, as many as it names", FormProbes::levels),
        Probe.of("periods", GROUP, "takes as many periods as it names", FormProbes::periods),
        Probe.of("charge-point-max", GROUP, "takes a ChargePointMaxProfile", FormProbes::max),
        Probe.of("tx-profile-needs-session", GROUP, "refuses a TxProfile without a transaction", FormProbes::withoutSession),
        Probe.of("unsound-profile", GROUP, "refuses a TxProfile for connector 0", FormProbes::unsound),
        Probe.risky("profiles-installed", GROUP, "keeps as many profiles as it names",
            "it writes many profiles, and so wears the memory of chargers that keep them in flash", FormProbes::installed));
  }

  private static Finding session(ChargerUnderTest charger) {
    if (!charger.sessions.renew()) {
      return Finding.unsure(charger.sessions.whyNone());
    }
    Sample sample = charger.sessions.fresh(1);
    charger.pass(charger.pace.settle);
    Double drawn = charger.sessions.drawn(1);
    if (sample != null) {
      charger.known.phases = phases(sample);
      charger.known.volts = sample.volts();
    }
    if (drawn != null) {
      charger.known.fullAmps = drawn;
    }
    return Finding
        .sound("charges with " + (drawn == null ? "an unknown current" : String.format(Locale.ROOT, "%.1f A", drawn)) + " on "
            + charger.known.phases + " phases")
        .with("full_a", charger.known.fullAmps, "A").with("phases", charger.known.phases, "");
  }

  /** How many conductors carry current; three where that cannot be told. */
  private static int phases(Sample sample) {
    Map<String, Double> currents = new LinkedHashMap<>(sample.currents());
    currents.remove("N");
    currents.remove("");
    return currents.isEmpty() ? 3 : Math.clamp(currents.values().stream().filter(amps -> amps > Sessions.SOME).count(), 1, 3);
  }

  private static Finding forms(ChargerUnderTest charger) {
    Known known = charger.known;
    if (!charger.sessions.ensure()) {
      known.whyNot = "no session could be begun";
      return Finding.unsure(charger.sessions.whyNone());
    }
    Map<String, String> answers = new LinkedHashMap<>();
    boolean unsupported = true;
    for (ChargingRateUnitType unit : List.of(ChargingRateUnitType.A, ChargingRateUnitType.W)) {
      for (ChargingProfileKindType kind : List.of(ChargingProfileKindType.Absolute, ChargingProfileKindType.Relative)) {
        Reply<SetChargingProfile.Conf> reply = charger.limits.reply(1, profile(charger, TX, new Form(unit, kind, 0, null), 10));
        String word = reply.word(SetChargingProfile.Conf::status);
        answers.put(kind + " in " + unit, word);
        unsupported &= reply.isUnsupported() || word.equals("NotSupported");
        if (word.equals("Accepted")) {
          if (!known.takesProfiles) {
            known.unit = unit;
            known.kind = kind;
          }
          known.takesProfiles = true;
          known.units.add(unit.name());
          known.kinds.add(kind.name());
        }
      }
    }
    charger.limits.clear();
    String said = answers.toString();
    if (unsupported) {
      known.whyNot = "it does not support smart charging";
      return Finding.quirk("no-smartcharging", said);
    }
    if (!known.takesProfiles) {
      known.whyNot = "it takes no profile";
      return Finding.unsure("takes none: " + said + "; see profile-gate");
    }
    return known.kinds.contains("Absolute") ? Finding.sound(said)
        : Finding.quirk("absolute-kind-rejected", "refuses Absolute schedules: " + said);
  }

  private static Finding clears(ChargerUnderTest charger) {
    return ready(charger, () -> {
      if (!charger.limits.tx(charger.known.low())) {
        return Finding.unsure("it did not take a profile to remove");
      }
      Double drawn = charger.sessions.settled(1);
      String word = charger.call(new ClearChargingProfile.Req(Profiles.id(TX, 0), null, null, null))
          .word(ClearChargingProfile.Conf::status);
      if (word.equals("Unknown") && charger.limits.isFull(drawn)) {
        return Finding.unsure("answers Unknown; but what it draws does not show that there is one");
      }
      charger.known.removesProfiles = word.equals("Accepted");
      return switch (word) {
        case "Accepted" -> Finding.sound("Accepted");
        case "Unknown" ->
            Finding.quirk("clear-unknown-at-stack0", "answers Unknown to the removal of a profile that it has accepted");
        default -> Finding.odd("answers " + word + " to the removal of a profile");
      };
    });
  }

  private static Finding gate(ChargerUnderTest charger) {
    if (charger.known.takesProfiles) {
      return Finding.sound("no setting was needed");
    }
    if (charger.known.whyNot.contains("support")) {
      return Finding.untried(charger.known.whyNot);
    }
    if (!charger.sessions.ensure()) {
      return Finding.untried(charger.sessions.whyNone());
    }
    for (String key : writable(charger, GATE, "(?i)false|off|0|no")) {
      String was = Objects.requireNonNullElse(charger.known.keys.get(key), "false");
      if (charger.changeForNow(key, was.matches("(?i)off|no|0") ? "1" : "true")) {
        Finding forms = forms(charger);
        if (charger.known.takesProfiles) {
          charger.known.gate = key;
          return Finding.quirk("mode-gated-reject", "takes profiles only with " + key + " set: " + forms.sentence());
        }
        charger.change(key, was);
      }
    }
    Double full = charger.sessions.settled(1);
    for (String key : writable(charger, LIMIT, "\\d*")) {
      double low = charger.known.low();
      if (charger.change(key, Integer.toString((int) low))) {
        Double drawn = charger.sessions.settled(1);
        charger.change(key, Integer.toString((int) Math.ceil(Math.max(charger.known.fullAmps, 32))));
        charger.known.limitKey = key;
        return Limits.near(drawn, low)
            ? Finding.quirk("limit-via-config-key", "takes no profile, but a limit by the configuration key " + key)
            : Finding
                .unsure("takes a value for " + key + ", but draws " + drawn + " A instead of " + low + " (before: " + full + ")");
      }
    }
    return Finding.odd("takes no profile, and no setting was found that would change that");
  }

  private static List<String> writable(ChargerUnderTest charger, Pattern name, String value) {
    List<String> keys = new ArrayList<>();
    charger.known.keys.forEach((key, now) -> {
      if (name.matcher(key).matches() && !Boolean.TRUE.equals(charger.known.readOnly.get(key))
          && (now == null || now.matches(value))) {
        keys.add(key);
      }
    });
    return keys;
  }

  private static Finding units(ChargerUnderTest charger) {
    Known known = charger.known;
    String named = known.keys.get("ChargingScheduleAllowedChargingRateUnit");
    if (!known.takesProfiles || named == null || known.garbage) {
      return Finding.untried(known.takesProfiles ? "it does not say which units it takes" : known.whyNot);
    }
    boolean promisesAmps = named.contains("Current") || named.contains("A");
    boolean promisesWatts = named.contains("Power") || named.contains("W");
    String said = "names " + named + ", takes " + String.join(" and ", known.units);
    if (named.strip().equals("W") && !known.units.contains("A")) {
      return Finding.quirk("rate-unit-token-W", said);
    }
    return promisesAmps && !known.units.contains("A") || promisesWatts && !known.units.contains("W") ? Finding.odd(said)
        : Finding.sound(said);
  }

  private static Finding decimals(ChargerUnderTest charger) {
    return ready(charger, () -> {
      Form form = charger.profiles.usual();
      String word = charger.limits.status(1, profile(charger, TX, form, charger.known.low() + 0.5));
      if (word.equals("Accepted")) {
        return Finding.sound("takes " + (charger.known.low() + 0.5) + " A");
      }
      return charger.limits.tx(charger.known.low())
          ? Finding.quirk("whole-amps-only", "answers " + word + " to a limit with a decimal, and takes whole ones")
          : Finding.unsure("answers " + word + ", and takes no whole limit either now");
    });
  }

  private static Finding recurring(ChargerUnderTest charger) {
    return ready(charger, () -> {
      Form form = new Form(charger.known.unit, ChargingProfileKindType.Recurring, 0, RecurrencyKindType.Daily);
      String word = charger.limits.status(1, profile(charger, ChargingProfilePurposeType.TxDefaultProfile, form, 16));
      if (word.equals("Accepted")) {
        charger.known.kinds.add("Recurring");
      }
      return word.equals("Accepted") ? Finding.sound("takes a daily one") : Finding.odd("answers " + word + " to a daily one");
    });
  }

  private static Finding levels(ChargerUnderTest charger) {
    return ready(charger, () -> {
      int most = charger.known.maxStackLevel;
      if (most == 0 && !charger.known.garbage) {
        return Finding.sound("names 0 as its highest stack level");
      }
      Form form = charger.profiles.usual();
      String one = charger.limits.status(1, profile(charger, TX, form.atLevel(1), 10));
      String word = most <= 1 ? one : charger.limits.status(1, profile(charger, TX, form.atLevel(Math.min(most, 100)), 10));
      charger.sessions.end(1); // some keep what is above 0
      if (one.equals("Accepted") && word.equals("Accepted")) {
        return Finding.sound("takes level " + Math.max(1, most)).with("max_stack_level", Math.max(1, most), "");
      }
      charger.known.maxStackLevel = one.equals("Accepted") ? 1 : 0;
      return one.equals("Accepted") ? Finding.odd("names " + most + " as its highest stack level, and answers " + word + " to it")
          : Finding.quirk("stack-zero-only", "answers " + one + " to stack level 1, though it names " + most);
    });
  }

  private static Finding periods(ChargerUnderTest charger) {
    return ready(charger, () -> {
      int most = charger.known.number("ChargingScheduleMaxPeriods", 0);
      if (most == 0) {
        return Finding.unsure("does not say how many periods it takes");
      }
      int tried = Math.min(most, 100);
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < tried; i++) {
        steps.add(new Step(i * 600L * io.parkbench.kernel.Micros.SECOND, i % 2 == 0 ? 10 : 12));
      }
      String word = charger.limits.status(1, charger.profiles.of(TX, charger.profiles.usual(), 1, 0, steps));
      return word.equals("Accepted") ? Finding.sound("takes " + tried).with("periods", tried, "")
          : Finding.odd("names " + most + " periods, and answers " + word + " to " + tried);
    });
  }

  private static Finding max(ChargerUnderTest charger) {
    return ready(charger, () -> {
      ChargingProfile profile = profile(charger, ChargingProfilePurposeType.ChargePointMaxProfile, charger.profiles.usual(), 60);
      String word = charger.limits.status(0, profile);
      return word.equals("Accepted") ? Finding.sound("Accepted")
          : Finding.quirk("chargepointmax-rejected", "answers " + word + " to a ChargePointMaxProfile");
    });
  }

  private static Finding withoutSession(ChargerUnderTest charger) {
    if (!charger.known.takesProfiles) {
      return Finding.untried(charger.known.whyNot);
    }
    if (!charger.sessions.end(1)) {
      return Finding.unsure("the session could not be ended");
    }
    charger.pass(charger.pace.rest);
    String word = charger.limits.status(1, profile(charger, TX, charger.profiles.usual(), 10));
    charger.limits.clear();
    return word.equals("Accepted") ? Finding.quirk("txprofile-without-transaction-accepted", "takes a TxProfile while nothing runs")
        : Finding.sound(word);
  }

  private static Finding unsound(ChargerUnderTest charger) {
    return ready(charger, () -> {
      String word = charger.limits.status(0, profile(charger, TX, charger.profiles.usual(), 10));
      return word.equals("Accepted") ? Finding.odd("takes a TxProfile for connector 0, where no transaction can be")
          : Finding.sound(word);
    });
  }

  private static Finding installed(ChargerUnderTest charger) {
    return ready(charger, () -> {
      int most = charger.known.number("MaxChargingProfilesInstalled", 0);
      if (most == 0) {
        return Finding.unsure("does not say how many it keeps");
      }
      int tried = Math.min(most, charger.known.maxStackLevel + 1);
      for (int level = 0; level < tried; level++) {
        String word = charger.limits.status(1, profile(charger, TX, charger.profiles.usual().atLevel(level), 10));
        if (!word.equals("Accepted")) {
          return Finding.odd("names " + most + ", and answers " + word + " to the " + (level + 1) + "th");
        }
      }
      charger.sessions.end(1);
      return Finding.sound("keeps " + tried);
    });
  }

  static ChargingProfile profile(ChargerUnderTest charger, ChargingProfilePurposeType purpose, Form form, double amps) {
    return charger.profiles.of(purpose, form, 1, 0, List.of(Step.now(amps)));
  }

  /** Puts a question to a charger that takes profiles, charges, and has none; leaves it without any. */
  static Finding ready(ChargerUnderTest charger, java.util.function.Supplier<Finding> question) {
    if (!charger.known.takesProfiles) {
      return Finding.untried(charger.known.whyNot);
    }
    if (!(charger.known.removesProfiles ? charger.sessions.ensure() : charger.sessions.renew())) {
      return Finding.untried(charger.sessions.whyNone());
    }
    Finding finding = question.get();
    charger.limits.clear();
    return finding;
  }
}
