package io.parkbench.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium that the machine has; nothing is downloaded. */
final class InstalledBrowser implements AutoCloseable {
  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;

  private InstalledBrowser(Path executable) {
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  /** Skips the test, with what to install, where there is no browser. */
  static InstalledBrowser open() {
    Optional<Path> executable = find();
    Assumptions.assumeTrue(executable.isPresent(),
        "no Chromium on this machine: install the package 'chromium', or point PARKBENCH_CHROMIUM at one");
    return new InstalledBrowser(executable.orElseThrow());
  }

  private static Optional<Path> find() {
    String told = System.getenv("PARKBENCH_CHROMIUM");
    Stream<Path> found = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(Stream.ofNullable(told).map(Path::of), found).filter(Files::isExecutable).findFirst();
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
