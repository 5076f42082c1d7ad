package io.parkbench.gateway;

import io.parkbench.gateway.api.Commands;
import io.parkbench.gateway.limits.Ceilings;
import io.parkbench.gateway.limits.Reduction;
import io.parkbench.gateway.limits.Reductions;
import io.parkbench.gateway.ocpp.CentralSystem;
import io.parkbench.gateway.ocpp.ChargePoint;
import io.parkbench.gateway.ocpp.Outcome;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Loop;
import io.parkbench.protocol.ocpp.ChangeAvailability;
import io.parkbench.protocol.ocpp.Failure;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Does what the API asks for: reductions, availability, heartbeat (R-BEMS-1…4, 7). */
final class Operations implements Commands {
  private final Loop loop;
  private final Ceilings ceilings;
  private final CentralSystem stations;
  private final RemoteManagement remote;
  private final Notices notices;
  private final Runnable changed;
  private final Reconfiguration reconfiguration;
  private final boolean supervised;

  /**
   * @param changed called when limits may be others than before
   * @param supervised whether an operator's central system is above this one
   */
  Operations(
      Loop loop, Ceilings ceilings, CentralSystem stations, RemoteManagement remote, Notices notices, Runnable changed,
      Reconfiguration reconfiguration, boolean supervised) {
    this.loop = loop;
    this.ceilings = ceilings;
    this.stations = stations;
    this.remote = remote;
    this.notices = notices;
    this.changed = changed;
    this.reconfiguration = reconfiguration;
    this.supervised = supervised;
  }

  @Override
  public Reductions.Answer reduce(String zone, Reduction.Kind kind, BigDecimal value, long until, String by) {
    return taken(ceilings.reductions().set(new Reduction(zone, kind, value, loop.now(), until, by)), "is set by " + by);
  }

  @Override
  public Reductions.Answer lift(String zone, String by) {
    return taken(ceilings.reductions().lift(zone, loop.now()), "is lifted by " + by);
  }

  private Reductions.Answer taken(Reductions.Answer answer, String what) {
    if (answer instanceof Reductions.Answer.Taken taken) {
      ceilings.touched();
      changed.run();
      notices.add(loop.now(), taken.reduction().zone(), "the reduction " + what);
    }
    return answer;
  }

  @Override
  public void availability(String station, int connector, boolean available, Consumer<Availability> answer) {
    ChargePoint peer = stations.stations().stream().filter(each -> each.identity().equals(station)).findFirst().orElse(null);
    if (peer == null || !peer.connected()) {
      answer.accept(Availability.DISCONNECTED);
      return;
    }
    peer.availability(connector, available, Outcome.of(conf -> answer.accept(said(conf)), failure -> answer.accept(said(failure))));
  }

  private static Availability said(ChangeAvailability.Conf conf) {
    return switch (conf.status()) {
      case Accepted -> Availability.APPLIED;
      case Scheduled -> Availability.SCHEDULED;
      case Rejected -> Availability.REJECTED;
    };
  }

  private static Availability said(Failure failure) {
    return switch (failure) {
      case Failure.Refused refused -> Availability.REJECTED;
      // it was asked, and may have done it
      case Failure.TimedOut silent -> Availability.TIMED_OUT;
      case Failure.BadAnswer bad -> Availability.TIMED_OUT;
      case Failure.LinkClosed closed -> Availability.TIMED_OUT;
    };
  }

  @Override
  public void heartbeat(long sequence, String by) {
    remote.beat(by);
  }

  @Override
  public void configure(Site running, Site next) {
    reconfiguration.go(running, next);
  }

  @Override
  public boolean restart(Site site) {
    return reconfiguration.restart(site);
  }

  /** The gateway's clock is its host's, which has better ways to be set than by a building. */
  @Override
  public Clock setTime(long instant, String by) {
    return supervised ? Clock.SUPERVISED : Clock.DISABLED;
  }
}
