package io.parkbench.wire.web;

import io.javalin.Javalin;
import io.javalin.http.servlet.DefaultTasks;
import io.parkbench.kernel.WebService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Serves a {@link WebService} over HTTPS, and where wanted over plain HTTP: any method, any path, nothing of its own. A request has a
 * virtual thread for as long as it lasts, so that many slow clients cost little; what they may take is in {@link WebLimits} (R-SEC-2).
 */
public final class WebServer implements AutoCloseable {
  private static final int THREADS_MAX = 12;
  private static final int THREADS_MIN = 4;

  private final WebService service;
  private final Executor loop;
  private final WebLimits limits;
  private final Set<StreamWriter> streams = ConcurrentHashMap.newKeySet();
  private final @Nullable ServerConnector secureConnector;
  private final @Nullable ServerConnector plainConnector;
  private final Javalin javalin;

  /**
   * Serves from now on.
   *
   * @param secure where, by TLS; port 0 takes a free one
   * @param plain where, without TLS; null for nowhere. What comes there is marked so
   * @param loop runs tasks on the loop's thread, soon
   * @throws UncheckedIOException when an address is taken or not ours
   */
  public WebServer(
      InetSocketAddress secure, @Nullable InetSocketAddress plain, Identity identity, TlsVersions versions, WebLimits limits,
      Executor loop, WebService service) {
    this.service = service;
    this.loop = loop;
    this.limits = limits;
    Server server = new Server(threads());
    HttpConfiguration http = configuration();
    HttpConfiguration https = new HttpConfiguration(http);
    // IP addresses have no name to compare, and clients pin the certificate
    https.addCustomizer(new SecureRequestCustomizer(false));
    secureConnector = connector(
        server, secure, new SslConnectionFactory(tls(identity, versions), "http/1.1"), new HttpConnectionFactory(https));
    plainConnector = plain == null ? null : connector(server, plain, new HttpConnectionFactory(http));
    javalin = javalin(server);
    start(secure);
  }

  private WebServer(InetSocketAddress at, WebLimits limits, Executor loop, WebService service) {
    this.service = service;
    this.loop = loop;
    this.limits = limits;
    Server server = new Server(threads());
    secureConnector = null;
    plainConnector = connector(server, at, new HttpConnectionFactory(configuration()));
    javalin = javalin(server);
    start(at);
  }

  /**
   * Serves without TLS only: for a page on this machine, for which no browser is to be asked to trust a certificate. Otherwise as the
   * constructor does.
   */
  public static WebServer plain(InetSocketAddress at, WebLimits limits, Executor loop, WebService service) {
    return new WebServer(at, limits, loop, service);
  }

  @SuppressWarnings("unchecked") // the array of the library's variable arguments
  private Javalin javalin(Server server) {
    server.setErrorHandler(new PlainErrors());
    server.addBean(new NetworkConnectionLimit(limits.connectionsMax(), server));
    List<ServerConnector> connectors = new ArrayList<>();
    if (secureConnector != null) {
      connectors.add(secureConnector);
    }
    if (plainConnector != null) {
      connectors.add(plainConnector);
    }
    return Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      config.startup.startupWatcherEnabled = false;
      config.startup.showOldJavalinVersionWarning = false;
      // no routes: whatever comes goes to the service
      config.requestLifeCycle(DefaultTasks.INSTANCE.getBEFORE());
      config.routes.before(context -> serve(context.req(), context.res()));
      config.unsafe.jettyInternal.server = server;
      connectors.forEach(each -> config.jetty.addConnector((ours, ignored) -> each));
      config.jetty.modifyServletContextHandler(WebServer::simplify);
    });
  }

  private void start(InetSocketAddress at) {
    try {
      javalin.start();
    } catch (RuntimeException e) {
      javalin.stop();
      Throwable cause = e;
      while (cause.getCause() != null && !(cause instanceof BindException)) {
        cause = cause.getCause();
      }
      throw new UncheckedIOException(new IOException("cannot serve at " + at + ": " + cause.getMessage(), e));
    }
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX, THREADS_MIN);
    threads.setName("parkbench-web");
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("parkbench-web-request-", 0).factory()));
    return threads;
  }

  private HttpConfiguration configuration() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(limits.headerBytesMax());
    http.setResponseHeaderSize(Math.max(http.getResponseHeaderSize(), limits.headerBytesMax()));
    http.setIdleTimeout(limits.idle().toMillis());
    // the target goes to the service as it is, however odd, and no file system is behind it
    http.setUriCompliance(UriCompliance.UNSAFE);
    return http;
  }

  private ServerConnector connector(
      Server server, InetSocketAddress at, ConnectionFactory... factories) {
    ServerConnector connector = new ServerConnector(server, 1, 1, factories);
    connector.setHost(at.getHostString());
    connector.setPort(at.getPort());
    connector.setIdleTimeout(limits.idle().toMillis());
    return connector;
  }

  private static SslContextFactory.Server tls(Identity identity, TlsVersions versions) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(identity.sslContext());
    tls.setExcludeProtocols();
    tls.setIncludeProtocols(versions.protocols());
    tls.setIncludeCipherSuites(versions.suites());
    tls.setRenegotiationAllowed(false);
    tls.setSniRequired(false);
    return tls;
  }

  private static void simplify(ServletContextHandler context) {
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    context.setErrorHandler(new PlainErrors());
  }

  private void serve(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    new WebVisit(service, loop, limits, streams, request, response).run();
  }

  /** Where it listens by TLS; -1 for nowhere. */
  public int port() {
    return secureConnector == null ? -1 : secureConnector.getLocalPort();
  }

  /** Where it listens without TLS; -1 for nowhere. */
  public int plainPort() {
    return plainConnector == null ? -1 : plainConnector.getLocalPort();
  }

  @Override
  public void close() {
    streams.forEach(StreamWriter::abort);
    javalin.stop();
  }
}
