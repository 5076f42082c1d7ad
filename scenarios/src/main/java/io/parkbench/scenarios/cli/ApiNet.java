package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Acceptor;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Pins;
import io.parkbench.kernel.Responder;
import io.parkbench.kernel.WebClient;
import io.parkbench.kernel.WebService;

/** A net on which the gateway's API is served for whoever comes, instead of for those on the site. */
record ApiNet(Net net, ApiServer api) implements Net {
  @Override
  public void listen(Acceptor acceptor) {
    net.listen(acceptor);
  }

  @Override
  public void dial(Handshake handshake, LinkListener listener) {
    net.dial(handshake, listener);
  }

  @Override
  public void serve(String host, int port, Responder device) {
    net.serve(host, port, device);
  }

  @Override
  public Exchange exchange() {
    return net.exchange();
  }

  @Override
  public void serveWeb(String host, int port, WebService service) {
    api.serve(service);
  }

  @Override
  public WebClient web() {
    return net.web();
  }

  @Override
  public Pins pins() {
    return net.pins();
  }

  @Override
  public Faults faults() {
    return net.faults();
  }
}
