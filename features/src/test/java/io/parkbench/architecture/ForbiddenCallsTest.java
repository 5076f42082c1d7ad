package io.parkbench.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.thetaphi.forbiddenapis.Checker;
import de.thetaphi.forbiddenapis.ForbiddenApiException;
import de.thetaphi.forbiddenapis.Logger;
import io.parkbench.kernel.RealWorld;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The build's list of forbidden calls bites, and names what to call instead. */
class ForbiddenCallsTest {
  private static final String ROOT = System.getProperty("parkbench.root", "..");

  private final List<String> errors = new ArrayList<>();

  @Test
  void everyForbiddenCallIsReportedWithItsReplacement() throws Exception {
    Checker checker = checker();
    assertThrows(ForbiddenApiException.class, checker::run);
    assertReported("System#currentTimeMillis", "loop.now()");
    assertReported("Thread#sleep", "loop.after(delay, task)");
    assertReported("Random#<init>()", "seed.fork");
    assertReported("ZoneId#systemDefault", "the site's ZoneId");
    assertReported("String#toUpperCase", "Locale.ROOT");
    assertReported("String#getBytes", "StandardCharsets.UTF_8");
    assertReported("Thread#<init>(java.lang.Runnable)", "Thread.ofPlatform().name(");
    assertReported("Executors#newCachedThreadPool", "ThreadFactory");
    assertReported("System#exit", "return an exit code");
    assertReported("Runtime#exec", "ProcessBuilder");
  }

  @Test
  void aPlaceThatExistsForItIsExempt() throws Exception {
    Checker checker = checker();
    checker.addSuppressAnnotation(RealWorld.class);
    checker.run();
    assertEquals(List.of(), errors);
  }

  private Checker checker() throws Exception {
    Checker checker = new Checker(new Errors(), getClass().getClassLoader(), Checker.Option.FAIL_ON_VIOLATION);
    checker.parseSignaturesFile(Path.of(ROOT, ".config", "forbidden-apis.txt").toFile());
    try (var bytes = Offender.class.getResourceAsStream("ForbiddenCallsTest$Offender.class")) {
      checker.streamReadClassToCheck(bytes, "Offender");
    }
    return checker;
  }

  private void assertReported(String call, String replacement) {
    assertTrue(errors.stream().anyMatch(error -> error.contains(call) && error.contains(replacement)),
        () -> call + " with " + replacement + " is not in " + errors);
  }

  @RealWorld("shows that the list bites")
  @SuppressWarnings({"unused", "DefaultCharset", "StringCaseLocaleUsage", "deprecation"})
  private static final class Offender {
    long clock() throws InterruptedException {
      Thread.sleep(1);
      return System.currentTimeMillis() + new Random().nextLong();
    }

    int defaults() {
      return java.time.ZoneId.systemDefault().getId().toUpperCase().getBytes().length;
    }

    void process() throws java.io.IOException {
      new Thread(() -> Executors.newCachedThreadPool().close()).start();
      Runtime.getRuntime().exec("ls").descendants();
      System.exit(1);
    }
  }

  /** Keeps what the checker complains about. */
  private final class Errors implements Logger {
    @Override
    public void error(String message) {
      errors.add(message);
    }

    @Override
    public void warn(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void debug(String message) {}
  }
}
