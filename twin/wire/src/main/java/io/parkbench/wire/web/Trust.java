package io.parkbench.wire.web;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Which servers a client believes: the one whose certificate has a given fingerprint, or all. */
public final class Trust extends X509ExtendedTrustManager {
  private final @Nullable String fingerprint;

  private Trust(@Nullable String fingerprint) {
    this.fingerprint = fingerprint;
  }

  /** Whoever answers: for a bench whose both ends are in this process. */
  public static Trust all() {
    return new Trust(null);
  }

  /** @param fingerprint SHA-256 of the certificate, hexadecimal, with or without colons; anything else throws {@link IllegalArgumentException} */
  public static Trust pinned(String fingerprint) {
    String digits = fingerprint.replace(":", "").toUpperCase(Locale.ROOT);
    if (!digits.matches("[0-9A-F]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 fingerprint: '" + fingerprint + "' (64 hexadecimal digits)");
    }
    return new Trust(digits);
  }

  /** What a TLS client believes with it. */
  public SSLContext sslContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    if (fingerprint == null) {
      return;
    }
    String theirs = Identity.fingerprint(chain[0]);
    if (!fingerprint.equals(theirs.replace(":", ""))) {
      throw new CertificateException("the server's certificate has another fingerprint than the one given: " + theirs);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("for servers only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
    throw new CertificateException("for servers only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
    throw new CertificateException("for servers only");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
