package io.parkbench.scenarios.cli;

import io.parkbench.rigs.outside.GatewayChoice;
import io.parkbench.rigs.outside.GatewayChoice.ApiAt;
import io.parkbench.wire.web.PeerCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which gateway is put to the test, and how to get into its API (R-BENCH-4). */
final class GatewayOptions {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final int HTTPS = 443;

  @Option(names = "--gateway", paramLabel = "G",
      description = "jar:FILE (a process for each scenario), image:NAME (a container for each, by docker) or url:ws://HOST:PORT/ "
          + "(there already; {scenario} in its path gives each scenario a place of its own). Default: the built-in one, in this "
          + "process. Goes by the wall clock: the rig is realtime.") private @Nullable String gateway;

  @Option(names = "--gateway-api", paramLabel = "https://…",
      description = "The REST API of a url: gateway; without it scenarios that need one are not judged.") private @Nullable URI api;

  @Option(names = "--gateway-user", paramLabel = "U",
      description = "An administrator's login at that API.") private @Nullable String user;

  @Option(names = "--gateway-password-file", paramLabel = "F",
      description = "A file whose first line is its password.") private @Nullable Path passwordFile;

  @Option(names = "--gateway-fingerprint", paramLabel = "SHA-256",
      description = "Believe the certificate with this fingerprint alone, whoever signed it.") private @Nullable String fingerprint;

  /** What was chosen; null for the built-in one. {@link IllegalArgumentException} for what does not go together. */
  @Nullable
  GatewayChoice choice() throws IOException {
    String named = gateway;
    if (named == null) {
      if (api != null || user != null || passwordFile != null || fingerprint != null) {
        throw new IllegalArgumentException("--gateway-api, -user, -password-file and -fingerprint are for --gateway url:…");
      }
      return null;
    }
    return GatewayChoice.named(named, at());
  }

  private @Nullable ApiAt at() throws IOException {
    URI url = api;
    if (url == null) {
      if (user != null || passwordFile != null || fingerprint != null) {
        throw new IllegalArgumentException("--gateway-user, -password-file and -fingerprint are for --gateway-api");
      }
      return null;
    }
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    if (!"https".equals(url.getScheme()) || url.getHost() == null || !path.matches("/?|/api/v2/?") || url.getUserInfo() != null) {
      throw new IllegalArgumentException("--gateway-api is https://HOST[:PORT], not " + url);
    }
    if (user == null || passwordFile == null) {
      throw new IllegalArgumentException("--gateway-api needs --gateway-user and --gateway-password-file, an administrator's");
    }
    int port = url.getPort() > 0 ? url.getPort() : HTTPS;
    believe(url, port);
    String password = Files.readString(passwordFile).lines().findFirst().orElse("");
    return new ApiAt(url.getHost(), port, fingerprint, user, password);
  }

  /** Nobody is told a password whose certificate is not the one given, or one that this Java believes. */
  private void believe(URI url, int port) throws IOException {
    PeerCertificate shown = PeerCertificate.of(url.getHost(), port, LOOK);
    String pinned = fingerprint;
    if (pinned == null && !shown.believed()) {
      throw new IllegalArgumentException(
          "nobody whom this machine believes has signed the certificate of " + url + ". Its fingerprint is\n  "
              + shown.fingerprint()
              + "\nIf that is what the gateway itself shows, add --gateway-fingerprint with it.");
    }
    if (pinned != null && !digits(pinned).equals(digits(shown.fingerprint()))) {
      throw new IllegalArgumentException(
          url + " shows another certificate than the one with --gateway-fingerprint; its own is\n  " + shown.fingerprint());
    }
  }

  private static String digits(String text) {
    return text.replace(":", "").toUpperCase(Locale.ROOT);
  }
}
