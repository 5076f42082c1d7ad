package io.parkbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Clicks through the page: each scene, each control, a bay, the keyboard; and the console has nothing to say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarParkPageTest {
  private InstalledBrowser browser;
  private Served served;
  private Visit visit;

  @BeforeAll
  void open() {
    browser = InstalledBrowser.open();
  }

  @BeforeEach
  void visit() {
    served = Served.open("office-dynamic", "08:00", 60);
    visit = Visit.desktop(browser.browser(), served.url(), ColorScheme.DARK);
  }

  @AfterEach
  void leave() {
    visit.close();
    served.close();
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private Page page() {
    return visit.page();
  }

  @Test
  void everySceneStartsWithOneClick() {
    page().locator("[data-scene]").first().waitFor();
    int scenes = page().locator("[data-scene]").count();
    assertEquals(6, scenes);
    for (int i = 0; i < scenes; i++) {
      Locator button = page().locator("[data-scene]").nth(i);
      String id = button.getAttribute("data-scene");
      button.click();
      assertThat(page().locator("[data-scene='" + id + "']")).hasAttribute("aria-pressed", "true");
      assertThat(page().locator(".scene-now")).isVisible();
      visit.picture("scene-" + id);
    }
    assertEquals(List.of(), visit.complaints());
  }

  @Test
  void everyControlIsAnswered() {
    page().locator("[data-do=pause]").click(); // so that no fault is over between a look and a click
    assertThat(page().locator("[data-do=pause]")).hasAttribute("aria-label", "Go on");
    page().locator("#tab-controls").click();
    page().locator(".controls [data-do]").first().waitFor();
    page().locator(".controls [data-switch]").first().waitFor();
    List<String> controls = page().locator(".controls [data-do]")
        .evaluateAll("all => all.map(each => each.dataset.do)") instanceof List<?> all
            ? all.stream().map(String::valueOf).toList() : List.of();
    assertTrue(controls.size() >= 15, controls::toString);
    List<String> refused = new ArrayList<>();
    // what lets time run, paused or not, comes last
    for (String control : controls.stream().sorted(Comparator.comparing(CarParkPageTest::runsAhead)).toList()) {
      Locator button = page().locator(".controls [data-do='" + control + "']");
      if (control.equals("heal-all")) {
        assertThat(button).isEnabled(); // by the fault just made
      }
      if (button.count() == 0 || button.first().isDisabled()) {
        continue;
      }
      String said = visit.said(button.first());
      if (said.startsWith("refused")) {
        refused.add(control + " " + said);
      }
      page().locator("#tab-controls").click();
      page().locator(".controls").waitFor();
    }
    assertEquals(List.of(), refused);
    assertEquals(List.of(), visit.complaints());
  }

  private static boolean runsAhead(String control) {
    return control.equals("goto") || control.startsWith("tariff-");
  }

  /** Contacts, meters that mislead, quirks: a switch shows what the server says, not what was clicked. */
  @Test
  void everySwitchSwitches() {
    page().locator("#tab-controls").click();
    Locator switches = page().locator(".controls [data-switch]");
    switches.first().waitFor();
    int count = switches.count();
    assertTrue(count >= 4, () -> count + " switches");
    for (int i = 0; i < count; i++) {
      Locator each = switches.nth(i);
      String before = each.getAttribute("aria-checked");
      each.click();
      assertThat(each).hasAttribute("aria-checked", before.equals("true") ? "false" : "true");
    }
    assertEquals(List.of(), visit.complaints());
  }

  @Test
  void aBreakerOpensInTheTwinAndItsBaysGoDark() {
    page().locator("#tab-controls").click();
    page().locator("[data-field=breaker-world]").selectOption("unmanaged");
    visit.said(page().locator("[data-do=breaker-open]"));
    page().locator(".park .segmented button").nth(1).click();
    assertThat(page().locator(".bay[data-look=dark]").first()).isVisible();
    assertThat(page().locator(".twin.unmanaged.open")).isVisible();
    assertThat(page().locator(".twin.managed.open")).hasCount(0);
    visit.picture("twin-open");
  }

  @Test
  void aBayTellsWhyItHasItsCurrent() {
    Locator bay = page().locator(".bay.taken").first();
    bay.click();
    assertThat(page().locator(".chain li").first()).isVisible();
    assertThat(page().locator(".frames li").first()).isVisible();
    assertThat(page().locator(".profile").first()).isVisible();
    page().locator(".frames summary").first().click();
    assertThat(page().locator(".frames pre").first()).containsText("[");
    visit.picture("bay");
    page().keyboard().press("Escape");
    assertThat(page().locator(".inspector")).hasCount(0);
    assertEquals(List.of(), visit.complaints());
  }

  @Test
  void theKeyboardReachesEveryBay() {
    page().locator(".bay[tabindex='0']").focus();
    List<String> seen = new ArrayList<>();
    for (String key : List.of("End", "Home", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp")) {
      page().keyboard().press(key);
      seen.add(String.valueOf(page().evaluate("document.activeElement.dataset.bay")));
    }
    assertEquals(List.of("p2-12/1", "p1-01/1", "p1-02/1"), seen.subList(0, 3));
    assertEquals("p1-01/1", seen.getLast());
    page().keyboard().press("Enter");
    assertThat(page().locator(".bay-title")).containsText("p1-01");
    page().keyboard().press("?");
    assertThat(page().locator("dialog.help")).isVisible();
    visit.picture("help");
    page().keyboard().press("Escape");
    assertThat(page().locator("dialog.help")).isHidden();
  }

  @Test
  void timePausesStepsAndChangesItsPace() {
    page().locator("[data-do=pause]").click();
    assertThat(page().locator("[data-do=pause]")).hasAttribute("aria-label", "Go on");
    String before = page().locator(".clock time").innerText();
    page().locator("[data-do=step]").click();
    assertThat(page().locator(".clock time")).not().hasText(before);
    for (String speed : List.of("1", "10", "60", "300", "1000")) {
      page().locator("[data-speed='" + speed + "']").click();
      assertThat(page().locator("[data-speed='" + speed + "']")).hasAttribute("aria-pressed", "true");
    }
    assertEquals(List.of(), visit.complaints());
  }

  @Test
  void speaksFiveLanguagesAndKeepsTheChoice() {
    for (String[] each : new String[][] {{"de", "Parkhaus"}, {"fr", "Parking"}, {"es", "Aparcamiento"}, {"pt", "Parque"},
        {"en", "Car park"}}) {
      page().locator("#language").selectOption(each[0]);
      assertThat(page().locator("#park-title")).hasText(each[1]);
      assertThat(page().locator("html")).hasAttribute("lang", each[0]);
      visit.picture("language-" + each[0]);
    }
    page().locator("#language").selectOption("de");
    page().reload();
    assertThat(page().locator("#park-title")).hasText("Parkhaus");
  }

  @Test
  void saysWhenTheServerIsGoneAndKeepsThePictureGrey() {
    served.close();
    assertThat(page().locator(".lost-line")).containsText(Pattern.compile("parkbench demo"));
    assertThat(page().locator(".stage.stale")).isVisible();
    visit.picture("lost");
  }

  @Test
  void theThemeFollowsTheSystemAndCanBeChanged() {
    assertEquals("dark", page().evaluate("document.documentElement.dataset.theme"));
    page().locator("[data-do=theme]").click();
    assertEquals("light", page().evaluate("document.documentElement.dataset.theme"));
  }
}
