package io.parkbench.wire.web;

import java.security.Security;
import java.util.Arrays;

/**
 * Which versions of TLS a server speaks (R-SEC-2).
 *
 * <p>The old ones exist for clients that cannot be replaced. Java itself refuses them as well, by the security property
 * {@code jdk.tls.disabledAlgorithms}: unless the process is started with a security file that takes {@code TLSv1} and {@code TLSv1.1} out
 * of it ({@code -Djava.security.properties=FILE}), switching them on changes nothing, and {@link #areAvailable} is false.
 */
public enum TlsVersions {
  /** 1.2 and 1.3, with forward secrecy and authenticated encryption only. */
  STRONG(new String[] {"TLSv1.3", "TLSv1.2"}, new String[] {
      "TLS_AES_.*_GCM_.*", "TLS_CHACHA20_.*", "TLS_ECDHE_.*_GCM_.*", "TLS_ECDHE_.*_CHACHA20_.*"}),
  /** 1.0 and 1.1 too. */
  OLD_TOO(new String[] {"TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1"}, new String[] {
      "TLS_AES_.*_GCM_.*", "TLS_CHACHA20_.*", "TLS_ECDHE_.*_GCM_.*", "TLS_ECDHE_.*_CHACHA20_.*", "TLS_ECDHE_.*_CBC_SHA"});

  private final String[] protocols;
  private final String[] suites;

  TlsVersions(String[] protocols, String[] suites) {
    this.protocols = protocols;
    this.suites = suites;
  }

  String[] protocols() {
    return protocols.clone();
  }

  String[] suites() {
    return suites.clone();
  }

  /** Whether this Java lets its programs speak all of these. */
  public boolean areAvailable() {
    String disabled = Security.getProperty("jdk.tls.disabledAlgorithms");
    return this == STRONG || disabled == null || Arrays.stream(disabled.split(",")).map(String::strip)
        .noneMatch(name -> name.equals("TLSv1") || name.equals("TLSv1.1"));
  }
}
