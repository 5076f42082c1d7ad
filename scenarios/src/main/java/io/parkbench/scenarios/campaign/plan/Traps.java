package io.parkbench.scenarios.campaign.plan;

import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.plant.meter.MeterTrap.Owed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which of the meters' traps a campaign draws, and what the gateway owes with each (the classes of R-LEASE-5). */
final class Traps {
  /** Nothing in a reading tells: for scenarios of diagnosis alone, beside those that {@link Owed#CONFIGURED} names. */
  private static final Set<MeterTrap> UNSEEN = EnumSet.of(MeterTrap.TENTH_CURRENT);
  /** Models of one register each: one register further lies the next phase's true current. */
  private static final List<String> SINGLE_REGISTERS = List.of("NSX", "NSX-legacy");

  private Traps() {}

  /** Those that exist in memory, can be told from the readings of a model, and are not above {@code most}; never none. */
  static List<MeterTrap> of(String model, Severity most) {
    return Arrays.stream(MeterTrap.values())
        .filter(trap -> !trap.realSocketsOnly() && trap.owed() != Owed.CONFIGURED && !UNSEEN.contains(trap))
        .filter(trap -> trap != MeterTrap.OFF_BY_ONE || !SINGLE_REGISTERS.contains(model))
        .filter(trap -> severity(trap.word()).compareTo(most) <= 0)
        .toList();
  }

  /** Whether it shows about nothing, and so gives cars too much: of these there are more. */
  static boolean isTowardsZero(MeterTrap trap) {
    return trap == MeterTrap.OFF_BY_ONE || trap == MeterTrap.WORD_SWAP || trap == MeterTrap.ZERO_BLOCK;
  }

  /** A frozen meter is found out when the cars' draw has changed; all the others by their readings. */
  static Severity severity(String trap) {
    return MeterTrap.named(trap) == MeterTrap.FROZEN ? Severity.BOUNDED : Severity.STRICT;
  }
}
