package io.parkbench.gateway.meter;

import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.ReadPlan;
import io.parkbench.protocol.modbus.Pdu;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says in sentences for people what happens to a meter, each thing once. */
final class MeterNews {
  private final Metering metering;
  private final Consumer<String> hearer;
  private final Set<ReadPlan.Chunk> refused = new HashSet<>();
  private Standing told = Standing.NEW;

  private enum Standing {
    NEW, TRUSTED, DOUBTFUL, LOST, UNHEARD
  }

  MeterNews(Metering metering, Consumer<String> hearer) {
    this.metering = metering;
    this.hearer = hearer;
  }

  /** Looks whether trust has come or gone. */
  void look() {
    Distrust why = metering.why();
    Standing standing = standing(why);
    if (standing == told || why == Distrust.STARTING) {
      return;
    }
    told = standing;
    if (why == null || standing == Standing.TRUSTED) {
      refused.clear();
      hearer.accept(title() + " is read, and its readings are trusted.");
    } else {
      hearer.accept(title() + (standing == Standing.DOUBTFUL ? " is not trusted: " : " is lost: ") + why.text() + ".");
    }
  }

  private Standing standing(@Nullable Distrust why) {
    if (metering.trusted()) {
      return Standing.TRUSTED;
    }
    if (!metering.lost()) {
      return Standing.DOUBTFUL;
    }
    return why != null && why.unheard() ? Standing.UNHEARD : Standing.LOST;
  }

  /** The count of energy fell back. */
  void fellBack(long wh) {
    if (wh > 0) {
      hearer.accept(title() + " counts energy anew: its count fell back by " + wh
          + " Wh. It was reset or replaced; what it delivered before is kept.");
    }
  }

  /** The meter refuses a request (Modbus Application Protocol 1.1b3, 7). */
  void refused(ReadPlan.Chunk chunk, int code) {
    if (!refused.add(chunk)) {
      return;
    }
    byte[] request = chunk.request();
    int first = Pdu.address(request);
    String table = Pdu.function(request) == Pdu.READ_HOLDING ? "holding" : "input";
    String registers = table + " registers " + first + " to " + (first + Pdu.count(request) - 1) + " (addresses on the wire) for "
        + String.join(", ", chunk.quantities().stream().map(Quantity::text).toList());
    hearer.accept(title() + switch (code) {
      case Pdu.ILLEGAL_FUNCTION -> " has no " + table + " registers: check the type of register in its model";
      case Pdu.ILLEGAL_ADDRESS -> " has no " + registers + ": check its model and address_base";
      default -> " does not let itself be read as " + registers + ": check the formats in its model, and address_base";
    } + ", and unit " + metering.meter().unit() + " (Modbus exception 0" + code + ").");
  }

  private String title() {
    return "The meter " + metering.name();
  }
}
