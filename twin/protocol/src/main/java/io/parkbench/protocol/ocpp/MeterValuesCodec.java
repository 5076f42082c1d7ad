package io.parkbench.protocol.ocpp;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON of {@link MeterValues.Req}, by far the most frequent payload, written out: the same as {@link RecordCodec}'s, faster. */
final class MeterValuesCodec implements PayloadCodec<MeterValues.Req> {
  private static final Properties PROPERTIES = new Properties(MeterValues.Req.class);
  private static final PayloadCodec<MeterValue> METER_VALUE = new MeterValueCodec();
  private static final PayloadCodec<SampledValue> SAMPLED_VALUE = new SampledValueCodec();

  @Override
  public MeterValues.Req read(PayloadReader in) throws IOException {
    in.begin();
    int seen = 0;
    int connectorId = 0;
    @Nullable Integer transactionId = null;
    List<MeterValue> meterValue = List.of();
    for (int at = in.property(PROPERTIES, seen); at >= 0; at = in.property(PROPERTIES, seen)) {
      seen |= 1 << at;
      switch (at) {
        case 0 -> connectorId = in.integer();
        case 1 -> transactionId = in.integerOrBeyond();
        default -> meterValue = in.list(METER_VALUE);
      }
    }
    try {
      PROPERTIES.complete(seen);
      return new MeterValues.Req(connectorId, transactionId, meterValue);
    } catch (OcppException e) {
      throw in.within(e);
    }
  }

  @Override
  public void write(MeterValues.Req value, PayloadWriter out) {
    out.raw("{\"connectorId\":").integer(value.connectorId());
    if (value.transactionId() != null) {
      out.raw(",\"transactionId\":").integer(value.transactionId());
    }
    out.raw(",\"meterValue\":").list(value.meterValue(), METER_VALUE);
    out.raw('}');
  }

  private static final class MeterValueCodec implements PayloadCodec<MeterValue> {
    private static final Properties PROPERTIES = new Properties(MeterValue.class);

    @Override
    public MeterValue read(PayloadReader in) throws IOException {
      in.begin();
      int seen = 0;
      Instant timestamp = Instant.EPOCH;
      List<SampledValue> sampledValue = List.of();
      for (int at = in.property(PROPERTIES, seen); at >= 0; at = in.property(PROPERTIES, seen)) {
        seen |= 1 << at;
        switch (at) {
          case 0 -> timestamp = in.time();
          default -> sampledValue = in.list(SAMPLED_VALUE);
        }
      }
      try {
        PROPERTIES.complete(seen);
        return new MeterValue(timestamp, sampledValue);
      } catch (OcppException e) {
        throw in.within(e);
      }
    }

    @Override
    public void write(MeterValue value, PayloadWriter out) {
      out.raw("{\"timestamp\":").time(value.timestamp());
      out.raw(",\"sampledValue\":").list(value.sampledValue(), SAMPLED_VALUE);
      out.raw('}');
    }
  }

  private static final class SampledValueCodec implements PayloadCodec<SampledValue> {
    private static final Properties PROPERTIES = new Properties(SampledValue.class);
    private static final Words<ReadingContext> CONTEXTS = new Words<>(ReadingContext.class);
    private static final Words<ValueFormat> FORMATS = new Words<>(ValueFormat.class);
    private static final Words<Measurand> MEASURANDS = new Words<>(Measurand.class);
    private static final Words<Phase> PHASES = new Words<>(Phase.class);
    private static final Words<Location> LOCATIONS = new Words<>(Location.class);
    private static final Words<UnitOfMeasure> UNITS = new Words<>(UnitOfMeasure.class);

    @Override
    public SampledValue read(PayloadReader in) throws IOException {
      in.begin();
      int seen = 0;
      String value = "";
      @Nullable ReadingContext context = null;
      @Nullable ValueFormat format = null;
      @Nullable Measurand measurand = null;
      @Nullable Phase phase = null;
      @Nullable Location location = null;
      @Nullable UnitOfMeasure unit = null;
      for (int at = in.property(PROPERTIES, seen); at >= 0; at = in.property(PROPERTIES, seen)) {
        seen |= 1 << at;
        switch (at) {
          case 0 -> value = in.text();
          case 1 -> context = in.word(CONTEXTS);
          case 2 -> format = in.word(FORMATS);
          case 3 -> measurand = in.word(MEASURANDS);
          case 4 -> phase = in.word(PHASES);
          case 5 -> location = in.word(LOCATIONS);
          default -> unit = in.word(UNITS);
        }
      }
      try {
        PROPERTIES.complete(seen);
        return new SampledValue(value, context, format, measurand, phase, location, unit);
      } catch (OcppException e) {
        throw in.within(e);
      }
    }

    @Override
    public void write(SampledValue value, PayloadWriter out) {
      out.raw("{\"value\":").text(value.value());
      out.optional(",\"context\":", value.context());
      out.optional(",\"format\":", value.format());
      out.optional(",\"measurand\":", value.measurand());
      out.optional(",\"phase\":", value.phase());
      out.optional(",\"location\":", value.location());
      out.optional(",\"unit\":", value.unit());
      out.raw('}');
    }
  }
}
