package io.parkbench.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How smooth a hundred stations are at ×60: a figure for the log, and pictures of the busy park. */
class FramesTest {
  private static final String COUNT = """
      () => new Promise((done) => {
        const times = [];
        const frame = (t) => {
          times.push(t);
          if (t - times[0] < 5000) requestAnimationFrame(frame);
          else done((1000 * (times.length - 1)) / (t - times[0]));
        };
        requestAnimationFrame(frame);
      })""";

  @Test
  void aHundredStationsMoveSmoothly() {
    try (InstalledBrowser browser = InstalledBrowser.open(); Served served = Served.open("campus-100", "08:15", 60)) {
      try (Visit visit = Visit.moving(browser.browser(), served.url(), ColorScheme.DARK)) {
        visit.page().locator(".bay").first().waitFor();
        assertEquals(100, visit.page().locator(".bay").count());
        double frames = ((Number) visit.page().evaluate(COUNT)).doubleValue();
        System.out.printf(Locale.ROOT, "virtual car park: 100 stations at x60, %.0f frames per second%n", frames);
        assertTrue(frames > 5, "the page stands still: " + frames + " frames per second");
        visit.picture("campus-dark");
        assertEquals(List.of(), visit.complaints());
      }
      try (Visit visit = Visit.desktop(browser.browser(), served.url(), ColorScheme.LIGHT)) {
        visit.picture("campus-light");
      }
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try (Visit visit = Visit.phone(browser.browser(), served.url(), scheme)) {
          for (String panel : List.of("park", "supply", "time", "controls", "alarms")) {
            visit.page().locator("[data-phone=" + panel + "]").click();
            visit.picture("phone-" + panel + "-" + scheme.name().toLowerCase(Locale.ROOT));
          }
          assertEquals(true, visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out");
        }
      }
    }
  }
}
