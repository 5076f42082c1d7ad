package io.parkbench.rigs;

import io.parkbench.gateway.Gateway;
import io.parkbench.gateway.access.AccountStore;
import io.parkbench.gateway.access.Gatekeeper;
import io.parkbench.gateway.access.Gatekeepers;
import io.parkbench.gateway.api.Numbers;
import io.parkbench.gateway.ocpp.Presence;
import io.parkbench.gateway.session.Carried;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.Time;
import io.parkbench.plant.world.Plant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The gateway of this project, in the bench's own process, and its restarts. */
public final class BuiltInGateway implements GatewaySide {
  /** How long a gateway is gone that restarts because it was asked to over its API. */
  private static final Duration RESTART = Duration.ofSeconds(20);

  private final BenchPlan plan;
  private final Time time;
  private final Net net;
  private final Runnable changed;
  private final AccountStore accounts = AccountStore.inMemory();
  private final List<Restart> restarts = new ArrayList<>();
  private Site site;
  private Gatekeeper keeper;
  private Gateway gateway;

  /**
   * One that has not started yet.
   *
   * @param changed told when it runs with another site than before
   */
  BuiltInGateway(BenchPlan plan, Time time, Net net, Runnable changed) {
    this.plan = plan;
    this.time = time;
    this.net = net;
    this.changed = changed;
    this.site = plan.site();
    this.keeper = keeper(0);
    BenchAccounts.open(site, keeper.accounts());
    this.gateway = new Gateway(time.loop(), site, net, plan.lines(), plan.leases(), keeper);
    follow();
  }

  /**
   * A restart of the gateway, all in µs since 1970.
   *
   * @param stopped when it stopped
   * @param started when it was there again
   * @param back when all stations that were connected before were so again; −1 while some are not
   */
  public record Restart(long stopped, long started, long back) {}

  /** What the gateway is configured with over its API is told, and it is restarted where it asks for that (R-SITE-7). */
  private void follow() {
    gateway.onConfigured((before, running, next) -> {
      site = running;
      changed.run();
    });
    gateway.onRestart(next -> restart(next, RESTART));
  }

  /** What a restart forgets, such as logins, is made by other chance than before. */
  private Gatekeeper keeper(int restart) {
    return Gatekeepers.bench(site, new Seed(plan.seed()), accounts, restart);
  }

  /**
   * Restarts it with another site, or the same (R-SITE-7): it is gone for {@code down}, goes on with the sessions it had, and has
   * forgotten what connectors were told, reductions and logins. How long it takes is in {@link #restarts}.
   */
  public void restart(Site with, Duration down) {
    long stopped = time.now();
    List<String> connected = gateway.view().stations().stream()
        .filter(station -> station.presence() == Presence.CONNECTED).map(GatewayView.Station::id).toList();
    Carried carried = gateway.carried();
    gateway.close();
    plan.lines().line(stopped, "restart", json -> json.writeStringField("e", "stopped"));
    time.after(down, () -> {
      Numbers numbers = gateway.numbers();
      site = with;
      keeper = keeper(restarts.size() + 1);
      gateway = new Gateway(time.loop(), site, net, plan.lines(), plan.leases(), keeper);
      gateway.goOn(carried);
      if (numbers != null) {
        gateway.goOnWith(numbers);
      }
      follow();
      gateway.start();
      changed.run();
      plan.lines().line(time.now(), "restart", json -> json.writeStringField("e", "started"));
      restarts.add(new Restart(stopped, time.now(), -1));
      awaitStations(restarts.size() - 1, connected);
    });
  }

  private void awaitStations(int restart, List<String> awaited) {
    boolean back = gateway.view().stations().stream().filter(station -> awaited.contains(station.id()))
        .allMatch(station -> station.presence() == Presence.CONNECTED);
    if (back) {
      Restart done = restarts.get(restart);
      restarts.set(restart, new Restart(done.stopped(), done.started(), time.now()));
    } else if (restart == restarts.size() - 1) {
      time.after(Micros.SECOND, () -> awaitStations(restart, awaited));
    }
  }

  /** The restarts so far. */
  public List<Restart> restarts() {
    return List.copyOf(restarts);
  }

  public Gateway gateway() {
    return gateway;
  }

  /** Who is let into its API. */
  public Gatekeeper keeper() {
    return keeper;
  }

  @Override
  public void start(Plant plant) {
    gateway.start();
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public BuiltInGateway builtIn() {
    return this;
  }

  @Override
  public void close() {
    gateway.close();
  }
}
