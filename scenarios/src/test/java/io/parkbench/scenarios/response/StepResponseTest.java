package io.parkbench.scenarios.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.plant.quirk.Quirk;
import io.parkbench.scenarios.campaign.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The building takes half the limit at full charging: the cars give way within B, and no breaker trips (R-DYN-7, R-LEASE-5). */
class StepResponseTest {
  private static final Seeds FEW = Seeds.parse("1..16");

  @Test
  void soundCarsGiveWayWithinTheBound() {
    ResponseResult result = ResponseResult.of(FEW, null, 2, done -> {});
    assertEquals(List.of(), result.outOfBound().stream().map(result::repeat).toList());
    assertEquals(List.of(), result.tripped().stream().map(result::repeat).toList());
    assertTrue(result.responses().stream().filter(response -> response.peakA() > 1.2 * response.limitA()).count() >= 10,
        () -> "the jumps come at full charging: " + result.responses());
    assertTrue(result.passed());
  }

  @Test
  void slowCarsMissTheBoundAndTripNoBreaker() {
    ResponseResult result = ResponseResult.of(FEW, Quirk.named("slow-follower-30s"), 2, done -> {});
    assertTrue(result.percentile(Response::missedBy, 1) > 5, () -> "missed by " + result.worst(1));
    assertEquals(List.of(), result.tripped().stream().map(result::repeat).toList());
  }

  @Test
  void aCaseIsTheSameByAnyNumberOfJobs() {
    Seeds two = Seeds.parse("3..4");
    assertEquals(ResponseResult.of(two, null, 1, done -> {}), ResponseResult.of(two, null, 2, done -> {}));
  }

  @Test
  void thePageShowsTheBoundAndHowTheSlowestIsRepeated(@TempDir Path folder) throws IOException {
    ResponseResult result = new ResponseResult(
        ResponseResult.FORMAT, 1, 3, null, List.of(response(1, 2, 0.4), response(2, 17, 0.9), response(3, 21.5, 0.7)));
    String page = Files.readString(ResponsePage.write(folder, result));
    assertTrue(page.contains("1 of 3 cases missed the bound, by 3.5 s at most; no breaker tripped."), page);
    assertTrue(page.contains("B: 18 s"), page);
    assertTrue(page.contains("<code>parkbench step-response --cases 3</code>"), page);
    assertEquals(List.of(3L, 2L, 1L), result.worst(3).stream().map(Response::seed).toList());
    assertEquals(17, result.percentile(Response::seconds, 0.5));
    assertFalse(result.passed());
  }

  private static Response response(long seed, double seconds, double heat) {
    return new Response(
        seed, 100, 10, 0, 50, "MTZ", 1, 0.98, 148, seconds, seconds, false, 40 * seconds, 18, 0, List.of(), heat, false);
  }
}
