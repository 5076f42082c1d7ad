package io.parkbench.protocol.ocpp;

/** The central system sets a configuration key (OCPP 1.6 sections 5.3, 6.9, 6.10). */
public final class ChangeConfiguration {
  private ChangeConfiguration() {}

  /**
   * @param key at most 50 characters
   * @param value at most 500 characters
   */
  public record Req(String key, String value) implements Request<Conf> {
    public Req {
      Check.text("key", key, 50);
      Check.text("value", value, 500);
    }
  }

  public record Conf(ConfigurationStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.22. */
  public enum ConfigurationStatus implements Wire {
    Accepted,
    Rejected,
    RebootRequired,
    NotSupported
  }
}
