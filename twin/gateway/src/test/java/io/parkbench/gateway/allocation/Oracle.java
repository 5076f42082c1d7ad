package io.parkbench.gateway.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Allocates as "The allocation, exactly" of the requirements says it, step by step, in exact fractions and with no thought of
 * speed: written apart from the allocator, to be compared with it.
 */
final class Oracle {
  private final Site site;
  private final Fraction[] current;

  private Oracle(Site site) {
    this.site = site;
    current = new Fraction[site.cars().size()];
    Arrays.fill(current, Fraction.ZERO);
  }

  /** The setpoints by car, in 0.1 A. */
  static int[] setpointsDa(Site site) {
    var oracle = new Oracle(site);
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < site.cars().size(); c++) {
      order.add(c);
    }
    order.sort(
        Comparator.comparing((Integer c) -> !site.cars().get(c).vip())
            .thenComparingInt(c -> -site.cars().get(c).priorityClass())
            .thenComparingLong(c -> site.cars().get(c).energyWh())
            .thenComparingLong(c -> -site.cars().get(c).startedAt())
            .thenComparingInt(c -> c));
    for (int from = 0; from < order.size();) {
      int to = from;
      Site.Car first = site.cars().get(order.get(from));
      while (to < order.size() && site.cars().get(order.get(to)).ranksAs(first)) {
        to++;
      }
      oracle.fill(oracle.admit(order.subList(from, to)));
      from = to;
    }
    int[] result = new int[oracle.current.length];
    for (int c = 0; c < result.length; c++) {
      result[c] = oracle.current[c].roundedDown();
    }
    return result;
  }

  private List<Integer> admit(List<Integer> candidates) {
    List<Integer> admitted = new ArrayList<>();
    for (int c : candidates) {
      current[c] = Fraction.of(site.cars().get(c).floorDa());
      boolean fits = true;
      for (Site.Row row : site.rows()) {
        if (row.weight(site, c) > 0 && used(row).compareTo(Fraction.of(row.limit())) > 0) {
          fits = false;
        }
      }
      if (fits) {
        admitted.add(c);
      } else {
        current[c] = Fraction.ZERO;
      }
    }
    return admitted;
  }

  private void fill(List<Integer> admitted) {
    List<Integer> open = new ArrayList<>(admitted);
    while (!open.isEmpty()) {
      Fraction lambda = Fraction.ONE;
      Site.Row full = null;
      for (Site.Row row : site.rows()) {
        Fraction at = fullAt(row, open);
        if (at.compareTo(lambda) < 0) {
          lambda = at;
          full = row;
        }
      }
      for (int c : open) {
        current[c] = at(c, lambda);
      }
      Site.Row stop = full;
      open.removeIf(c -> stop == null || stop.weight(site, c) > 0);
    }
  }

  /** The greatest λ up to 1 that the row bears, found between the λ at which its sessions leave their floors. */
  private Fraction fullAt(Site.Row row, List<Integer> open) {
    var steps = new TreeSet<Fraction>(List.of(Fraction.ZERO, Fraction.ONE));
    boolean concerned = false;
    for (int c : open) {
      if (row.weight(site, c) > 0) {
        concerned = true;
        steps.add(ratio(c));
      }
    }
    if (!concerned || load(row, open, Fraction.ONE).compareTo(Fraction.of(row.limit())) <= 0) {
      return Fraction.ONE;
    }
    Fraction below = Fraction.ZERO;
    for (Fraction step : steps) {
      Fraction load = load(row, open, step);
      if (load.compareTo(Fraction.of(row.limit())) > 0) {
        Fraction before = load(row, open, below);
        return below.plus(step.minus(below).times(Fraction.of(row.limit()).minus(before)).by(load.minus(before)));
      }
      below = step;
    }
    return Fraction.ONE;
  }

  private Fraction load(Site.Row row, List<Integer> open, Fraction lambda) {
    Fraction sum = used(row);
    for (int c : open) {
      sum = sum.plus(Fraction.of(row.weight(site, c)).times(at(c, lambda).minus(current[c])));
    }
    return sum;
  }

  private Fraction used(Site.Row row) {
    Fraction sum = Fraction.ZERO;
    for (int c = 0; c < current.length; c++) {
      sum = sum.plus(Fraction.of(row.weight(site, c)).times(current[c]));
    }
    return sum;
  }

  private Fraction ratio(int c) {
    return Fraction.of(site.cars().get(c).floorDa()).by(Fraction.of(site.cars().get(c).maxDa()));
  }

  private Fraction at(int c, Fraction lambda) {
    Site.Car car = site.cars().get(c);
    return Fraction.of(car.floorDa()).max(lambda.times(Fraction.of(car.maxDa())));
  }
}
