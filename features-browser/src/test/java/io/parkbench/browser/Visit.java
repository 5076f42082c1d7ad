package io.parkbench.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One visit to the page: keeps what the console complains about. */
final class Visit implements AutoCloseable {
  static final Path PICTURES = Path.of("target", "pictures");

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(BrowserContext context, String url) {
    this.context = context;
    page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.setDefaultTimeout(30_000);
    page.navigate(url);
    page.locator(".bay").first().waitFor();
  }

  /** With all that moves. */
  static Visit moving(Browser browser, String url, ColorScheme scheme) {
    return new Visit(browser.newContext(desktop(scheme)), url);
  }

  /** By somebody who asked for little motion, which is also less to draw. */
  static Visit desktop(Browser browser, String url, ColorScheme scheme) {
    return new Visit(browser.newContext(desktop(scheme).setReducedMotion(ReducedMotion.REDUCE)), url);
  }

  private static Browser.NewContextOptions desktop(ColorScheme scheme) {
    return new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(scheme).setLocale("en-GB");
  }

  static Visit phone(Browser browser, String url, ColorScheme scheme) {
    return new Visit(browser.newContext(new Browser.NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(2)
        .setIsMobile(true).setHasTouch(true).setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE).setLocale("en-GB")),
        url);
  }

  Page page() {
    return page;
  }

  /** What the console has complained about so far. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  /** Clicks, and answers what the server said to it; fails after 30 s without an answer. */
  String said(Locator button) {
    page.waitForFunction(
        "() => document.querySelectorAll('.toast').length === 0 || document.querySelectorAll('.toast button').forEach(b => b.click())");
    page.locator(".toast").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    button.click();
    Locator toast = page.locator(".toast").first();
    toast.waitFor();
    String text = toast.innerText().strip();
    return toast.getAttribute("class").contains("error") ? "refused: " + text : text;
  }

  @Override
  public void close() {
    context.close();
  }
}
