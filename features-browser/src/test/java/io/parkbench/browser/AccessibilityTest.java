package io.parkbench.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page passes axe without a serious finding: in light and dark, with each panel open, on a desktop and a phone. */
class AccessibilityTest {
  private static final List<String> GRAVE = List.of("serious", "critical");
  private static final List<String> PANELS = List.of("supply", "controls", "alarms");

  private final List<String> found = new ArrayList<>();

  private void look(Visit visit, String where) {
    for (Rule rule : new AxeBuilder(visit.page()).analyze().getViolations()) {
      if (GRAVE.contains(rule.getImpact())) {
        rule.getNodes().stream().limit(3).forEach(node -> found.add(where + ": " + rule.getId() + " " + node.getHtml()));
      }
    }
  }

  @Test
  void hasNoSeriousFinding() {
    try (InstalledBrowser browser = InstalledBrowser.open(); Served served = Served.open("office-dynamic", "08:40", 60)) {
      try (Visit visit = Visit.desktop(browser.browser(), served.url(), ColorScheme.LIGHT)) {
        visit.page().locator(".bay.taken").first().waitFor();
        visit.page().locator("[data-do=pause]").click(); // what moves is looked at over and over
      }
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try (Visit visit = Visit.desktop(browser.browser(), served.url(), scheme)) {
          for (String panel : PANELS) {
            visit.page().locator("#tab-" + panel).click();
            look(visit, scheme + " " + panel);
          }
          visit.page().locator(".bay.taken").first().click();
          visit.page().locator(".chain li").first().waitFor();
          look(visit, scheme + " bay");
          visit.page().keyboard().press("?");
          look(visit, scheme + " help");
        }
        try (Visit visit = Visit.phone(browser.browser(), served.url(), scheme)) {
          look(visit, scheme + " phone");
          visit.page().locator("[data-phone=controls]").click();
          look(visit, scheme + " phone controls");
        }
      }
    }
    assertEquals(List.of(), found);
  }
}
