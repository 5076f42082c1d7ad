package io.parkbench.scenarios.probe.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.RemoteStartTransaction;
import io.parkbench.protocol.ocpp.RemoteStopTransaction;
import io.parkbench.protocol.ocpp.TriggerMessage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Charging sessions of a charger under test, and what is drawn in them. */
final class Sessions {
  /** The card that all sessions are begun with. */
  static final String CARD = "PROBE-1";
  /** No charger for cars draws less while it charges. */
  static final double SOME = 1;

  private static final int SAMPLES = 5;
  /** So often samples are awaited from a charger that has never sent one. */
  private static final int PATIENCE = 1;
  private static final long WHOLE_SECONDS = 3 * Micros.SECOND;

  private final ChargerUnderTest charger;
  private final Set<Integer> plugged = new LinkedHashSet<>();
  private boolean sampling;
  private int awaited;
  private boolean hopeless;

  Sessions(ChargerUnderTest charger) {
    this.charger = charger;
  }

  /** Why there is none, for sentences. */
  String whyNone() {
    return "no session could be begun: it takes a car that is plugged in, and a charger that obeys RemoteStartTransaction";
  }

  /** Sees to it that connector 1 charges; false where that cannot be had. */
  boolean ensure() {
    return ensure(1);
  }

  /** Sees to it that a connector charges; false where that cannot be had. */
  boolean ensure(int connector) {
    if (charger.central.running(connector) == null && !begin(connector, null)) {
      return false;
    }
    sample();
    return true;
  }

  /** Ends what runs and begins anew, without a profile that may have waited for the end. */
  boolean renew() {
    end(1);
    charger.limits.clear();
    return ensure(1);
  }

  /**
   * Begins one.
   *
   * @param with something else than a plain remote start
   */
  boolean begin(int connector, RemoteStartTransaction.@Nullable Req with) {
    if (hopeless) {
      return false;
    }
    if (!plugged.contains(connector) && charger.plug.plugIn(connector, Plug.Wish.CAR, null)) {
      charger.central.note("a car is plugged in at connector " + connector);
      plugged.add(connector);
    }
    if (with == null) {
      charger.await(() -> isRunning(connector), charger.pace.rest); // some need no card
    }
    for (int i = 0; i < 2 && !isRunning(connector); i++) {
      charger.call(with == null ? new RemoteStartTransaction.Req(connector, CARD, null) : with);
      charger.await(() -> isRunning(connector), 2 * charger.pace.call);
    }
    charger.pass(charger.pace.rest); // it has to hear the id of its transaction first
    hopeless = !isRunning(connector) && charger.central.transactions.isEmpty();
    return isRunning(connector);
  }

  private boolean isRunning(int connector) {
    return charger.central.running(connector) != null;
  }

  /** Plugs in by hand. */
  boolean plugIn(int connector, Plug.Wish wish, @Nullable String card) {
    if (plugged.contains(connector)) {
      unplug(connector);
    }
    boolean done = charger.plug.plugIn(connector, wish, card);
    if (done) {
      charger.central.note("a car is plugged in at connector " + connector + (card == null ? "" : ", card " + card));
      plugged.add(connector);
    }
    return done;
  }

  boolean unplug(int connector) {
    boolean done = charger.plug.unplug(connector);
    if (done) {
      charger.central.note("the plug is pulled at connector " + connector);
      plugged.remove(connector);
    }
    return done;
  }

  /** Ends what runs at a connector, by a call or by the plug, and removes what waited for the end; true where nothing runs then. */
  boolean end(int connector) {
    boolean over = endOnly(connector);
    charger.limits.clearBases();
    return over;
  }

  /** Ends what runs at a connector; profiles stay. */
  boolean endOnly(int connector) {
    Charging running = charger.central.running(connector);
    if (running == null) {
      return true;
    }
    charger.call(new RemoteStopTransaction.Req(running.id));
    if (!charger.await(() -> !running.isRunning(), 2 * charger.pace.call) && unplug(connector)) {
      charger.await(() -> !running.isRunning(), 2 * charger.pace.call);
    }
    return !running.isRunning();
  }

  void endAll() {
    for (int connector = 1; connector <= charger.known.connectors; connector++) {
      end(connector);
      if (plugged.contains(connector)) {
        unplug(connector);
      }
    }
  }

  /** Asks for samples often, once. */
  void sample() {
    if (!sampling) {
      sampling = true;
      charger.changeForNow("MeterValueSampleInterval", Integer.toString(ChargerUnderTest.seconds(charger.pace.sample)));
      String listed = charger.known.keys.get("MeterValuesSampledData");
      if (listed == null || !listed.contains("Current.Import") || !listed.contains("Energy.Active.Import.Register")) {
        charger.changeForNow("MeterValuesSampledData", "Energy.Active.Import.Register,Current.Import,Power.Active.Import");
      }
    }
  }

  /** A sample of a connector that was taken after now, or null where none comes. */
  @Nullable
  Sample fresh(int connector) {
    long asked = charger.central.stationNow() - WHOLE_SECONDS;
    int from = charger.central.samples.size();
    if (charger.known.triggers && charger.known.replies < charger.pace.rest) {
      charger.call(new TriggerMessage.Req(TriggerMessage.MessageTrigger.MeterValues, connector));
    }
    boolean never = awaited > PATIENCE && charger.central.samples.isEmpty();
    awaited++;
    charger.await(() -> newer(connector, from, asked) != null, never ? charger.pace.rest : SAMPLES * charger.pace.sample);
    return newer(connector, from, asked);
  }

  private @Nullable Sample newer(int connector, int from, long stationTime) {
    List<Sample> samples = charger.central.samples;
    for (int i = samples.size() - 1; i >= from; i--) {
      Sample sample = samples.get(i);
      if (sample.connector() == connector && sample.stationTime() >= stationTime) {
        return sample;
      }
    }
    return null;
  }

  /** What a connector draws now on its fullest conductor, A; null where nobody can say. */
  @Nullable
  Double drawn(int connector) {
    Sample sample = fresh(connector);
    return sample == null ? null : amps(sample);
  }

  @Nullable
  Double amps(Sample sample) {
    Double amps = sample.amps();
    Double watts = sample.watts();
    if (amps != null) {
      return amps;
    }
    if (watts != null) {
      return watts / (charger.known.phases * charger.known.volts);
    }
    // some leave out what is 0
    boolean told = charger.central.samples.stream().anyMatch(other -> other.amps() != null || other.watts() != null);
    return told ? 0.0 : null;
  }

  /** What is drawn once an order has had its time. */
  @Nullable
  Double settled(int connector) {
    charger.pass(charger.known.settles(charger.pace));
    return drawn(connector);
  }

  /** How many MeterValues have come. */
  int samplesHeard() {
    return charger.central.count(MeterValues.Req.class, 0);
  }
}
