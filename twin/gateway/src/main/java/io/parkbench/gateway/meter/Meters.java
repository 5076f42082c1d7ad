package io.parkbench.gateway.meter;

import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.kernel.Exchange;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.WakeUp;
import io.parkbench.protocol.meter.ReadPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Polls all of a site's meters (R-DYN-2) and tells when what is known of one changes. Everything is called on the loop's thread.
 *
 * <p>Polls are spread over the interval. Behind one address one request is under way at a time, and no meter is asked again before it has
 * replied or its time is over.
 */
public final class Meters implements AutoCloseable {
  private final Loop loop;
  private final Listener listener;
  private final Map<String, Watch> watches = new LinkedHashMap<>();

  /** Hears what meters show. */
  public interface Listener {
    /** A current, the state, trust, {@link Metering#missing} or {@link Metering#lost} has changed. */
    void read(Metering meter);

    /** Something has happened that people should know of, in one sentence. */
    void noticed(Metering meter, String text);
  }

  /**
   * Meters to be polled from {@link #start} on.
   *
   * @param exchange asks them, where {@link Meter#endpoint} says
   * @param charging what their readings are held against
   * @param recording gets a line {@code reading} whenever what a reader sees of a meter changes
   */
  public Meters(Loop loop, Exchange exchange, Site site, Charging charging, Recording recording, Listener listener) {
    this.loop = loop;
    this.listener = listener;
    boolean produces = site.meters().stream().anyMatch(meter -> meter.role() == Meter.Role.PRODUCTION);
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Meter meter : site.meters()) {
      boolean belowCars = !produces && !Metering.isSigned(meter);
      TrustTerms terms = terms(steered(site, meter), belowCars, meter);
      Metering metering = new Metering(meter, terms, charging, site.nominalVoltage());
      Line line = lines.computeIfAbsent(meter.endpoint().address(), address -> new Line());
      watches.put(meter.id(), new Watch(metering, recording, exchange, line));
    }
  }

  private static TrustTerms terms(@Nullable Zone zone, boolean belowCars, Meter meter) {
    double maximumAmps = zone == null ? 0 : most(zone.maxDa()) / 10.0;
    boolean others = zone != null && most(zone.buildingPeakDa()) > 0;
    return TrustTerms.of(maximumAmps, others, belowCars, Micros.of(meter.freshness()),
        Micros.of(meter.refresh().plus(meter.pollInterval())));
  }

  private static int most(PerPhase phases) {
    return Math.max(phases.l1Da(), Math.max(phases.l2Da(), phases.l3Da()));
  }

  /** The zone that a meter steers, if any. */
  private static @Nullable Zone steered(Site site, Meter meter) {
    return site.zones().stream().filter(zone -> meter.id().equals(zone.meter())).findFirst().orElse(null);
  }

  /** Polls from now on. */
  public void start() {
    int order = 0;
    for (Watch watch : watches.values()) {
      watch.poller.startAt(loop.now() + watch.poller.interval() * order / watches.size());
      order++;
    }
  }

  /** In the order of the site. */
  public List<Metering> all() {
    List<Metering> all = new ArrayList<>();
    watches.values().forEach(watch -> all.add(watch.metering));
    return List.copyOf(all);
  }

  /** What is known of a meter; an unknown one throws {@link IllegalArgumentException}. */
  public Metering meter(String id) {
    Watch watch = watches.get(id);
    if (watch == null) {
      throw new IllegalArgumentException("no meter " + id);
    }
    return watch.metering;
  }

  /** Polls no more. */
  @Override
  public void close() {
    watches.values().forEach(Watch::close);
  }

  /** One meter with what was told of it. */
  private final class Watch implements Poller.Hearer {
    final Metering metering;
    final Poller poller;
    private final Seen seen;
    private final MeterLine line;
    private final MeterNews news;
    private final WakeUp loss = new WakeUp(loop, this::pass);

    Watch(Metering metering, Recording recording, Exchange exchange, Line address) {
      this.metering = metering;
      seen = new Seen(metering);
      line = new MeterLine(metering, recording);
      news = new MeterNews(metering, text -> listener.noticed(metering, text));
      poller = new Poller(loop, exchange, address, metering, this);
    }

    void close() {
      poller.close();
      loss.cancel();
    }

    @Override
    public void polled(Metering polled) {
      tell();
    }

    private void tell() {
      loss.move(metering.trust().nextWakeAt());
      line.write(loop.now());
      if (seen.changed()) {
        news.look();
        listener.read(metering);
      }
    }

    @Override
    public void rest(Metering polled) {
      news.fellBack(metering.readRest());
      line.write(loop.now());
    }

    @Override
    public void refused(Metering polled, ReadPlan.Chunk chunk, int code) {
      news.refused(chunk, code);
    }

    private void pass() {
      metering.trust().pass(loop.now());
      tell();
    }
  }
}
