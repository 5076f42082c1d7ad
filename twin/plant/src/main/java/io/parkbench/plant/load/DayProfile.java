package io.parkbench.plant.load;

import io.parkbench.kernel.Chance;

/** A current by the time of day, as a meter has recorded it or somebody made it up. */
public record DayProfile(Daily<LoadAmps> day) implements Load {
  /** What a profile of positive numbers feeds in. */
  public DayProfile asProduction() {
    return new DayProfile(day.map(amps -> amps.times(-1)));
  }

  @Override
  public Course begin(long start, Chance chance) {
    return new Course() {
      private LoadAmps amps = LoadAmps.ZERO;
      private long next = start;

      @Override
      public void advance(long now) {
        if (now >= next) {
          amps = day.at(start, now);
          next = day.nextAfter(start, now);
        }
      }

      @Override
      public LoadAmps amps() {
        return amps;
      }

      @Override
      public long nextChangeAt() {
        return next;
      }
    };
  }
}
