package io.parkbench.scenarios.probe.meter;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.scenarios.probe.Result;
import io.parkbench.scenarios.probe.Sheet;
import java.util.List;

/**
 * What a site file needs of a probed meter: the model by which it is read right, and what its twin misleads by.
 *
 * @param model as it was found: order of words, table and units
 * @param twin an entry of a site file's {@code plant.meters}, for a meter of the model that it was probed as
 */
public record MeterTwin(MeterModel model, String twin) {

  /** The sheet of a meter that has been probed. */
  public static Sheet sheet(MeterUnderTest meter, List<Result> results, String command) {
    Known known = meter.known;
    return new Sheet("meter " + meter.endpoint().name(), List.of(
        new Sheet.Fact("Address", meter.endpoint().address() + ", unit " + meter.endpoint().unit()),
        new Sheet.Fact("Probed as", known.model.name()),
        new Sheet.Fact("Words and bytes", known.order.toString())), results, command);
  }

  /** @param name what site files are to call the model */
  public static MeterTwin of(MeterUnderTest meter, String name, Sheet sheet) {
    Known known = meter.known;
    List<Point> points = known.model.points().stream().map(point -> new Point(
        point.quantity(), point.register() + known.shift, point.format(),
        known.table(point),
        point.quantity() == Quantity.POWER_TOTAL ? point.scale() * known.powerFactor : point.scale())).toList();
    String refresh = known.refresh == 0 ? "" : "refresh: " + Math.max(1, known.refresh / Micros.MILLISECOND) + "ms, ";
    String traps = String.join(", ", sheet.quirks());
    return new MeterTwin(
        new MeterModel(name, known.model.addressBase(), known.order, points), "{" + refresh + "traps: [" + traps + "]}");
  }
}
