package io.parkbench.plant.arrivals;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.plant.car.CarModel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the arrivals of a profile from a seed, one local day at a time, for ever. Each day has a stream of its own, so that
 * a day is the same whenever the run begins.
 */
public final class ProfileArrivals implements ArrivalPlan {
  private final ArrivalProfile profile;
  private final int bays;
  private final ZoneId zone;
  private final long start;
  private final Seed seed;
  private final List<String> idTags;
  private final Deque<Arrival> today = new ArrayDeque<>();
  private LocalDate nextDay;

  /**
   * A plan that begins at {@code start}; who would have come earlier that day does not come.
   *
   * @param bays connectors of the site, which scale the number of cars
   * @param zone whose clock the profile's hours are
   * @param start µs
   * @param idTags cards that drivers hold, used in turn over a day; where empty, each has {@code CARD-} and a number
   */
  public ProfileArrivals(
      ArrivalProfile profile, int bays, ZoneId zone, long start, Seed seed, List<String> idTags) {
    this.profile = profile;
    this.bays = bays;
    this.zone = zone;
    this.start = start;
    this.seed = seed;
    this.idTags = List.copyOf(idTags);
    this.nextDay = LocalDate.ofInstant(Micros.toInstant(start), zone);
  }

  @Override
  public @Nullable Arrival next() {
    if (profile.carsPerBay() * bays == 0) {
      return null;
    }
    while (today.isEmpty()) {
      draw(nextDay);
      nextDay = nextDay.plusDays(1);
    }
    return today.removeFirst();
  }

  private void draw(LocalDate day) {
    Chance chance = seed.fork("arrivals/" + profile.name() + "/" + day);
    double expected = bays * profile.carsPerBay() * profile.weekdays().get(day.getDayOfWeek().getValue() - 1);
    int cars = (int) expected + (chance.happens(expected - (int) expected) ? 1 : 0);
    List<Long> instants = new ArrayList<>();
    for (int i = 0; i < cars; i++) {
      long second = secondOfDay(chance);
      instants.add(Micros.of(day.atStartOfDay().plusSeconds(second).atZone(zone).toInstant()));
    }
    instants.sort(Comparator.naturalOrder());
    for (int i = 0; i < cars; i++) {
      Arrival arrival = arrival(day + "/" + (i + 1), instants.get(i), tag(i), chance);
      if (arrival.at() >= start) {
        today.addLast(arrival);
      }
    }
  }

  private Arrival arrival(String id, long at, String idTag, Chance chance) {
    CarModel car = CarModel.named(profile.cars().get((int) chance.between(0, profile.cars().size() - 1)));
    long stay = chance.between(profile.minStay().toSeconds(), profile.maxStay().toSeconds()) * Micros.SECOND;
    double km = profile.minKm() + (profile.maxKm() - profile.minKm()) * chance.nextDouble();
    double leavesWith = 0.8 + 0.2 * chance.nextDouble();
    double wanted = Math.min(km * ArrivalProfile.WH_PER_KM, 0.9 * leavesWith * car.batteryWh() / car.efficiency());
    double wantedWh = Math.rint(wanted);
    return new Arrival(
        id, at, null, 0, at + stay, wantedWh, car, car.arrivesWith(leavesWith, wantedWh), idTag);
  }

  private String tag(int car) {
    return idTags.isEmpty() ? "CARD-" + (car + 1) : idTags.get(car % idTags.size());
  }

  private long secondOfDay(Chance chance) {
    double all = profile.arriving().stream().mapToDouble(Double::doubleValue).sum();
    double left = chance.nextDouble() * all;
    int hour = 0;
    while (hour < 23 && left >= profile.arriving().get(hour)) {
      left -= profile.arriving().get(hour);
      hour++;
    }
    return hour * 3_600L + chance.between(0, 3_599);
  }
}
