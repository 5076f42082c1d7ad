package io.parkbench.rigs.outside;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a gateway has said of itself on its standard output, as {@code parkbench gateway} does. */
final class Spoken {
  private static final Pattern OCPP = Pattern.compile("stations dial ws://\\S*?:(\\d+)/");
  private static final Pattern API = Pattern.compile("the API is at https://\\S*?:(\\d+)/");
  private static final Pattern FINGERPRINT = Pattern.compile("SHA-256 fingerprint ([0-9A-Fa-f:]{64,95})");
  private static final Pattern CODE = Pattern.compile("first-run with the code ([A-Z0-9-]+)");

  private @Nullable String ocpp;
  private @Nullable String api;
  private @Nullable String fingerprint;
  private @Nullable String code;

  /** A line of it; lines that say something else are passed over. */
  void hear(String line) {
    ocpp = ocpp == null ? found(OCPP, line) : ocpp;
    api = api == null ? found(API, line) : api;
    fingerprint = fingerprint == null ? found(FINGERPRINT, line) : fingerprint;
    code = code == null ? found(CODE, line) : code;
  }

  private static @Nullable String found(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? matcher.group(1) : null;
  }

  /** Where it is and how to get in; null while something of it is missing. */
  @Nullable
  Ready ready() {
    return ocpp == null || api == null || fingerprint == null || code == null ? null
        : new Ready(Integer.parseInt(ocpp), Integer.parseInt(api), fingerprint, code);
  }

  /** What has not been said yet, for people. */
  String missing() {
    return ocpp == null ? "the port that stations dial" : api == null ? "the port of its API"
        : fingerprint == null ? "the fingerprint of its certificate" : "the code for its first administrator";
  }

  /**
   * All there is to know of it.
   *
   * @param code makes the first administrator
   */
  record Ready(int ocppPort, int apiPort, String fingerprint, String code) {}
}
