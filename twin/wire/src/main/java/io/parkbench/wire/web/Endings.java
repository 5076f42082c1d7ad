package io.parkbench.wire.web;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Breaks the connection under a response, so that its client cannot take what it got for the whole. */
final class Endings {
  private Endings() {}

  static Runnable of(HttpServletRequest request) {
    EndPoint end = ServletContextRequest.getServletContextRequest(request).getConnectionMetaData().getConnection().getEndPoint();
    return end::close;
  }
}
