package io.parkbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.parkbench.rigs.Rig;
import io.parkbench.scenarios.runner.ScenarioRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The report of a run in which one scenario of three fails: from its summary to the plot of the failure, on screen and on paper. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageTest {
  private static final String FEATURE = """
      Feature: Two share
        Background:
          Given a zone hall of 32 A
          And the stations
            | id | max_a |
            | a  | 32    |
            | b  | 32    |

        @R-ALLOC-2
        Scenario: Both get half
          When a sedan-22kw plugs in at a
          And a sedan-22kw plugs in at b
          Then within 30 s a may draw 16 A

        @R-ALLOC-1
        Scenario: Nobody gets what is not there
          When a sedan-22kw plugs in at a
          And a sedan-22kw plugs in at b
          Then within 30 s a may draw 30 A

        @R-ALLOC-2
        Scenario: One has it all
          When a sedan-22kw plugs in at a
          Then within 30 s a may draw 32 A
      """;

  private InstalledBrowser browser;
  private Path report;

  @BeforeAll
  void run(@TempDir Path folder) throws Exception {
    browser = InstalledBrowser.open();
    Path feature = Files.writeString(folder.resolve("share.feature"), FEATURE);
    report = new ScenarioRun(List.of(feature.toString()), null, Rig.MEMORY, 1, folder.resolve("run"))
        .run(Map.of("parkbench", "test"), (verdict, done, all) -> {}).report();
    Files.createDirectories(Visit.PICTURES);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private Page open(BrowserContext context) {
    Page page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(message -> assertTrue(!message.type().equals("error"), message::text));
    page.navigate(report.toUri().toString());
    return page;
  }

  private BrowserContext context(ColorScheme scheme) {
    return browser.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900)
        .setColorScheme(scheme).setLocale("en-GB"));
  }

  @Test
  void theFailureIsTwoClicksFromTheSummary() {
    try (BrowserContext context = context(ColorScheme.LIGHT)) {
      Page page = open(context);
      assertThat(page.locator("header .verdict")).containsText("1 of 3");
      picture(page, "report-summary");
      page.locator("nav a.bad").click();
      Locator failure = page.locator("article.failure");
      assertThat(failure).hasCount(1);
      assertThat(failure).containsText("Nobody gets what is not there");
      failure.locator("text=Plot at the failure").click();
      Locator plot = page.locator("details.scenario.failed canvas").first();
      assertThat(plot).isInViewport();
      assertTrue(isDrawn(plot), "the plot is empty");
      picture(page, "report-failure");
      zoom(page, plot);
    }
  }

  /** More than one colour on it. */
  private static boolean isDrawn(Locator plot) {
    return Boolean.TRUE.equals(plot.evaluate(
        """
            canvas => {
              const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
              const seen = new Set();
              for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 200) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
              return seen.size > 3;
            }"""));
  }

  /** The link has led to the moment of the failure; all of it is shown by a double click, a part by dragging. */
  private static void zoom(Page page, Locator plot) {
    BoundingBox box = plot.boundingBox();
    double y = box.y + box.height / 2;
    String atFailure = pixels(plot);
    page.mouse().dblclick(box.x + box.width * 0.5, y);
    String whole = pixels(plot);
    page.mouse().move(box.x + box.width * 0.5, y);
    page.mouse().down();
    page.mouse().move(box.x + box.width * 0.8, y);
    page.mouse().up();
    String part = pixels(plot);
    page.mouse().dblclick(box.x + box.width * 0.5, y);
    assertNotEquals(atFailure, whole);
    assertNotEquals(whole, part);
    assertEquals(whole, pixels(plot));
  }

  /** As it is once two more frames have been drawn. */
  private static String pixels(Locator plot) {
    return String.valueOf(plot.evaluate(
        "canvas => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(canvas.toDataURL()))))"));
  }

  @Test
  void aRequirementLeadsToItsScenarios() {
    try (BrowserContext context = context(ColorScheme.DARK)) {
      Page page = open(context);
      page.locator("section[aria-labelledby=requirements] button[data-mood=failed]").click();
      assertThat(page.locator("table.matrix tr.failed:visible")).hasCount(1);
      assertThat(page.locator("table.matrix tr.proved:visible")).hasCount(0);
      picture(page, "report-requirements-dark");
      page.locator("table.matrix tr.failed li.failed a").click();
      assertThat(page.locator("details.scenario.failed[open]")).isInViewport();
    }
  }

  @Test
  void printsToAFewWholePages() throws Exception {
    try (BrowserContext context = context(ColorScheme.DARK)) {
      Page page = open(context);
      byte[] pdf = page.pdf(new Page.PdfOptions().setPath(Visit.PICTURES.resolve("report.pdf")).setPreferCSSPageSize(true));
      assertTrue(new String(pdf, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-"), "no PDF");
      int pages = new String(pdf, StandardCharsets.ISO_8859_1).split("/Type /Page\\b(?!s)", -1).length - 1;
      assertTrue(pages >= 2 && pages <= 10, () -> pages + " pages");
    }
  }

  @Test
  void isAccessible() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      // axe works in a page of its own beside the one it looks at
      try (BrowserContext context = context(scheme)) {
        List<String> serious = new AxeBuilder(open(context)).analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes()).toList();
        assertEquals(List.of(), serious);
      }
    }
  }

  private static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Visit.PICTURES.resolve(name + ".png")));
  }
}
