package io.parkbench.scenarios.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CaseGenerator;
import io.parkbench.scenarios.campaign.plan.FaultKind;
import io.parkbench.scenarios.campaign.plan.SwarmProfile;
import io.parkbench.scenarios.campaign.shrink.DeltaDebugging;
import io.parkbench.scenarios.campaign.shrink.Shrink;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shrinking finds the few parts that matter. */
class DeltaDebuggingTest {
  private final List<Integer> hundred = IntStream.range(0, 100).boxed().toList();

  @Test
  void keepsOnlyWhatTheFailureNeeds() {
    List<Integer> needed = List.of(3, 47, 90);
    assertEquals(needed, DeltaDebugging.minimise(hundred, kept -> kept.containsAll(needed)));
  }

  @Test
  void keepsOneOfMany() {
    assertEquals(1, DeltaDebugging.minimise(hundred, kept -> kept.stream().anyMatch(n -> n % 7 == 5)).size());
  }

  @Test
  void keepsNothingWhenNothingIsNeeded() {
    assertEquals(List.of(), DeltaDebugging.minimise(hundred, kept -> true));
  }

  @Test
  void noPartOfTheResultCanBeSpared() {
    List<Integer> kept = DeltaDebugging.minimise(hundred, some -> some.stream().mapToInt(Integer::intValue).sum() >= 600);
    assertTrue(kept.stream().mapToInt(Integer::intValue).sum() >= 600);
    kept.forEach(part -> assertTrue(kept.stream().mapToInt(Integer::intValue).sum() - part < 600, "could spare " + part));
  }

  @Test
  void aCaseShrinksToTheFaultAndTheCarThatMatter() {
    CampaignCase drawn = new CaseGenerator(SwarmProfile.STRICT, null).draw(fitting());
    String car = drawn.cars().getLast().id();
    FaultKind what = drawn.faults().getLast().what();
    CampaignCase small = Shrink.shrink(
        drawn,
        c -> c.cars().stream().anyMatch(other -> other.id().equals(car)) && c.faults().stream().anyMatch(f -> f.what() == what),
        1_000, (runs, best) -> {});
    assertEquals(1, small.cars().size());
    assertEquals(1, small.faults().size());
    assertTrue(small.stations().size() <= 2);
    assertTrue(small.horizonS() <= drawn.horizonS());
    assertEquals(List.of(), small.limits());
  }

  private static long fitting() {
    return IntStream.range(1, 1_000).filter(seed -> {
      CampaignCase drawn = new CaseGenerator(SwarmProfile.STRICT, null).draw(seed);
      return drawn.cars().size() > 10 && drawn.faults().size() > 5;
    }).findFirst().orElseThrow();
  }
}
