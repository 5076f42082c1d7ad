package io.parkbench.plant.meter;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Responder;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.modbus.Pdu;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A power meter: replies to Modbus reads with what it measured of its feeder last, or as the traps that are on have it. Reading costs
 * a copy of registers; they are written only when something new is measured.
 */
public final class VirtualMeter {
  private static final double ROLLBACK_WH = 10_000;

  private final MeterSetup setup;
  private final Loop loop;
  private final Chance chance;
  private final EnumSet<MeterTrap> traps = EnumSet.noneOf(MeterTrap.class);
  private final SampleAndHold measured;
  private final RegisterImage image;
  private final Display display;
  private final double[] values = new double[Quantity.COUNT];
  private Transformers transformers;
  private double resetWh;
  private boolean wasBusy;

  /**
   * @param feeder asked from now on, on the loop's thread
   * @param chance of this meter alone: its gains, the instants at which it measures, its jitter
   */
  public VirtualMeter(MeterSetup setup, Feeder feeder, Loop loop, Chance chance) {
    this.setup = setup;
    this.loop = loop;
    this.chance = chance;
    measured = new SampleAndHold(setup, feeder, chance, loop.now());
    transformers = setup.transformers();
    image = new RegisterImage(setup.model());
    display = new Display(setup.model(), image, traps);
    show();
  }

  public MeterModel model() {
    return setup.model();
  }

  /** Tells that the feeder's currents are about to change; to be called before they do. */
  public void changing(long now) {
    catchUp(now);
    measured.changing(now);
  }

  /** Switches a trap on or off, at once. Those for real sockets only change nothing here. */
  public void trap(MeterTrap trap, boolean on) {
    catchUp(loop.now());
    if (on ? traps.add(trap) : traps.remove(trap)) {
      transformers = setup.transformers().with(traps);
      if (trap == MeterTrap.ENERGY_RESET) {
        resetWh = on ? measured.wattHours() : 0;
      }
      show();
    }
  }

  /** Those that are on, in the order of the catalogue. */
  public Set<MeterTrap> traps() {
    return Collections.unmodifiableSet(traps);
  }

  /**
   * A request for this very meter has come.
   *
   * @param reply told at once, except by slow meters; never, by silent ones
   */
  public void asked(byte[] request, Responder.Reply reply) {
    if (traps.isEmpty()) {
      byte[] refusal = refusal(request);
      reply.send(refusal == null ? read(request) : refusal);
    } else if (!traps.contains(MeterTrap.WRONG_UNIT_SILENT)) {
      byte[] refusal = refusal(request);
      byte[] answer = refusal == null ? mislead(request) : refusal;
      long delay = delay();
      if (delay == 0) {
        reply.send(answer);
      } else {
        loop.after(delay, () -> reply.send(answer));
      }
    }
  }

  private byte[] read(byte[] request) {
    catchUp(loop.now());
    return image.read(Pdu.function(request), request);
  }

  private static byte @Nullable [] refusal(byte[] request) {
    int function = Pdu.function(request);
    if (function != Pdu.READ_HOLDING && function != Pdu.READ_INPUT) {
      return Pdu.exception(function, Pdu.ILLEGAL_FUNCTION);
    }
    if (!Pdu.isRead(request) || Pdu.count(request) == 0 || Pdu.count(request) > Pdu.REGISTERS_MAX) {
      return Pdu.exception(function, Pdu.ILLEGAL_VALUE);
    }
    return null;
  }

  private byte[] mislead(byte[] request) {
    int function = Pdu.function(request);
    for (MeterTrap trap : traps) {
      if (trap.exception() != 0) {
        return Pdu.exception(function, trap.exception());
      }
    }
    if (traps.contains(MeterTrap.BUSY)) {
      wasBusy = !wasBusy;
      if (wasBusy) {
        return Pdu.exception(function, Pdu.BUSY);
      }
    }
    if (traps.contains(MeterTrap.SMALL_WINDOW) && Pdu.count(request) > MeterTrap.WINDOW) {
      return Pdu.exception(function, Pdu.ILLEGAL_VALUE);
    }
    if (traps.contains(MeterTrap.ZERO_BLOCK)) {
      return filled(request, 0);
    }
    if (traps.contains(MeterTrap.WRONG_UNIT)) {
      return filled(request, MeterTrap.NOTHING);
    }
    int table = traps.contains(MeterTrap.OTHER_FUNCTION) ? Pdu.READ_HOLDING + Pdu.READ_INPUT - function : function;
    catchUp(loop.now());
    return traps.contains(MeterTrap.OFF_BY_ONE) ? image.peek(table, request, 1) : image.read(table, request);
  }

  private static byte[] filled(byte[] request, int word) {
    byte[] reply = Pdu.reply(Pdu.function(request), Pdu.count(request));
    for (int i = 0; i < Pdu.count(request); i++) {
      Pdu.put(reply, i, word);
    }
    return reply;
  }

  private long delay() {
    long delay = traps.contains(MeterTrap.SLOW) ? MeterTrap.SLOW_MICROS : 0;
    return traps.contains(MeterTrap.JITTER) ? delay + chance.between(0, MeterTrap.JITTER_MICROS) : delay;
  }

  private void catchUp(long now) {
    if (measured.isDue(now) && !traps.contains(MeterTrap.FROZEN)) {
      if (measured.catchUp(now)) {
        show();
      } else {
        measured.energyInto(values);
        shiftEnergy();
        display.showEnergy(values);
      }
    }
  }

  private void show() {
    measured.into(values, transformers);
    shiftEnergy();
    display.show(values);
  }

  private void shiftEnergy() {
    double back = traps.contains(MeterTrap.ENERGY_ROLLBACK) ? ROLLBACK_WH : 0;
    int energy = Quantity.ENERGY_TOTAL.index();
    values[energy] = Math.max(0, values[energy] - resetWh - back);
  }
}
