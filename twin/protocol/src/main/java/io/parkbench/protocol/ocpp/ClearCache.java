package io.parkbench.protocol.ocpp;

/** The central system empties the authorization cache (OCPP 1.6 sections 5.4, 6.11, 6.12). */
public final class ClearCache {
  private ClearCache() {}

  public record Req() implements Request<Conf> {}

  public record Conf(ClearCacheStatus status) implements Response {
    public Conf {
      Check.required("status", status);
    }
  }

  /** OCPP 1.6 section 7.20. */
  public enum ClearCacheStatus implements Wire {
    Accepted,
    Rejected
  }
}
