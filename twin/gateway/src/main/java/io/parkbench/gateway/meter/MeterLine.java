package io.parkbench.gateway.meter;

import com.fasterxml.jackson.core.JsonGenerator;
import io.parkbench.kernel.Recording;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes a line {@code reading} into the recording whenever a reader of it would see something else of a meter. */
final class MeterLine {
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final Metering metering;
  private final Recording recording;
  private final long[] da = {UNKNOWN, UNKNOWN, UNKNOWN};
  private long hundredWatts = UNKNOWN;
  private Metering.@Nullable State state;
  private boolean trusted;
  private boolean missing;
  private @Nullable Distrust why;

  MeterLine(Metering metering, Recording recording) {
    this.metering = metering;
    this.recording = recording;
  }

  void write(long now) {
    boolean same = state == metering.state() && trusted == metering.trusted() && missing == metering.missing()
        && why == metering.why();
    for (int phase = 0; phase < 3; phase++) {
      long present = rounded(metering.amps(phase + 1) * 10);
      same &= present == da[phase];
      da[phase] = present;
    }
    long watts = rounded(metering.watts() / 100);
    same &= watts == hundredWatts;
    if (same) {
      return;
    }
    hundredWatts = watts;
    state = metering.state();
    trusted = metering.trusted();
    missing = metering.missing();
    why = metering.why();
    recording.line(now, "reading", this::fields);
  }

  private void fields(JsonGenerator json) throws IOException {
    json.writeStringField("meter", metering.id());
    json.writeArrayFieldStart("a");
    for (long a : da) {
      if (a == UNKNOWN) {
        json.writeNull();
      } else if (a % 10 == 0) {
        json.writeNumber(a / 10);
      } else {
        json.writeNumber(a / 10.0);
      }
    }
    json.writeEndArray();
    if (hundredWatts != UNKNOWN) {
      json.writeNumberField("w", Math.round(metering.watts()));
    }
    if (metering.energyWh() >= 0) {
      json.writeNumberField("wh", metering.energyWh());
    }
    json.writeStringField("state", metering.state().word());
    json.writeBooleanField("trusted", trusted);
    if (missing) {
      json.writeBooleanField("missing", true);
    }
    Distrust reason = why;
    if (reason != null) {
      json.writeStringField("why", reason.word());
    }
  }

  private static long rounded(double value) {
    return Double.isNaN(value) ? UNKNOWN : Math.round(value);
  }
}
