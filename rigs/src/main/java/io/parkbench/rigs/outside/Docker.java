package io.parkbench.rigs.outside;

import io.parkbench.kernel.RealWorld;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether this machine can run containers. */
@RealWorld("another program is asked")
public final class Docker {
  private static final int ANSWERS_WITHIN_S = 10;

  private Docker() {}

  /** Whether Docker's client is installed and its engine answers. */
  public static boolean answers() {
    try {
      Process asked = new ProcessBuilder("docker", "version").redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      boolean ended = asked.waitFor(ANSWERS_WITHIN_S, TimeUnit.SECONDS);
      asked.destroyForcibly();
      return ended && asked.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Fails with {@link IllegalArgumentException} and the remedy where there is none. */
  public static void require() {
    if (!answers()) {
      throw new IllegalArgumentException(
          "--gateway image:… needs Docker, and no engine answers to 'docker version' here; start it, or test the jar: --gateway jar:…");
    }
  }
}
