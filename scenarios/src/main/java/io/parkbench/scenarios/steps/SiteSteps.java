package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.gateway.site.Problem;
import io.parkbench.scenarios.steps.Types.Amps;
import io.parkbench.scenarios.steps.Types.Kilowatts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The site: a ready one, a file, or put together with the keys of a site file. */
public final class SiteSteps {
  private final Scene scene;

  public SiteSteps(Scene scene) {
    this.scene = scene;
  }

  @Given("the site {string}")
  public void ready(String name) {
    scene.site().named(name);
  }

  @Given("a site file:")
  public void file(String yaml) {
    scene.site().text(yaml);
  }

  @Given("the licence {word}")
  public void licence(String reference) {
    scene.site().licence(reference);
  }

  @Given("the setting {word} is {string}")
  public void setting(String key, String value) {
    scene.site().setting(key, value);
  }

  /** Rows of key and value. */
  @Given("the settings")
  public void settings(Map<String, String> rows) {
    rows.forEach(scene.site()::setting);
  }

  @Given("known cards only")
  public void knownCardsOnly() {
    scene.site().knownCardsOnly();
  }

  @Given("a VIP card {string}")
  public void vipCard(String tag) {
    scene.site().card(Map.of("id", tag, "vip", "true"));
  }

  @Given("a card {string} of priority {int}")
  public void card(String tag, int priority) {
    scene.site().card(Map.of("id", tag, "priority", Integer.toString(priority)));
  }

  @Given("a zone {word} of {current}")
  public void zone(String id, Amps amps) {
    scene.site().zone(Map.of("id", id, "max_a", Quantity.plain(amps.value())));
  }

  @Given("a zone {word} of {current} and {power}")
  public void zone(String id, Amps amps, Kilowatts power) {
    scene.site().zone(Map.of("id", id, "max_a", Quantity.plain(amps.value()), "max_kw", Quantity.plain(power.value())));
  }

  /** Rows with the keys of a site file's zones. */
  @Given("the zones")
  public void zones(List<Map<String, String>> rows) {
    rows.forEach(scene.site()::zone);
  }

  /** Rows with the keys of a site file's stations. */
  @Given("the stations")
  public void stations(List<Map<String, String>> rows) {
    rows.forEach(scene.site()::station);
  }

  /** Rows with the keys of a site file's network: name, shape, behind, stations (R-PLANT-6). */
  @Given("the network")
  public void network(List<Map<String, String>> rows) {
    rows.forEach(scene.site()::segment);
  }

  @Given("{int} stations, {int} zones and {int} levels")
  public void size(int stations, int zones, int levels) {
    scene.site().size(stations, zones, levels);
  }

  @When("a station {string} that the site does not know connects")
  public void stranger(String identity) {
    scene.stranger(identity);
  }

  @Then("the site is accepted")
  public void accepted() {
    scene.site().problems().forEach(problem -> {
      throw new ClaimError("expected no problem, but: " + problem);
    });
  }

  @Then("the site is refused because {string}")
  public void refused(String message) {
    List<Problem> problems = scene.site().problems();
    if (problems.stream().noneMatch(problem -> problem.message().contains(message))) {
      throw new ClaimError(
          "expected a problem that says: " + message + "\nbut there are: " + problems + "\n" + scene.site().yaml());
    }
  }

  /** Exactly these problems, in the order of the file; a message may be given in part. */
  @Then("the site is refused with")
  public void refused(List<Map<String, String>> rows) {
    List<Map<String, String>> actual = scene.site().problems().stream().map(SiteSteps::row).toList();
    boolean same = actual.size() == rows.size();
    for (int i = 0; same && i < rows.size(); i++) {
      same = matches(rows.get(i), actual.get(i));
    }
    if (!same) {
      throw new ClaimError("expected the problems\n" + lines(rows) + "but there are\n" + lines(actual));
    }
  }

  private static Map<String, String> row(Problem problem) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("line", Integer.toString(problem.line()));
    row.put("path", problem.path());
    row.put("message", problem.message());
    return row;
  }

  private static boolean matches(Map<String, String> expected, Map<String, String> actual) {
    return expected.entrySet().stream()
        .filter(cell -> cell.getValue() != null)
        .allMatch(cell -> actual.getOrDefault(cell.getKey(), "").contains(cell.getValue()));
  }

  private static String lines(List<Map<String, String>> rows) {
    return rows.stream().map(row -> "  " + row + "\n").collect(Collectors.joining());
  }
}
