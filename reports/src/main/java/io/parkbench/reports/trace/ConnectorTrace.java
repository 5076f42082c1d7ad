package io.parkbench.reports.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a recording tells of one connector: its setpoint with the reasons, its true draw, and who stayed there. */
public final class ConnectorTrace {
  private final String station;
  private final int connector;
  private final StepSeries setpoint = new StepSeries();
  private final StepSeries draw = new StepSeries();
  private final Notes reasons = new Notes();
  private final List<Stay> stays = new ArrayList<>();

  ConnectorTrace(String station, int connector) {
    this.station = station;
    this.connector = connector;
  }

  public String station() {
    return station;
  }

  public int connector() {
    return connector;
  }

  /** What the gateway decided, A per phase. */
  public StepSeries setpoint() {
    return setpoint;
  }

  /** The true draw in A: the highest of the three phases. */
  public StepSeries draw() {
    return draw;
  }

  /** The gateway's reasons for the setpoint, by time. */
  public Notes reasons() {
    return reasons;
  }

  public List<Stay> stays() {
    return stays;
  }

  /** Takes in a session line: {@code plugged}, {@code start}, {@code stop} or {@code unplugged}. */
  void session(long instant, String event, @Nullable String id, double wh) {
    Stay last = stays.isEmpty() ? null : stays.getLast();
    if (last == null || last.over() || (event.equals("plugged") && !last.justPluggedIn())) {
      last = new Stay(instant);
      stays.add(last);
    }
    last.take(instant, event, id, wh);
  }

  /** One stay of a car, from plugging in to leaving. */
  public static final class Stay {
    private final long from;
    private long until = Long.MAX_VALUE;
    private boolean started;
    private String id = "";
    private double startWh = Double.NaN;
    private double deliveredWh = Double.NaN;

    private Stay(long from) {
      this.from = from;
    }

    private boolean over() {
      return until != Long.MAX_VALUE;
    }

    private boolean justPluggedIn() {
      return !started && id.isEmpty();
    }

    private void take(long instant, String event, @Nullable String arrival, double wh) {
      id = arrival == null ? id : arrival;
      switch (event) {
        case "start" -> {
          started = true;
          startWh = wh;
        }
        case "stop" -> deliveredWh = wh - (Double.isNaN(startWh) ? 0 : startWh);
        case "unplugged" -> {
          until = instant;
          deliveredWh = Double.isNaN(wh) ? deliveredWh : wh;
        }
        default -> {
          // plugged: the stay's beginning is all it tells
        }
      }
    }

    /** The arrival's id; empty where the recording does not tell. */
    public String id() {
      return id;
    }

    /** When the car was plugged in, µs since 1970. */
    public long from() {
      return from;
    }

    /** When it was unplugged, µs since 1970; {@link Long#MAX_VALUE} if it still stood there at the end. */
    public long until() {
      return until;
    }

    /** The energy delivered, Wh; NaN where the recording does not tell. */
    public double deliveredWh() {
      return deliveredWh;
    }
  }
}
