package io.parkbench.scenarios.cli;

import io.parkbench.kernel.WebHeaders;
import io.parkbench.kernel.WebRequest;
import io.parkbench.kernel.WebResponse;
import io.parkbench.kernel.WebService;
import io.parkbench.wire.LiveNet;
import io.parkbench.wire.web.Identity;
import io.parkbench.wire.web.TlsVersions;
import io.parkbench.wire.web.WebLimits;
import io.parkbench.wire.web.WebServer;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Serves the API of whatever gateway is there at the moment, over real HTTPS; while there is none it says so. */
final class ApiServer implements WebService {
  private final String fingerprint;
  private volatile @Nullable WebService service;
  private @Nullable WebServer server;

  private ApiServer(String fingerprint) {
    this.fingerprint = fingerprint;
  }

  /**
   * Listens from now on; the net closes it.
   *
   * @param plain where those are shown the way who come without TLS; null for nowhere
   */
  static ApiServer open(LiveNet net, Identity identity, InetSocketAddress secure, @Nullable InetSocketAddress plain) {
    ApiServer served = new ApiServer(identity.fingerprint());
    served.server = net.web().serveAt(secure, plain, identity, TlsVersions.STRONG, WebLimits.PUBLIC, served);
    return served;
  }

  void serve(WebService next) {
    service = next;
  }

  int port() {
    WebServer opened = server;
    return opened == null ? 0 : opened.port();
  }

  /** SHA-256 of the certificate. */
  String fingerprint() {
    return fingerprint;
  }

  @Override
  public void handle(WebRequest request, Reply reply) {
    WebService present = service;
    if (present == null) {
      reply.send(WebResponse.of(503, WebHeaders.of("Retry-After", "2"), new byte[0]));
    } else {
      present.handle(request, reply);
    }
  }
}
