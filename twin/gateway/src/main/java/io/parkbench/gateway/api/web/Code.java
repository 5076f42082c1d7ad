package io.parkbench.gateway.api.web;

/** What can be wrong with a request, as problem documents call it (RFC 9457). */
public enum Code {
  BAD_REQUEST("bad-request", 400, "The request is no proper HTTP request"),
  INVALID_CREDENTIALS("invalid-credentials", 401, "User name or password is wrong"),
  TOKEN_MISSING("token-missing", 401, "A bearer token is needed"),
  TOKEN_EXPIRED("token-expired", 401, "The token is not, or no longer, valid"),
  TOKEN_IN_URL("token-in-url", 401, "A token belongs in the Authorization header, never in the address"),
  FORBIDDEN_ROLE("forbidden-role", 403, "The role may not do this"),
  NOT_ENERGY_WRITER("not-energy-writer", 403, "Only the login for remote energy management may do this"),
  REMOTE_EM_DISABLED("remote-em-disabled", 403, "Remote energy management is switched off"),
  TIME_SYNC_DISABLED("time-sync-disabled", 403, "Time synchronisation by the building is switched off"),
  HTTPS_REQUIRED("https-required", 403, "This API is served over HTTPS only"),
  INVALID_CODE("invalid-code", 403, "The code is not good"),
  WRONG_PASSWORD("wrong-password", 403, "The password is wrong"),
  NOT_FOUND("not-found", 404, "There is no such resource"),
  NO_REDUCTION("no-reduction", 404, "The zone has no external reduction"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "The resource does not know this method"),
  NOT_ACCEPTABLE("not-acceptable", 406, "The resource has no such representation"),
  STATION_DISCONNECTED("station-disconnected", 409, "The station is not connected"),
  AVAILABILITY_REJECTED("availability-rejected", 409, "The station has rejected the change"),
  TIME_SUPERVISED("time-supervised", 409, "The clock is set by the supervision"),
  BUILT_IN("built-in", 409, "What is built in cannot be changed"),
  CONFLICT("conflict", 409, "The present state does not allow this"),
  STALE_ETAG("stale-etag", 412, "The resource has changed since it was read"),
  BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body is not of a known media type"),
  VALIDATION_FAILED("validation-failed", 422, "The request is not as described"),
  PRECONDITION_REQUIRED("precondition-required", 428, "The request must say which state it is about"),
  SETPOINT_PERIOD("setpoint-period", 429, "The zone has had a setpoint within the minimum period"),
  RATE_LIMITED("rate-limited", 429, "Too many requests"),
  INTERNAL("internal", 500, "Something went wrong here"),
  SERVICE_STARTING("service-starting", 503, "The gateway is starting"),
  TOO_BUSY("too-busy", 503, "The gateway is busy"),
  STATION_TIMEOUT("station-timeout", 504, "The station has not answered in time");

  private final String word;
  private final int status;
  private final String title;

  Code(String word, int status, String title) {
    this.word = word;
    this.status = status;
    this.title = title;
  }

  public String word() {
    return word;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  public String title() {
    return title;
  }
}
