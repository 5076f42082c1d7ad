package io.parkbench.plant.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.ReadingContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When meters are read: every {@code MeterValueSampleInterval} while a transaction runs, at every full
 * {@code ClockAlignedDataInterval} of the day, at a transaction's begin and end, and when asked.
 */
final class MeterReports {
  private static final Callback<MeterValues.Conf> NO_MATTER = new Callback<>() {
    @Override
    public void answered(MeterValues.Conf conf) {}

    @Override
    public void failed(Failure failure) {}
  };

  private final Registration central;
  private final ConfigurationKeys keys;
  private final StationClock clock;
  private final TransactionQueue queue;
  private final List<Connector> connectors;
  private final MeterQuirks quirks;
  private final List<Agenda.Entry> periodic = new ArrayList<>();
  private final List<MeterSampler> sampled = new ArrayList<>();
  private final List<MeterSampler> aligned = new ArrayList<>();
  private final List<MeterSampler> beginAndEnd = new ArrayList<>();
  private final Agenda.Entry alignedDue;

  MeterReports(
      Agenda agenda,
      Registration central,
      ConfigurationKeys keys,
      StationClock clock,
      TransactionQueue queue,
      List<Connector> connectors,
      MeterQuirks quirks) {
    this.central = central;
    this.keys = keys;
    this.clock = clock;
    this.queue = queue;
    this.connectors = connectors;
    this.quirks = quirks;
    for (Connector connector : connectors) {
      periodic.add(agenda.entry(() -> samplePeriodically(connector)));
      sampled.add(sampler(connector, keys.meterValuesSampledData));
      aligned.add(sampler(connector, keys.meterValuesAlignedData));
      beginAndEnd.add(sampler(connector, keys.stopTxnSampledData));
    }
    alignedDue = agenda.entry(this::sampleAligned);
    keys.watch(keys.meterValueSampleInterval, key -> connectors.forEach(this::schedule));
    keys.watch(keys.clockAlignedDataInterval, key -> scheduleAligned());
  }

  private MeterSampler sampler(Connector connector, ConfigurationKey listed) {
    int phases = connector.socket.converter() == null ? connector.socket.phases() : 0;
    return new MeterSampler(listed, keys.connectorPhaseRotation, connector.number, phases, quirks);
  }

  void transactionBegins(Connector connector, Transaction transaction) {
    transaction.keep(read(beginAndEnd, connector, ReadingContext.Transaction_Begin));
    schedule(connector);
  }

  void transactionEnds(Connector connector, Transaction transaction) {
    transaction.keep(read(beginAndEnd, connector, ReadingContext.Transaction_End));
    periodic.get(connector.number - 1).never();
  }

  /** Readings at the full intervals of station time, from now on. */
  void scheduleAligned() {
    long interval = keys.clockAlignedDataInterval.number() * Micros.SECOND;
    if (interval == 0) {
      alignedDue.never();
    } else {
      long now = clock.now();
      alignedDue.at(clock.toLoop(now - Math.floorMod(now, Micros.DAY) % interval + interval));
    }
  }

  private void schedule(Connector connector) {
    Agenda.Entry due = periodic.get(connector.number - 1);
    int seconds = keys.meterValueSampleInterval.number();
    if (connector.transaction == null || seconds == 0) {
      due.never();
    } else {
      due.after(seconds * Micros.SECOND);
    }
  }

  private void samplePeriodically(Connector connector) {
    schedule(connector);
    // null: Sample.Periodic is what a reading without a context is
    send(connector, read(sampled, connector, null));
  }

  private void sampleAligned() {
    scheduleAligned();
    for (Connector connector : connectors) {
      send(connector, read(aligned, connector, ReadingContext.Sample_Clock));
    }
  }

  /** The central system wants a reading now. */
  void sampleTriggered(Connector connector) {
    send(connector, read(sampled, connector, ReadingContext.Trigger));
  }

  private @Nullable MeterValue read(
      List<MeterSampler> samplers, Connector connector, @Nullable ReadingContext context) {
    return samplers.get(connector.number - 1).sample(connector, clock.instant(), context);
  }

  private void send(Connector connector, @Nullable MeterValue value) {
    Transaction transaction = connector.transaction;
    if (value == null) {
      return;
    }
    if (transaction != null) {
      queue.sample(transaction, value);
    } else {
      central.callAnyway(new MeterValues.Req(connector.number, null, List.of(value)), NO_MATTER);
    }
  }
}
