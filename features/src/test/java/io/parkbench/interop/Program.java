package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.fail;

import io.parkbench.kernel.RealTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process whose lines are awaited, each with a deadline; it ends with the test, whatever happens. */
final class Program implements AutoCloseable {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final String name;
  private final Process process;
  private final LinkedBlockingQueue<String> coming = new LinkedBlockingQueue<>();
  private final List<String> heard = new ArrayList<>();
  private final Thread reader;

  private Program(String name, Path folder, List<String> command) throws IOException {
    this.name = name;
    process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    reader = Thread.ofPlatform().name("parkbench-output-of-" + name).daemon().start(this::read);
  }

  static Program start(String name, Path folder, String... command) throws IOException {
    return new Program(name, folder, List.of(command));
  }

  /** {@code parkbench} with these arguments, from the classes under test. */
  static Program parkbench(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
        "-cp", System.getProperty("java.class.path"), "io.parkbench.scenarios.cli.Parkbench"));
    command.addAll(List.of(arguments));
    return new Program("parkbench " + arguments[0], Path.of("."), command);
  }

  private void read() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        coming.add(line);
      }
    } catch (IOException e) {
      coming.add("the output of " + name + " broke off: " + e.getMessage());
    }
  }

  /** The next line that {@code wanted} likes; lines before it are passed over. */
  String await(String what, Predicate<String> wanted) throws InterruptedException {
    long deadline = RealTime.nanos() + PATIENCE_NANOS;
    while (true) {
      String line = coming.poll(isOver() ? 0 : 50, TimeUnit.MILLISECONDS);
      if (line != null) {
        heard.add(line);
        if (wanted.test(line)) {
          return line;
        }
      } else if (isOver() || RealTime.nanos() > deadline) {
        return fail(name + " did not say " + what + (isOver() ? ", it has ended" : "") + "; it said\n" + text());
      }
    }
  }

  /** The first group of {@code pattern} in the next line that has it. */
  String await(Pattern pattern) throws InterruptedException {
    Matcher matcher = pattern.matcher(await(pattern.pattern(), line -> pattern.matcher(line).find()));
    return matcher.find() ? matcher.group(1) : "";
  }

  /** Waits until the process has ended by itself. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
      fail(name + " does not end; it said\n" + text());
    }
    reader.join(PATIENCE_NANOS / 1_000_000);
    return process.exitValue();
  }

  /** Asks the process to end, as Ctrl-C does, and waits until it has. */
  int interrupt() throws InterruptedException {
    process.toHandle().destroy(); // which, unlike the process's own, leaves us its last words
    return awaitEnd();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  private boolean isOver() {
    return !process.isAlive() && !reader.isAlive();
  }

  /** All lines so far. */
  List<String> lines() {
    coming.drainTo(heard);
    return List.copyOf(heard);
  }

  String text() {
    return String.join("\n", lines());
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
