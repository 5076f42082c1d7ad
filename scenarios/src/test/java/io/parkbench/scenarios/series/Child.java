package io.parkbench.scenarios.series;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server as a child of the test. */
final class Child {
  private static final int PATIENCE_S = 20;

  private final List<String> command;
  private final Path log;
  private @Nullable Process process;

  Child(List<String> command, Path log) {
    this.command = List.copyOf(command);
    this.log = log;
  }

  /** The program that the variable names, or one of that name on the path; null if there is none. */
  static @Nullable Path program(String variable, String name) {
    String named = System.getenv(variable);
    Stream<Path> places = named != null && !named.isBlank() ? Stream.of(Path.of(named))
        : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(folder -> Path.of(folder, name));
    return places.filter(Files::isExecutable).findFirst().orElse(null);
  }

  void start() throws IOException {
    process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Asks it to end and waits for that. */
  void stop() throws IOException {
    Process running = process;
    if (running == null) {
      return;
    }
    process = null;
    running.destroy();
    try {
      if (!running.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        running.destroyForcibly();
        throw new IOException(command.getFirst() + " does not end");
      }
    } catch (InterruptedException stop) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
