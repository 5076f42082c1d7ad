package io.parkbench.wire.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What a server shows before anything is said to it, so that a person can compare it with what the server's owner says.
 *
 * @param fingerprint SHA-256 of its certificate, pairs of hexadecimal digits with colons between
 * @param believed whether this Java believes it for that host
 */
public record PeerCertificate(String fingerprint, boolean believed) {

  /**
   * Connects, looks and leaves; blocks for at most {@code patience} at each step, so not for loops.
   *
   * @throws IOException when nobody is there, or does not speak TLS
   */
  public static PeerCertificate of(String host, int port, Duration patience) throws IOException {
    String fingerprint = shown(Trust.all().sslContext().getSocketFactory(), host, port, patience, false);
    try {
      shown((SSLSocketFactory) SSLSocketFactory.getDefault(), host, port, patience, true);
      return new PeerCertificate(fingerprint, true);
    } catch (SSLException notBelieved) {
      return new PeerCertificate(fingerprint, false);
    }
  }

  private static String shown(SSLSocketFactory factory, String host, int port, Duration patience, boolean checked)
      throws IOException {
    int millis = Math.toIntExact(patience.toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), millis);
      plain.setSoTimeout(millis);
      try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true)) {
        if (checked) {
          SSLParameters parameters = socket.getSSLParameters();
          parameters.setEndpointIdentificationAlgorithm("HTTPS");
          socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        return Identity.fingerprint((X509Certificate) socket.getSession().getPeerCertificates()[0]);
      }
    }
  }
}
