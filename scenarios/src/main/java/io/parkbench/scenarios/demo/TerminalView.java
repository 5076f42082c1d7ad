package io.parkbench.scenarios.demo;

import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.charger.ChargePoint;
import io.parkbench.plant.grid.Grid;
import io.parkbench.rigs.Bench;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Draws a bench as text: zones with bars of true current against limit, and a cell for each bay. */
public final class TerminalView {
  private static final int CELL_WIDTH = 27;
  private static final int BAR_WIDTH = 20;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

  private final Bench bench;
  private final Ansi ansi;
  private final int columns;
  private final ZoneId zone;

  /**
   * @param ansi whether colours are wanted
   * @param columns of the terminal
   */
  public TerminalView(Bench bench, Ansi ansi, int columns) {
    this.bench = bench;
    this.ansi = ansi;
    this.columns = columns;
    this.zone = bench.plan().site().timeZone();
  }

  /** The present state, line by line. */
  public String draw(String speed) {
    GatewayView view = bench.gateway().view();
    StringBuilder text = new StringBuilder();
    line(text, String.format(
        Locale.ROOT, "@|bold %s|@   %s   %s   %d cars, %d charging   %.1f kW   limits broken: %d",
        escape(bench.plan().site().name()),
        CLOCK.format(Micros.toInstant(view.now()).atZone(zone)), speed, bench.plant().carPark().occupied(), charging(), kilowatts(),
        bench.plant().checker().broken()));
    line(text, "");
    zones(text, view);
    line(text, "");
    bays(text, view);
    line(text, "");
    line(text, "@|faint bay: state  draw/setpoint A on its fullest conductor.  |@@|green charging|@@|faint , |@@|yellow held back|@"
        + "@|faint , |@@|red suspended|@@|faint , |@@|cyan done|@@|faint , · free|@");
    return text.toString();
  }

  private void line(StringBuilder text, String markup) {
    text.append(ansi.string(markup)).append(System.lineSeparator());
  }

  private static String escape(String plain) {
    return plain.replace("@|", "@ |");
  }

  private void zones(StringBuilder text, GatewayView view) {
    PlantModel model = bench.plant().model();
    Grid grid = bench.plant().grid();
    for (int i = 0; i < model.zones().size(); i++) {
      PlantModel.Zone built = model.zones().get(i);
      GatewayView.Zone known = view.zone(built.id());
      double limit = known.limits().limitDa().minDa() / 10.0;
      double most = 0;
      for (int phase = 1; phase <= 3; phase++) {
        most = Math.max(most, grid.amps(i, phase));
      }
      String name = "  ".repeat(depth(model, built)) + built.id();
      line(text, String.format(
          Locale.ROOT, "%-16s %s %6.1f %6.1f %6.1f A  of %5.0f A%s", clip(name, 16), bar(most, limit), grid.amps(i, 1),
          grid.amps(i, 2), grid.amps(i, 3), limit,
          built.kw() == null ? "" : String.format(Locale.ROOT, "  %6.1f of %.1f kW", grid.kw(i), built.kw())));
    }
  }

  private static int depth(PlantModel model, PlantModel.Zone zone) {
    return zone.parent() == null ? 0 : 1 + depth(model, model.zones().get(model.zoneIndex(zone.parent())));
  }

  private static String bar(double amps, double limit) {
    int full = Math.clamp(Math.round(BAR_WIDTH * amps / Math.max(limit, 0.1)), 0, BAR_WIDTH);
    String colour = amps > limit + 0.5 ? "red" : amps > 0.95 * limit ? "yellow" : "green";
    return "@|" + colour + " " + "█".repeat(full) + "|@@|faint " + "░".repeat(BAR_WIDTH - full) + "|@";
  }

  private void bays(StringBuilder text, GatewayView view) {
    int perLine = Math.max(1, columns / CELL_WIDTH);
    List<Bay> bays = bench.plant().model().bays();
    StringBuilder row = new StringBuilder();
    for (Bay bay : bays) {
      row.append(cell(bay, view));
      if ((bay.index() + 1) % perLine == 0 || bay.index() + 1 == bays.size()) {
        line(text, row.toString());
        row.setLength(0);
      }
    }
  }

  private String cell(Bay bay, GatewayView view) {
    ChargePoint station = bench.plant().station(bay.station().id());
    int connector = bay.connector().number();
    String name = clip(bay.station().id() + (bay.station().connectors().size() > 1 ? "/" + connector : ""), 14);
    Car car = bench.plant().car(bay.index());
    GatewayView.Session session = view.session(bay.station().id(), connector);
    if (car == null) {
      return "@|faint " + String.format(Locale.ROOT, "%-14s %-12s", name, "·") + "|@";
    }
    double setpoint = session == null ? 0 : session.setpointDa() / 10.0;
    String state = String.format(Locale.ROOT, "%4.1f/%4.1f", station.amps(connector), setpoint);
    return "@|" + colour(car, session, bay) + " " + String.format(Locale.ROOT, "%-14s %-12s", name, state) + "|@";
  }

  private static String colour(Car car, GatewayView.@Nullable Session session, Bay bay) {
    if (!car.wantsEnergy()) {
      return "cyan";
    }
    if (session == null || session.setpointDa() == 0) {
      return "red";
    }
    return session.setpointDa() < Math.round(bay.connector().maxAmps() * 10) ? "yellow" : "green";
  }

  private static String clip(String name, int width) {
    return name.length() <= width ? name : name.substring(0, width - 1) + "…";
  }

  private int charging() {
    int count = 0;
    for (Bay bay : bench.plant().model().bays()) {
      count += bench.plant().station(bay.station().id()).amps(bay.connector().number()) > 0 ? 1 : 0;
    }
    return count;
  }

  private double kilowatts() {
    double sum = 0;
    for (int i = 0; i < bench.plant().model().zones().size(); i++) {
      sum += bench.plant().model().zones().get(i).parent() == null ? bench.plant().grid().kw(i) : 0;
    }
    return sum;
  }
}
