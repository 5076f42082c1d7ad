package io.parkbench.rigs.outside;

import io.parkbench.kernel.RealTime;
import io.parkbench.kernel.RealWorld;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A gateway in a process of its own: started, listened to until it says where it is, and ended. All it says is kept in a file. */
@RealWorld("another process, and a thread that hears what it says")
final class GatewayProcess implements AutoCloseable {
  private static final int LAST_LINES = 12;
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final Process process;
  private final Path log;
  private final Thread ear;
  /** No gateway outlives the bench that started it. */
  private final Thread end;
  private final Spoken spoken = new Spoken();
  private final ArrayDeque<String> last = new ArrayDeque<>();
  private final CompletableFuture<Spoken.Ready> ready = new CompletableFuture<>();

  private GatewayProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.ear = Thread.ofPlatform().name("parkbench-gateway-ear").daemon().unstarted(this::hear);
    this.end = Thread.ofPlatform().name("parkbench-gateway-end").unstarted(process::destroy);
  }

  /**
   * Starts it.
   *
   * @param log where its output is kept
   * @throws GatewayException where the program cannot be started at all
   */
  static GatewayProcess start(List<String> command, Path log) {
    try {
      GatewayProcess started = new GatewayProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), log);
      Runtime.getRuntime().addShutdownHook(started.end);
      started.ear.start();
      return started;
    } catch (IOException e) {
      throw new GatewayException("the gateway cannot be started: " + e.getMessage() + "\n  " + String.join(" ", command), e);
    }
  }

  private void hear() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Writer kept = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        kept.write(line + "\n");
        kept.flush();
        heard(line);
      }
    } catch (IOException e) {
      heard("(its output cannot be read or kept any longer: " + e.getMessage() + ")");
    } finally {
      ready.completeExceptionally(new GatewayException("the gateway ended before it was ready"));
    }
  }

  private void heard(String line) {
    synchronized (last) {
      last.add(line);
      if (last.size() > LAST_LINES) {
        last.remove();
      }
    }
    spoken.hear(line);
    Spoken.Ready all = spoken.ready();
    if (all != null) {
      ready.complete(all);
    }
  }

  /**
   * Waits until it has said where it is.
   *
   * @throws GatewayException where it ends before, or says nothing of it for so long; with what it said last
   */
  Spoken.Ready await(Duration patience) {
    long until = RealTime.nanos() + patience.toNanos();
    try {
      return ready.get(Math.max(1, until - RealTime.nanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new GatewayException(
          "the gateway has not said " + spoken.missing() + " within " + patience.toSeconds() + " s" + told(), e);
    } catch (ExecutionException e) {
      throw new GatewayException("the gateway ended before it was ready, with exit code " + exitCode() + told(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayException("interrupted while the gateway started", e);
    }
  }

  private String exitCode() throws GatewayException {
    try {
      return process.waitFor(GOODBYE.toSeconds(), TimeUnit.SECONDS) ? Integer.toString(process.exitValue()) : "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  /** What it said last, and where the rest is. */
  private String told() {
    synchronized (last) {
      return last.isEmpty() ? "; it said nothing at all (" + log + ")"
          : "; it said last (all is in " + log + "):\n  " + String.join("\n  ", last);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, and ends it where it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      return; // the bench itself is ending: the hook has done it
    }
    try {
      if (!process.waitFor(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      ear.join(GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
