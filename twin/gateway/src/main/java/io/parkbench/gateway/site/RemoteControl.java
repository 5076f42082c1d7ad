package io.parkbench.gateway.site;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Remote energy management: who may set reductions, how often, and what its silence means (R-BEMS-3, R-BEMS-4).
 *
 * @param enabled whether anybody may
 * @param login the one user who may; null: nobody
 * @param minimumPeriod between two setpoints for the same zone, 0 s to 1 h
 * @param heartbeat after so long without a sign of life the controller counts as lost, 1 s to 24 h
 */
public record RemoteControl(
    boolean enabled, @Nullable String login, Duration minimumPeriod, Duration heartbeat, OnLoss onLoss, PeriodMode periodMode) {

  /** What becomes of reductions when the controller falls silent. */
  public enum OnLoss {
    /** They run to their validity: the default. */
    KEEP("keep"),
    RELEASE("release");

    private final String text;

    OnLoss(String text) {
      this.text = text;
    }

    /** The name as written in a site file. */
    public String text() {
      return text;
    }
  }

  /** What a setpoint hears that comes too early. */
  public enum PeriodMode {
    /** That it is refused, and until when: the default. */
    REFUSE("refuse"),
    /** Nothing; the first goes on to count. */
    SILENT("silent");

    private final String text;

    PeriodMode(String text) {
      this.text = text;
    }

    /** The name as written in a site file. */
    public String text() {
      return text;
    }
  }

  public static final RemoteControl DEFAULTS = new RemoteControl(
      false, null, Duration.ofSeconds(60), Duration.ofSeconds(600), OnLoss.KEEP, PeriodMode.REFUSE);

  /** Whether this is the login that may. */
  public boolean isWriter(String name) {
    return enabled && name.equals(login);
  }
}
