package io.parkbench.protocol.ocpp;

import java.util.List;

/** The central system reads configuration keys (OCPP 1.6 sections 5.8, 6.23, 6.24). */
public final class GetConfiguration {
  private GetConfiguration() {}

  /**
   * @param key each at most 50 characters; none: all that there are
   */
  public record Req(List<String> key) implements Request<Conf> {
    public Req {
      key = Check.texts("key", key, 50);
    }
  }

  /**
   * @param unknownKey each at most 50 characters
   */
  public record Conf(List<KeyValue> configurationKey, List<String> unknownKey) implements Response {
    public Conf {
      configurationKey = Check.anyOf("configurationKey", configurationKey);
      unknownKey = Check.texts("unknownKey", unknownKey, 50);
    }
  }
}
