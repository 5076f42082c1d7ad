package io.parkbench.scenarios.cli;

import io.parkbench.gateway.Gateway;
import io.parkbench.gateway.access.FirstRunCode;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.api.Numbers;
import io.parkbench.gateway.lease.LeasePolicy;
import io.parkbench.gateway.session.Carried;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Time;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a gateway, and another one with another site where its API asks for a restart (R-SITE-7). */
final class GatewayHost implements AutoCloseable {
  private final Time time;
  private final Net net;
  private final FrameLog log;
  private final @Nullable Served served;
  private @Nullable Gateway gateway;

  /**
   * What comes with an API.
   *
   * @param out told what only the owner should see, a line each
   */
  record Served(GatewayState state, ApiServer api, Consumer<String> out) {}

  /** @param served null for a gateway without an API */
  GatewayHost(Time time, Net net, FrameLog log, @Nullable Served served) {
    this.time = time;
    this.net = served == null ? net : new ApiNet(net, served.api());
    this.log = log;
    this.served = served;
  }

  void start(Site site) {
    start(site, null, null);
  }

  private void start(Site site, @Nullable Carried carried, @Nullable Numbers numbers) {
    Gatekeeper keeper = served == null ? null : served.state().keeper(site);
    Gateway next = new Gateway(time.loop(), site, net, log, LeasePolicy.LEASES, keeper);
    next.onNotice(notice -> log.say(notice.at(), notice.station() + ": " + notice.text()));
    if (carried != null) {
      next.goOn(carried);
    }
    if (numbers != null) {
      next.goOnWith(numbers);
    }
    if (served != null && keeper != null) {
      next.onConfigured((before, running, waiting) -> served.state().keep(waiting));
      next.onRestart(this::restart);
      tell(served, keeper);
    }
    gateway = next;
    next.start();
  }

  private void tell(Served to, Gatekeeper keeper) {
    to.out().accept("the API is at https://localhost:" + to.api().port() + "/api/v2, with a page to try it at /api/docs");
    to.out().accept("its certificate has the SHA-256 fingerprint " + to.api().fingerprint());
    FirstRunCode code = keeper.users().firstRunCode(time.now());
    if (code != null) {
      to.out().accept(
          "there is no administrator yet: make one by POST /api/v2/login/first-run with the code " + code.code()
              + ", which is good until " + Micros.toInstant(code.expiresAt()));
    }
  }

  private void restart(Site site) {
    Gateway before = gateway;
    if (before == null) {
      return;
    }
    log.say(time.now(), "gateway: restarts with what has been configured");
    Carried carried = before.carried();
    Numbers numbers = before.numbers();
    before.close();
    start(site, carried, numbers);
  }

  @Override
  public void close() {
    Gateway running = gateway;
    if (running != null) {
      running.close();
    }
  }
}
