package io.parkbench.scenarios.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.plant.meter.MeterTrap;
import io.parkbench.scenarios.campaign.plan.CampaignCase;
import io.parkbench.scenarios.campaign.plan.CaseFile;
import io.parkbench.scenarios.campaign.plan.CaseGenerator;
import io.parkbench.scenarios.campaign.plan.CaseSite;
import io.parkbench.scenarios.campaign.plan.CeilingPlan;
import io.parkbench.scenarios.campaign.plan.Severity;
import io.parkbench.scenarios.campaign.plan.SwarmProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a seed stands for: the same case everywhere, written out whole, and valid. */
class CaseGeneratorTest {
  private final CaseGenerator all = new CaseGenerator(SwarmProfile.ALL, null);

  @Test
  void theSameSeedDrawsTheSameCase() {
    assertEquals(CaseFile.text(all.draw(7)), CaseFile.text(new CaseGenerator(SwarmProfile.ALL, null).draw(7)));
    assertNotEquals(CaseFile.text(all.draw(7)), CaseFile.text(all.draw(8)));
  }

  /** In another process too: the draws of these seeds are part of what a repeat command promises. */
  @Test
  void casesDoNotDependOnTheProcess() throws NoSuchAlgorithmException {
    assertEquals("caa8fb5466893e2d", digest(UnaryOperator.identity()));
  }

  /** What lowers zones is drawn besides: the rest of a seed's case is what it was before there were tariffs, inputs and requests. */
  @Test
  void ceilingsShiftNoOtherDraw() throws NoSuchAlgorithmException {
    assertEquals("c86d514bb2ce8955", digest(plan -> new CampaignCase(
        plan.seed(), plan.profile(), plan.horizonS(), plan.zones(), plan.stations(), plan.cars(), plan.limits(), plan.faults(),
        plan.quirks(), plan.building(), null)));
  }

  private static String digest(UnaryOperator<CampaignCase> of) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    CaseGenerator calm = new CaseGenerator(SwarmProfile.CALM, null);
    LongStream.rangeClosed(1, 20)
        .forEach(seed -> digest.update(CaseFile.text(of.apply(calm.draw(seed))).getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  /** R-TOU-1, R-DI-1, R-BEMS-1: each kind in many cases, together and alone, and the clocks change in some. */
  @Test
  void manyCasesHaveEachKindOfWhatLowersZones() {
    List<CeilingPlan> plans = LongStream.rangeClosed(1, 300).mapToObj(all::draw).map(CampaignCase::ceilings)
        .filter(Objects::nonNull).toList();
    assertTrue(plans.size() > 140 && plans.size() < 200, plans.size() + " of 300");
    assertTrue(plans.stream().filter(plan -> !plan.tariffs().isEmpty()).count() > 60);
    assertTrue(plans.stream().filter(plan -> !plan.inputs().isEmpty()).count() > 60);
    assertTrue(plans.stream().filter(plan -> !plan.requests().isEmpty()).count() > 60);
    assertTrue(plans.stream().filter(plan -> !plan.storms().isEmpty()).count() > 40);
    assertTrue(plans.stream().filter(CeilingPlan::hasHardInput).count() > 30);
    assertTrue(plans.stream().allMatch(plan -> plan.tariffs().stream().mapToInt(tariff -> tariff.slots().size()).sum() <= 20));
    assertTrue(
        plans.stream().map(CeilingPlan::start).filter(start -> Objects.requireNonNull(start).compareTo("2026-02") > 0).count()
            > 20);
  }

  @Test
  void aCaseOutlivesItsFile(@TempDir Path folder) throws IOException {
    CampaignCase drawn = all.draw(42);
    CaseFile.write(folder.resolve("case.json"), drawn);
    assertEquals(drawn, CaseFile.read(folder.resolve("case.json")));
  }

  @Test
  void everySiteIsValid() {
    LongStream.rangeClosed(1, 300).forEach(seed -> {
      Site site = CaseSite.of(all.draw(seed));
      assertTrue(site.stations().size() <= 30, "seed " + seed);
    });
  }

  @Test
  void siteAndCarsAreTheSameUnderEveryProfile() {
    CampaignCase calm = new CaseGenerator(SwarmProfile.CALM, null).draw(11);
    CampaignCase strict = new CaseGenerator(SwarmProfile.STRICT, null).draw(11);
    assertEquals(calm.stations(), strict.stations());
    assertEquals(calm.cars(), strict.cars());
    assertTrue(calm.faultFree());
    assertTrue(!strict.faults().isEmpty());
  }

  /** R-DYN-1, 8: one zone or several, nested or side by side, and each meter with what its model calls for. */
  @Test
  void halfOfTheSeedsHaveDynamicZones() {
    List<CampaignCase> dynamic = LongStream.rangeClosed(1, 200).mapToObj(all::draw).filter(CampaignCase::dynamic).toList();
    assertTrue(dynamic.size() > 80 && dynamic.size() < 120, dynamic.size() + " of 200");
    for (CampaignCase drawn : dynamic) {
      Site site = CaseSite.of(drawn);
      assertTrue(site.zones().stream().anyMatch(Zone::dynamic));
      assertTrue(drawn.faults().stream().noneMatch(fault -> MeterTrap.TENTH_CURRENT.word().equals(fault.trap())), "diagnosis only");
      drawn.limits().forEach(limit -> assertFalse(Objects.requireNonNull(site.zone(limit.zone())).dynamic()));
    }
  }

  @Test
  void atLeastHalfOfTheSeedsHaveNothingWorseThanGated() {
    long mild = LongStream.rangeClosed(1, 400).filter(seed -> all.draw(seed).severity() != Severity.BOUNDED).count();
    assertTrue(mild >= 200, mild + " of 400");
  }

  @Test
  void namesTheProfilesThatExist() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> SwarmProfile.named("wild"));
    assertEquals("no profile is called 'wild'; there are calm, strict, gated, bounded, all", e.getMessage());
  }
}
