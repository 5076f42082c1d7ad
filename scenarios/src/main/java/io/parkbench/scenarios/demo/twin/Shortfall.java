package io.parkbench.scenarios.demo.twin;

import io.parkbench.plant.PlantModel;
import io.parkbench.plant.PlantModel.Bay;
import io.parkbench.plant.arrivals.Arrival;
import io.parkbench.plant.arrivals.CarPark;
import io.parkbench.plant.arrivals.Visit;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.grid.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives every kilowatt-hour that a car could have had and did not get its reason (R-PLANT-8). Every so often it looks what each car could
 * draw, what it draws, and why not more; what is missing in the end (feasible less delivered) is shared out by that.
 */
public final class Shortfall {
  /** Below this share of what it could draw a car is held back. */
  private static final double HELD = 0.98;

  private final PlantModel model;
  private final CarPark carPark;
  private final Grid grid;
  private final Map<String, Map<Reason, Double>> withheld = new TreeMap<>();
  private final Map<Reason, Double> settled = new TreeMap<>(Reason.ORDER);
  private double deliveredWh;
  private double feasibleWh;
  private int folded;

  /**
   * Why a car does not get what it could draw.
   *
   * @param kind a word of CONTRACT.md
   * @param text in words
   */
  public record Reason(String kind, String text) {
    static final Comparator<Reason> ORDER = Comparator.comparing(Reason::kind).thenComparing(Reason::text);
  }

  /** Why a bay's car is held back now. */
  public interface Why {
    Reason of(Bay bay, Car car);
  }

  /**
   * What has come of all visits so far.
   *
   * @param missing kWh by reason, the most first
   */
  public record Account(double deliveredKwh, double feasibleKwh, Map<Reason, Double> missing) {}

  public Shortfall(PlantModel model, CarPark carPark, Grid grid) {
    this.model = model;
    this.carPark = carPark;
    this.grid = grid;
  }

  /**
   * Looks at all bays: what is missing now has been so for {@code seconds}.
   *
   * @param cars the car at a bay's index, or null
   */
  public void look(long now, double seconds, List<@Nullable Car> cars, Why why) {
    for (Bay bay : model.bays()) {
      Car car = cars.get(bay.index());
      Arrival arrival = carPark.at(bay.index());
      if (car != null && arrival != null) {
        double could = Sockets.couldWatts(now, bay, car, model.volts());
        double has = watts(bay);
        if (could > 0 && has < HELD * could) {
          withheld.computeIfAbsent(arrival.id(), id -> new TreeMap<>(Reason.ORDER))
              .merge(why.of(bay, car), (could - has) * seconds, Double::sum);
        }
      }
    }
    fold();
  }

  private double watts(Bay bay) {
    return (grid.drawn(bay.index(), 1) + grid.drawn(bay.index(), 2) + grid.drawn(bay.index(), 3)) * model.volts();
  }

  /** Visits that are over do not change any more. */
  private void fold() {
    List<Visit> visits = carPark.visits();
    int over = visits.size() - carPark.occupied();
    for (; folded < over; folded++) {
      Visit visit = visits.get(folded);
      deliveredWh += visit.deliveredWh();
      feasibleWh += visit.feasibleWh();
      share(visit, settled);
      withheld.remove(visit.arrival().id());
    }
  }

  private void share(Visit visit, Map<Reason, Double> into) {
    double missing = visit.feasibleWh() - visit.deliveredWh();
    if (missing <= 0.5) {
      return;
    }
    Map<Reason, Double> reasons = withheld.getOrDefault(visit.arrival().id(), new TreeMap<>(Reason.ORDER));
    double sum = reasons.values().stream().mapToDouble(Double::doubleValue).sum();
    if (sum <= 0) {
      into.merge(new Reason("car", "the car itself: it started later or took less"), missing, Double::sum);
    } else {
      reasons.forEach((reason, part) -> into.merge(reason, missing * part / sum, Double::sum));
    }
  }

  /** The account so far, cars that are still there included. */
  public Account account() {
    fold();
    Map<Reason, Double> all = new TreeMap<>(Reason.ORDER);
    all.putAll(settled);
    double delivered = deliveredWh;
    double feasible = feasibleWh;
    List<Visit> visits = carPark.visits();
    for (Visit visit : visits.subList(folded, visits.size())) {
      delivered += visit.deliveredWh();
      feasible += visit.feasibleWh();
      share(visit, all);
    }
    List<Map.Entry<Reason, Double>> most = new ArrayList<>(all.entrySet());
    most.sort(Map.Entry.<Reason, Double>comparingByValue().reversed());
    Map<Reason, Double> missing = new LinkedHashMap<>();
    most.forEach(entry -> missing.put(entry.getKey(), entry.getValue() / 1_000));
    return new Account(delivered / 1_000, feasible / 1_000, missing);
  }
}
