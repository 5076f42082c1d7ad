package io.parkbench.scenarios.response;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.Wiring;
import io.parkbench.plant.car.CarModel;
import io.parkbench.protocol.meter.MeterModels;
import io.parkbench.scenarios.response.ResponseCase.Station;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a case from its seed: 4 to 40 stations of mixed ratings, a zone that they can fill, from 63 to 630 A, a meter, a building, and
 * when and where it takes half the limit.
 */
final class ResponseDraw {
  private static final List<Integer> LIMITS = List.of(63, 80, 100, 125, 160, 200, 250, 320, 400, 500, 630);
  private static final List<Integer> RATINGS = List.of(16, 16, 20, 32, 32, 32, 63);
  private static final List<String> THREE_PHASE = List.of("TRI123", "TRI231", "TRI312");
  private static final List<String> ONE_PHASE = List.of("MONO1", "MONO2", "MONO3");
  private static final List<Double> CLASSES = List.of(0.2, 0.5, 1.0);
  private static final List<String> CARS = List.of(
      "compact-11kw", "compact-11kw", "compact-11kw", "sedan-22kw", "sedan-22kw", "city-7kw", "fourteen-amp", "two-phase-7.4kw",
      "hybrid-3.7kw");
  private static final int STATIONS_LEAST = 4;
  private static final int STATIONS_MOST = 40;
  /** The slowest reaction of a sound car (DG p. 37), and the quickest that is known. */
  private static final double SLOWEST_S = 5;

  private static final double QUICKEST_S = 0.5;

  private ResponseDraw() {}

  /** The case of {@code number}, the same at every call and on every machine. */
  static ResponseCase draw(long number) {
    Seed seed = new Seed(number);
    Chance cars = seed.fork("step-response/stations");
    List<Station> stations = stations(cars);
    while (fullAmps(stations) < LIMITS.getFirst()) {
      stations = stations(cars);
    }
    Chance chance = seed.fork("step-response/zone");
    double base = between(chance, 0.10, 0.35);
    int limit = limit(fullAmps(stations) * between(chance, 0.5, 0.95) / (1 - base));
    List<Double> bases = new ArrayList<>();
    for (int phase = 1; phase <= 3; phase++) {
      bases.add(round(limit * base * between(chance, 0.8, 1.2), 10));
    }
    boolean parted = chance.happens(0.4);
    int hall = (int) Math.round(limit * between(chance, 0.3, 0.8));
    boolean one = chance.happens(0.35);
    int phase = (int) chance.between(1, 3);
    Chance meter = seed.fork("step-response/meter");
    return new ResponseCase(
        number, limit, parted ? hall : null, stations, bases, limit / 2.0, one ? phase : 0, pick(meter, MeterModels.names()),
        pick(meter, CLASSES), round(between(meter, 0.2, 2), 1_000), chance.happens(0.5), round(between(chance, 0, 30), 1_000));
  }

  private static List<Station> stations(Chance chance) {
    int count = STATIONS_LEAST + (int) ((STATIONS_MOST + 1 - STATIONS_LEAST) * Math.pow(chance.nextDouble(), 1.5));
    double inHall = between(chance, 0.2, 0.7);
    List<Station> stations = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      boolean mono = chance.happens(0.25);
      int rating = pick(chance, RATINGS);
      stations.add(
          new Station(
              "s" + (i < 10 ? "0" : "") + i, chance.happens(inHall), pick(chance, mono ? ONE_PHASE : THREE_PHASE),
              mono ? Math.min(32, rating) : rating, pick(chance, CARS), round(between(chance, QUICKEST_S, SLOWEST_S), 1_000),
              round(between(chance, 0, 60), 1_000), round(between(chance, 0.1, 0.5), 100)));
    }
    return stations;
  }

  /** What all cars together take on the phase on which they take most, A. */
  private static double fullAmps(List<Station> stations) {
    double[] amps = new double[4];
    for (Station station : stations) {
      Wiring wiring = Wiring.valueOf(station.wiring());
      CarModel car = CarModel.named(station.car());
      for (int conductor = 1; conductor <= Math.min(wiring.phases(), car.phases()); conductor++) {
        amps[wiring.supplyPhase(conductor)] += Math.min(station.maxA(), car.maxAmps());
      }
    }
    return Math.max(amps[1], Math.max(amps[2], amps[3]));
  }

  /** The highest usual one that is not above {@code amps}. */
  private static int limit(double amps) {
    int limit = LIMITS.getFirst();
    for (int usual : LIMITS) {
      limit = usual <= amps ? usual : limit;
    }
    return limit;
  }

  private static <T> T pick(Chance chance, List<T> from) {
    return from.get((int) chance.between(0, from.size() - 1));
  }

  private static double between(Chance chance, double from, double to) {
    return from + (to - from) * chance.nextDouble();
  }

  private static double round(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
