package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.parkbench.gateway.limits.TariffSummary;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Tariff;
import io.parkbench.gateway.view.GatewayView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tariff periods: what they leave, and whose energy it is (R-TOU-1…5). */
public final class TariffSteps {
  private final Scene scene;

  public TariffSteps(Scene scene) {
    this.scene = scene;
  }

  /** Where the clocks of the site are. */
  @Given("the time zone {string}")
  public void timeZone(String id) {
    scene.site().timeZone(id);
  }

  /** Rows with the keys of a site file's tariffs. */
  @Given("the tariffs")
  public void tariffs(List<Map<String, String>> rows) {
    rows.forEach(scene.site()::tariff);
  }

  /** Names with commas; {@code none} outside all. */
  @Then("{span} the tariff period is {string}")
  public void inForce(Span span, String names) {
    scene.judge().expect(span, Claim.is("the tariff periods in force are", names, () -> {
      List<Tariff> present = scene.view().tariffs();
      return present.isEmpty() ? "none" : present.stream().map(Tariff::name).collect(Collectors.joining(", "));
    }));
  }

  /** Rows of period and kWh, all that the open session there has received; a tenth of a kWh is near enough. */
  @Then("{span} the energy of {connector} by period is")
  public void energy(Span span, Place place, Map<String, String> rows) {
    scene.judge().expect(span, Claim.is("the energy of " + place + " by period is", tenths(numbers(rows)), () -> {
      GatewayView.Session session = scene.view().session(place.station(), place.connector());
      return session == null ? Map.of() : tenths(session.energyByPeriodWh());
    }));
  }

  /** The same of the last session there that is over. */
  @Then("{span} the last session at {connector} had by period")
  public void energyOfLast(Span span, Place place, Map<String, String> rows) {
    scene.judge().expect(span,
        Claim.is("the last session at " + place + " had by period", tenths(numbers(rows)), () -> scene.view().past()
            .stream().filter(over -> over.station().equals(place.station()) && over.connector() == place.connector())
            .reduce((before, after) -> after).map(over -> tenths(over.energyByPeriodWh())).orElse(Map.of())));
  }

  /** What each period leaves each zone by itself, in A (R-TOU-4). */
  @Then("the tariff summary is")
  public void summary(List<Map<String, String>> rows) {
    scene.looksInside();
    List<Map<String, String>> actual = new ArrayList<>();
    for (TariffSummary.Row row : TariffSummary.of(scene.bench().plan().site())) {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("zone", row.zone());
      row.byPeriod().forEach((period, da) -> cells.put(period, plain(da)));
      actual.add(cells);
    }
    scene.judge().expect(new Span(Span.Kind.NOW, 0), Claim.is("the tariff summary is", rows, () -> actual));
  }

  private static String plain(PerPhase da) {
    return Quantity.plain(da.minDa() / 10.0);
  }

  private static Map<String, Long> numbers(Map<String, String> rows) {
    Map<String, Long> wh = new LinkedHashMap<>();
    rows.forEach((period, kwh) -> wh.put(period, Math.round(Quantity.number(kwh) * 1_000)));
    return wh;
  }

  private static Map<String, String> tenths(Map<String, Long> wh) {
    Map<String, String> kwh = new LinkedHashMap<>();
    wh.forEach((period, value) -> kwh.put(period, Math.round(value / 100.0) / 10.0 + " kWh"));
    return kwh;
  }
}
