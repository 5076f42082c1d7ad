package io.parkbench.gateway.meter;

import io.parkbench.gateway.site.Meter;
import io.parkbench.protocol.meter.Quantity;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of one meter: its readings on supply phases, and whether they can be trusted. */
public final class Metering {
  /** Whether a meter is heard (R-DYN-5). */
  public enum State {
    /** It is heard, and has been trusted since. */
    CONNECTED,
    /** Nothing has been heard of it for its freshness. */
    NOT_CONNECTED,
    /** It has not been trusted since it was first heard, or heard again. */
    NOT_ESTABLISHED;

    /** As in recordings, such as {@code not-connected}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final long UNKNOWN = -1;

  /** A phase's voltage is no more than this times the nominal one. */
  private static final double VOLTAGE_MAX = 1.1;

  private final Meter meter;
  private final Charging charging;
  private final Trust trust;
  private final boolean signed;
  private final double volts;

  private final double[] values = new double[Quantity.COUNT];
  private final double[] rms = new double[3];
  private final double[] shown = {Double.NaN, Double.NaN, Double.NaN};
  private final double[] proven = new double[3];
  private long epoch;
  private final EnergyMeter energy = new EnergyMeter();
  private long readAt = UNKNOWN;

  Metering(Meter meter, TrustTerms terms, Charging charging, double nominalVolts) {
    this.meter = meter;
    this.charging = charging;
    trust = new Trust(terms);
    signed = isSigned(meter);
    volts = nominalVolts * VOLTAGE_MAX;
    Arrays.fill(values, Double.NaN);
  }

  /** Whether a meter tells for each phase which way the power goes. */
  static boolean isSigned(Meter meter) {
    return meter.model().shows(Quantity.POWER_L1) && meter.model().shows(Quantity.POWER_L2)
        && meter.model().shows(Quantity.POWER_L3);
  }

  public String id() {
    return meter.id();
  }

  public String name() {
    return meter.name();
  }

  public Meter.Role role() {
    return meter.role();
  }

  /** How it was configured. */
  Meter meter() {
    return meter;
  }

  Trust trust() {
    return trust;
  }

  public State state() {
    Distrust why = trust.why();
    if (trust.lost() && why != null && why.unheard()) {
      return State.NOT_CONNECTED;
    }
    return trust.established() ? State.CONNECTED : State.NOT_ESTABLISHED;
  }

  /** Whether its readings may steer: false from an impossible reading on, until good ones have held (R-DYN-6). */
  public boolean trusted() {
    return trust.trusted();
  }

  /**
   * Whether the last poll brought no reading that can be believed, or one in doubt: nothing may be raised (R-DYN-6). {@link #amps} is then
   * the last believed one; on a phase where the doubtful one is higher, that.
   */
  public boolean missing() {
    return trust.missing();
  }

  /** Whether there has been nothing to believe for the freshness, or never: its zone degrades, until it is trusted again (R-DYN-6). */
  public boolean lost() {
    return trust.lost();
  }

  /** Why it is not trusted, or what the last poll failed by; null if all is well. */
  public @Nullable Distrust why() {
    return trust.why();
  }

  /**
   * The current on a supply phase by the last plausible reading, A. Negative where the phase's power says that it is exported; a meter that
   * tells no power per phase cannot show that, and its current counts as consumed.
   *
   * @param phase supply phase, 1 to 3
   * @return NaN before the first reading
   */
  public double amps(int phase) {
    return shown[phase - 1];
  }

  /** Whether export can be told from consumption, phase by phase. */
  public boolean signed() {
    return signed;
  }

  /** Active power of all phases by the last reading of it, W, negative when exported; NaN where it is not known. */
  public double watts() {
    return values[Quantity.POWER_TOTAL.index()];
  }

  /** Delivered energy, Wh: as the meter counts, but going on where its count fell back; −1 where it is not known. */
  public long energyWh() {
    return energy.wh();
  }

  /** When it last showed something plausible, µs since 1970; −1 for never. */
  public long readAt() {
    return readAt;
  }

  /** Where replies are decoded to, by {@link Quantity#index}. */
  double[] values() {
    return values;
  }

  /**
   * Currents have come, and powers per phase where there are any.
   *
   * @param changed whether one of them is not as before
   * @param alive whether any register at all is not as before
   * @return whether more than {@link #readAt} may be another than before
   */
  boolean read(long now, boolean changed, boolean alive) {
    boolean sameDraw = drawIsSame();
    if (sameDraw && !alive && trust.settled()) {
      trust.again(now);
      readAt = now;
      return false;
    }
    if (changed) {
      takeRms();
    }
    if (trust.read(now, rms, proven, alive, epoch)) {
      show(trust.missing());
      readAt = now;
    }
    return true;
  }

  private boolean drawIsSame() {
    boolean same = true;
    if (meter.role() == Meter.Role.ZONE) {
      for (int phase = 0; phase < 3; phase++) {
        double amps = charging.provenAmps(meter.id(), phase + 1);
        same &= amps == proven[phase];
        proven[phase] = amps;
      }
      long present = charging.epoch(meter.id());
      same &= present == epoch;
      epoch = present;
    }
    return same;
  }

  private void takeRms() {
    for (int phase = 1; phase <= 3; phase++) {
      Quantity current = Quantity.current(phase);
      rms[supply(phase)] = meter.model().shows(current) ? values[current.index()] : 0;
    }
  }

  /** The place of the supply phase that a phase of the meter measures. */
  private int supply(int phase) {
    return meter.phases().get(phase - 1) - 1;
  }

  private void show(boolean doubtful) {
    for (int phase = 1; phase <= 3; phase++) {
      int at = supply(phase);
      double amps = exported(values[Quantity.power(phase).index()], rms[at]);
      shown[at] = doubtful && shown[at] > amps ? shown[at] : amps;
    }
  }

  /** Of a current whose power is exported only the active part makes room, and that can be told from below. */
  private double exported(double watts, double amps) {
    return signed && watts < 0 ? Math.max(-amps, watts / volts) : amps;
  }

  /**
   * Power and energy have come, or what there is of them. Beside currents that are not believed no energy is.
   *
   * @return the Wh by which the count of energy fell back; 0 if it did not
   */
  long readRest() {
    return trust.missing() ? 0 : energy.read(values[Quantity.ENERGY_TOTAL.index()]);
  }
}
