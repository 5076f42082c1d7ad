package io.parkbench.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.gateway.lease.Hold;
import io.parkbench.gateway.lease.HoldReason;
import io.parkbench.gateway.limits.Limits;
import io.parkbench.gateway.limits.ZoneLimits;
import io.parkbench.gateway.session.Reason;
import io.parkbench.gateway.session.Session;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Recording;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the gateway's decisions into the recording, when they change: limits, what is leased out, setpoints. */
final class Chronicle {
  private final Loop loop;
  private final Recording recording;
  private final ZoneLimits zones;
  private final @Nullable Limits[] toldLimits;
  private final int[] toldDa;
  private @Nullable HoldReason[] toldHolds = new HoldReason[0];

  Chronicle(Loop loop, Recording recording, ZoneLimits zones) {
    this.loop = loop;
    this.recording = recording;
    this.zones = zones;
    toldLimits = new Limits[zones.count()];
    toldDa = new int[zones.count() * 3];
    Arrays.fill(toldDa, -1);
  }

  /** One line {@code zone} for each zone whose limits have changed. */
  void limits() {
    for (int zone = 0; zone < zones.count(); zone++) {
      Limits limits = zones.of(zone);
      if (!limits.equals(toldLimits[zone])) {
        toldLimits[zone] = limits;
        recording.line(loop.now(), "zone", json -> writeLimits(json, limits));
      }
    }
  }

  private static void writeLimits(JsonGenerator json, Limits limits) throws IOException {
    json.writeStringField("z", limits.zone());
    json.writeArrayFieldStart("limit");
    for (int phase = 1; phase <= 3; phase++) {
      writeAmps(json, limits.limitDa().da(phase));
    }
    json.writeEndArray();
    Integer watts = limits.limitW();
    if (watts == null) {
      json.writeNullField("kw");
    } else {
      json.writeNumberField("kw", watts / 1_000.0);
    }
    json.writeStringField("by", limits.by());
  }

  /** One line {@code leased} for each zone under which something else is held than before. */
  void leased(int[] reserved) {
    for (int zone = 0; zone < zones.count(); zone++) {
      boolean changed = false;
      for (int phase = 0; phase < 3; phase++) {
        int da = reserved[zone * 4 + phase];
        changed |= toldDa[zone * 3 + phase] != da;
        toldDa[zone * 3 + phase] = da;
      }
      if (changed) {
        int first = zone * 3;
        String id = zones.id(zone);
        recording.line(
            loop.now(),
            "leased",
            json -> {
              json.writeStringField("z", id);
              json.writeArrayFieldStart("a");
              for (int phase = 0; phase < 3; phase++) {
                writeAmps(json, toldDa[first + phase]);
              }
              json.writeEndArray();
            });
      }
    }
  }

  /** One line {@code setpoint}: what was decided for a session, why, and what holds it back. */
  void setpoint(Session session) {
    recording.line(
        loop.now(),
        "setpoint",
        json -> {
          json.writeStringField("station", session.point().station().id());
          json.writeNumberField("connector", session.point().connector().number());
          json.writeNumberField("tx", session.transactionId());
          json.writeFieldName("a");
          writeAmps(json, session.setpointDa());
          json.writeObjectFieldStart("why");
          writeReason(json, session.reason());
          Hold hold = session.lease().hold();
          if (hold != null) {
            json.writeStringField("held", hold.reason().name().toLowerCase(Locale.ROOT));
          }
          json.writeEndObject();
        });
  }

  /** Whether something else holds the connector {@code order} back than was told. */
  boolean isNew(int order, @Nullable Hold hold) {
    HoldReason told = order < toldHolds.length ? toldHolds[order] : null;
    return told != (hold == null ? null : hold.reason());
  }

  /** The line again for a session that something else holds back than before. */
  void held(Session session) {
    int order = session.point().order();
    if (order >= toldHolds.length) {
      toldHolds = Arrays.copyOf(toldHolds, 2 * order + 1);
    }
    Hold hold = session.lease().hold();
    toldHolds[order] = hold == null ? null : hold.reason();
    setpoint(session);
  }

  void forget(Session session) {
    if (session.point().order() < toldHolds.length) {
      toldHolds[session.point().order()] = null;
    }
  }

  private static void writeReason(JsonGenerator json, Reason reason) throws IOException {
    json.writeStringField("rule", reason.rule().word());
    if (reason.zone() != null) {
      json.writeStringField("zone", reason.zone());
      json.writeNumberField("phase", reason.phase());
    }
    json.writeStringField("text", reason.text());
  }

  private static void writeAmps(JsonGenerator json, int da) throws IOException {
    if (da % 10 == 0) {
      json.writeNumber(da / 10);
    } else {
      json.writeNumber(da / 10.0);
    }
  }
}
