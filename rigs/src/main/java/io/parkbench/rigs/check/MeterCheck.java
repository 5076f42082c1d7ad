package io.parkbench.rigs.check;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Micros;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.ReadPlan;
import io.parkbench.protocol.modbus.Pdu;
import io.parkbench.rigs.file.MeterPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a real meter once: whether it is there, is that unit, and shows what its model should. */
final class MeterCheck {
  private static final long PATIENCE = 2 * Micros.SECOND;
  private static final long UNIT_PATIENCE = 400 * Micros.MILLISECOND;
  private static final List<Integer> USUAL_UNITS = List.of(1, 2, 3, 4, 5, 10, 100, 247, 255, 0);
  private static final double MOST_A = 10_000;

  private final String name;
  private final MeterPlace place;
  private final @Nullable MeterModel model;
  private final Exchange exchange;
  private final Consumer<Finding> found;
  private final Runnable done;
  private final double[] values = new double[Quantity.COUNT];

  /** @param model null where nobody says what it is: then it only has to answer */
  MeterCheck(
      String name, MeterPlace place, @Nullable MeterModel model, Exchange exchange, Consumer<Finding> found, Runnable done) {
    this.name = name;
    this.place = place;
    this.model = model;
    this.exchange = exchange;
    this.found = found;
    this.done = done;
    Arrays.fill(values, Double.NaN);
  }

  void start() {
    if (model == null) {
      ask(Pdu.read(Pdu.READ_HOLDING, 0, 1), PATIENCE, reply -> {
        found.accept(Finding.warning(name, "answers at " + place.text() + "; its model is not known here",
            "name its site by 'site: …' in the rig file, or give its 'model'"));
        done.run();
      });
    } else {
      read(ReadPlan.of(model).chunks(), 0);
    }
  }

  private void read(List<ReadPlan.Chunk> chunks, int next) {
    if (next == chunks.size()) {
      tell();
      return;
    }
    ask(chunks.get(next).request(), PATIENCE, reply -> {
      if (Pdu.answers(chunks.get(next).request(), reply)) {
        chunks.get(next).decode(reply, values);
      }
      read(chunks, next + 1);
    });
  }

  private void tell() {
    List<String> shown = new ArrayList<>();
    boolean plausible = true;
    for (int phase = 1; phase <= 3; phase++) {
      double amps = values[Quantity.current(phase).index()];
      plausible &= Double.isFinite(amps) && amps >= 0 && amps < MOST_A;
      shown.add(String.format(Locale.ROOT, "%.1f", amps));
    }
    String model = this.model == null ? "" : this.model.name();
    found.accept(plausible
        ? Finding.ok(name, "is at " + place.text() + " and reads as a " + model + ": " + String.join(", ", shown) + " A")
        : Finding.failed(name,
            "is at " + place.text() + ", but does not read as a " + model + " (" + String.join(", ", shown) + " A)",
            "correct its model, or its word order and address base in the site file"));
    done.run();
  }

  private void ask(byte[] request, long patience, Consumer<byte[]> answered) {
    exchange.ask(place.endpoint(name), request, patience, new Exchange.Answer() {
      @Override
      public void answered(byte[] reply) {
        int code = Pdu.exception(reply);
        if (code == Pdu.PATH_UNAVAILABLE || code == Pdu.TARGET_SILENT) {
          wrongUnit(0);
        } else {
          answered.accept(reply);
        }
      }

      @Override
      public void failed(Exchange.Failure why) {
        if (why == Exchange.Failure.UNREACHABLE) {
          found.accept(Finding.failed(name, "nothing listens at " + place.text(), place.serial()
              ? "check the path of the serial line, that this user may open it, and its settings"
              : "check address and port (502 is the usual one), that it is switched on, and the network between"));
          done.run();
        } else {
          wrongUnit(0);
        }
      }
    });
  }

  /** It is there and this unit does not answer: another one may. */
  private void wrongUnit(int next) {
    if (next == USUAL_UNITS.size()) {
      silent("no other usual unit answers either: read the unit id off the device, or off its gateway's settings");
      return;
    }
    int unit = USUAL_UNITS.get(next);
    Endpoint other = new Endpoint(name, place.host(), place.port(), unit);
    exchange.ask(other, Pdu.read(Pdu.READ_HOLDING, 0, 1), UNIT_PATIENCE, new Exchange.Answer() {
      @Override
      public void answered(byte[] reply) {
        int code = Pdu.exception(reply);
        if (unit == place.unit() || code == Pdu.PATH_UNAVAILABLE || code == Pdu.TARGET_SILENT) {
          wrongUnit(next + 1);
        } else {
          silent("unit " + unit + " answers there: write 'unit: " + unit + "' if that is it");
        }
      }

      @Override
      public void failed(Exchange.Failure why) {
        wrongUnit(next + 1);
      }
    });
  }

  private void silent(String remedy) {
    found.accept(Finding.failed(name, "something is at " + place.text().replaceAll(" unit \\d+$", "") + ", but unit " + place.unit()
        + " does not answer", remedy));
    done.run();
  }
}
