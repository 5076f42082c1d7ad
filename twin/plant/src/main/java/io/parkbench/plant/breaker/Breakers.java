package io.parkbench.plant.breaker;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Timer;
import io.parkbench.plant.PlantModel;
import io.parkbench.plant.grid.Grid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The breakers and fuses of a site, at most one for each zone, warmed by all that flows there (R-PLANT-2). One that carries too much
 * has one wake-up, at which it opens: all below it is dark until somebody closes it.
 */
public final class Breakers {
  private static final double MICRO = 1e6;

  private final PlantModel model;
  private final Grid grid;
  private final Loop loop;
  private final Branch branch;
  private final Recording recording;
  private final @Nullable Guarded[] guarded;
  private final List<Trip> trips = new ArrayList<>();

  /** What hangs below a breaker. */
  public interface Branch {
    /** A zone (index in the model) has lost its supply, and all below it with it; called once until {@link #live}. */
    void dark(int zone);

    /** The breaker is closed again; what is above may be open. */
    void live(int zone);
  }

  /**
   * Closed and cold; watches {@code grid} from now on.
   *
   * @param devices by the id of the zone that each feeds; an unknown zone fails with {@link IllegalArgumentException}
   */
  public Breakers(Grid grid, Loop loop, Map<String, Device> devices, Branch branch, Recording recording) {
    this.model = grid.model();
    this.grid = grid;
    this.loop = loop;
    this.branch = branch;
    this.recording = recording;
    guarded = new Guarded[model.zones().size()];
    devices.forEach((zone, device) -> {
      int index = model.zoneIndex(zone);
      if (index < 0) {
        throw new IllegalArgumentException("no zone is called '" + zone + "'");
      }
      guarded[index] = new Guarded(index, new Breaker(device, loop.now()));
    });
    if (!devices.isEmpty()) {
      grid.watch(watcher());
    }
  }

  private Grid.Watcher watcher() {
    return new Grid.Watcher() {
      @Override
      public void changes(long now, int zone) {
        Guarded here = guarded[zone];
        if (here != null) {
          here.postpone();
        }
      }

      @Override
      public void changed(long now, int zone) {
        Guarded here = guarded[zone];
        if (here != null) {
          here.carry();
        }
      }
    };
  }

  /** Records what there is. */
  public void start() {
    for (Guarded here : guarded) {
      if (here != null) {
        here.record();
      }
    }
  }

  /** What protects a zone, or null. */
  public @Nullable Device device(int zone) {
    Guarded here = guarded[zone];
    return here == null ? null : here.breaker.device();
  }

  /** Whether the breaker of a zone is open, by itself or by hand; one that is not there is not. */
  public boolean isOpen(int zone) {
    Guarded here = guarded[zone];
    return here != null && here.breaker.isOpen();
  }

  /** How warm the hottest pole of a zone's breaker is, 0 for cold to 1 for opening; 0 where there is none. */
  public double heat(int zone) {
    Guarded here = guarded[zone];
    return here == null ? 0 : here.breaker.heat(loop.now());
  }

  /** Seconds until the breaker of a zone opens at the present current; infinite where it never does, is open, or there is none. */
  public double secondsToTrip(int zone) {
    Guarded here = guarded[zone];
    return here == null ? Double.POSITIVE_INFINITY : here.breaker.secondsToTrip(loop.now());
  }

  /** All that opened by themselves, in that order. */
  public List<Trip> trips() {
    return List.copyOf(trips);
  }

  /** Whether the breaker of a zone has ever opened by itself. */
  public boolean tripped(String zone) {
    return trips.stream().anyMatch(trip -> trip.zone().equals(zone));
  }

  /** Somebody opens a breaker: that is no trip. Does nothing where it is open or there is none. */
  public void open(int zone) {
    Guarded here = guarded[zone];
    if (here != null && !here.breaker.isOpen()) {
      here.open();
    }
  }

  /** Somebody closes a breaker, or puts new fuses in. Does nothing where it is closed or there is none. */
  public void close(int zone) {
    Guarded here = guarded[zone];
    if (here != null && here.breaker.isOpen()) {
      here.breaker.close(loop.now());
      here.record();
      branch.live(zone);
    }
  }

  /** A breaker in its place. */
  private final class Guarded {
    final Breaker breaker;
    private final int zone;
    private final History history = new History();
    private @Nullable Timer wake;
    private long opensAt = Breaker.NEVER;
    private long recordedOpensAt = Breaker.NEVER;
    private boolean overloaded;
    private long overloadedSince;

    Guarded(int zone, Breaker breaker) {
      this.zone = zone;
      this.breaker = breaker;
    }

    /** The current is about to change: until now it was what it was. */
    void postpone() {
      breaker.warm(loop.now());
      opensAt = Breaker.NEVER;
      if (wake != null) {
        wake.cancel();
        wake = null;
      }
    }

    void carry() {
      if (breaker.isOpen()) {
        return;
      }
      long now = loop.now();
      double l1 = grid.totalAmps(zone, 1);
      double l2 = grid.totalAmps(zone, 2);
      double l3 = grid.totalAmps(zone, 3);
      history.add(now, l1, l2, l3);
      postpone();
      breaker.carry(now, l1, l2, l3);
      opensAt = breaker.opensAt(now);
      boolean before = overloaded;
      overloaded = opensAt != Breaker.NEVER;
      if (overloaded) {
        overloadedSince = before ? overloadedSince : now;
        wake = loop.at(opensAt, this::due);
      }
      if (isNews(now)) {
        record();
      }
    }

    /** Overloaded or not any more; or the end has moved by a tenth of what is left, and a second. */
    private boolean isNews(long now) {
      boolean recorded = recordedOpensAt != Breaker.NEVER;
      return overloaded != recorded
          || (overloaded && Math.abs(opensAt - recordedOpensAt) > Math.max(Micros.SECOND, (opensAt - now) / 10));
    }

    /** Opens, unless one below that is due as well has saved it: the nearest to the fault is to open first. */
    private void due() {
      wake = null;
      for (int below = guarded.length - 1; below > zone; below--) {
        Guarded other = guarded[below];
        if (other != null && other.opensAt <= loop.now() && isUnder(below)) {
          other.trip();
        }
      }
      if (opensAt <= loop.now()) {
        trip();
      }
    }

    private boolean isUnder(int below) {
      int at = below;
      while (at >= 0 && at != zone) {
        String parent = model.zones().get(at).parent();
        at = parent == null ? -1 : model.zoneIndex(parent);
      }
      return at == zone;
    }

    private void trip() {
      long now = loop.now();
      breaker.warm(now);
      int phase = breaker.firstPhase();
      Trip trip = new Trip(
          model.zones().get(zone).id(), breaker.device().name(), phase, now, grid.totalAmps(zone, phase),
          breaker.isShortCircuit(phase), overloadedSince, history.last(now, phase));
      trips.add(trip);
      recording.line(now, "trip", json -> write(json, trip));
      open();
    }

    private void open() {
      postpone();
      overloaded = false;
      history.add(loop.now(), 0, 0, 0);
      breaker.open(loop.now());
      record();
      branch.dark(zone);
    }

    private void record() {
      long now = loop.now();
      recordedOpensAt = opensAt;
      recording.line(now, "breaker", json -> {
        json.writeStringField("z", model.zones().get(zone).id());
        json.writeStringField("device", breaker.device().name());
        json.writeStringField("state", breaker.isOpen() ? "open" : opensAt == Breaker.NEVER ? "closed" : "overload");
        if (opensAt != Breaker.NEVER) {
          json.writeNumberField("s", tenths(opensAt - now));
        }
        json.writeNumberField("heat", Math.round(breaker.heat(now) * 100) / 100.0);
      });
    }
  }

  private static void write(JsonGenerator json, Trip trip) throws IOException {
    json.writeStringField("z", trip.zone());
    json.writeStringField("device", trip.device());
    json.writeNumberField("phase", trip.phase());
    json.writeNumberField("a", Math.round(trip.amps() * 100) / 100.0);
    json.writeStringField("why", trip.shortCircuit() ? "short circuit" : "overload");
    json.writeNumberField("since", trip.since());
    json.writeArrayFieldStart("curve");
    for (Trip.Point point : trip.curve()) {
      json.writeStartArray();
      json.writeNumber(tenths(point.at() - trip.at()));
      json.writeNumber(Math.round(point.amps() * 100) / 100.0);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** µs as seconds, to a tenth. */
  private static double tenths(long micros) {
    return Math.round(micros / MICRO * 10) / 10.0;
  }
}
