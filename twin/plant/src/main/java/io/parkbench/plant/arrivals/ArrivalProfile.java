package io.parkbench.plant.arrivals;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kind of car park: who comes when, for how long and for how much. Stay times and extra range are the design guide's (DG
 * p. 13), at 0.2 kWh per km; when they come, and all of the depot, is our assumption.
 *
 * @param name how the command line calls it
 * @param carsPerBay cars a day and connector on a full day
 * @param weekdays Monday to Sunday, each a share of the full day
 * @param arriving 24 weights, one for each local hour; within an hour any minute is as likely
 * @param minStay shortest stay
 * @param maxStay longest stay; all between are as likely
 * @param minKm least extra range wanted
 * @param maxKm most extra range wanted; all between are as likely
 * @param cars names of the car catalogue; one named twice is twice as likely
 */
public record ArrivalProfile(
    String name,
    double carsPerBay,
    List<Double> weekdays,
    List<Double> arriving,
    Duration minStay,
    Duration maxStay,
    double minKm,
    double maxKm,
    List<String> cars) {

  /** Energy from the socket for one kilometre (the design guide's 20 kWh per 100 km). */
  public static final double WH_PER_KM = 200;

  private static final List<Double> EVERY_DAY = List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
  private static final List<Double> WORKING_DAYS = List.of(1.0, 1.0, 1.0, 1.0, 0.9, 0.1, 0.05);
  private static final List<Double> SHOPPING_DAYS = List.of(0.7, 0.7, 0.7, 0.8, 1.0, 1.2, 0.4);
  private static final List<String> PRIVATE_CARS = List.of(
      "compact-11kw", "compact-11kw", "compact-11kw", "city-7kw", "city-7kw", "sedan-22kw", "fourteen-amp",
      "two-phase-7.4kw");

  private static final Map<String, ArrivalProfile> KNOWN = new LinkedHashMap<>();

  static {
    add(new ArrivalProfile(
        "residential", 0.8, EVERY_DAY, evening(), hours(8), hours(12), 50, 300, PRIVATE_CARS));
    add(new ArrivalProfile(
        "workplace", 1.0, WORKING_DAYS, morning(), hours(7.5), hours(8.5), 50, 150, PRIVATE_CARS));
    add(new ArrivalProfile(
        "mall", 4.0, SHOPPING_DAYS, opening(10, 20), hours(1), hours(2), 20, 100, PRIVATE_CARS));
    add(new ArrivalProfile(
        "store", 8.0, SHOPPING_DAYS, opening(8, 20), hours(0.5), hours(1), 20, 60, PRIVATE_CARS));
    add(new ArrivalProfile(
        "depot", 1.0, WORKING_DAYS, opening(16, 19), hours(11), hours(13), 100, 250,
        List.of("sedan-22kw", "compact-11kw")));
  }

  /** Fails with {@link IllegalArgumentException} where lists have another length or ranges are upside down. */
  public ArrivalProfile {
    weekdays = List.copyOf(weekdays);
    arriving = List.copyOf(arriving);
    cars = List.copyOf(cars);
    if (weekdays.size() != 7 || arriving.size() != 24 || cars.isEmpty()) {
      throw new IllegalArgumentException("profile " + name + " needs 7 weekdays, 24 hours and a car");
    }
    if (carsPerBay < 0 || minStay.isNegative() || maxStay.compareTo(minStay) < 0 || minKm < 0 || maxKm < minKm) {
      throw new IllegalArgumentException("profile " + name + " is out of range");
    }
  }

  private static void add(ArrivalProfile profile) {
    KNOWN.put(profile.name(), profile);
  }

  /** The profile of that name; an unknown one fails with {@link IllegalArgumentException} naming those that exist. */
  public static ArrivalProfile named(String name) {
    ArrivalProfile profile = KNOWN.get(name);
    if (profile == null) {
      throw new IllegalArgumentException(
          "no arrival profile is called '" + name + "'; there are " + String.join(", ", names()));
    }
    return profile;
  }

  public static Set<String> names() {
    return Collections.unmodifiableSet(KNOWN.keySet());
  }

  /** The same with more or fewer cars. */
  public ArrivalProfile withCarsPerBay(double other) {
    return new ArrivalProfile(name, other, weekdays, arriving, minStay, maxStay, minKm, maxKm, cars);
  }

  /** The same with another extra range, km. */
  public ArrivalProfile withRange(double fromKm, double toKm) {
    return new ArrivalProfile(name, carsPerBay, weekdays, arriving, minStay, maxStay, fromKm, toKm, cars);
  }

  /** The same with other stays. */
  public ArrivalProfile withStay(Duration from, Duration to) {
    return new ArrivalProfile(name, carsPerBay, weekdays, arriving, from, to, minKm, maxKm, cars);
  }

  /** The same with other cars. */
  public ArrivalProfile withCars(List<String> other) {
    return new ArrivalProfile(name, carsPerBay, weekdays, arriving, minStay, maxStay, minKm, maxKm, other);
  }

  private static Duration hours(double hours) {
    return Duration.ofMinutes(Math.round(hours * 60));
  }

  private static List<Double> morning() {
    return hourly(Map.of(6, 0.5, 7, 3.0, 8, 5.0, 9, 1.5));
  }

  private static List<Double> evening() {
    return hourly(Map.of(15, 0.5, 16, 1.5, 17, 3.0, 18, 4.0, 19, 2.5, 20, 1.5, 21, 1.0, 22, 0.5));
  }

  private static List<Double> opening(int from, int to) {
    Double[] hours = new Double[24];
    for (int hour = 0; hour < 24; hour++) {
      // Most come in the middle of the opening hours, the last an hour before the end.
      hours[hour] = hour < from || hour >= to ? 0.0 : 1 + Math.min(hour - from, to - 1 - hour) / 2.0;
    }
    return List.of(hours);
  }

  private static List<Double> hourly(Map<Integer, Double> weights) {
    Double[] hours = new Double[24];
    for (int hour = 0; hour < 24; hour++) {
      hours[hour] = weights.getOrDefault(hour, 0.0);
    }
    return List.of(hours);
  }
}
