package io.parkbench.plant.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.StartTransaction;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The messages about transactions that the central system has yet to hear, in their order. One is under way at a time; while it
 * cannot be delivered the others wait, whatever else the station says (OCPP 1.6 §3.7). A message refused or not answered is tried
 * again after {@code TransactionMessageRetryInterval} × the attempts made, {@code TransactionMessageAttempts} times in all; a link
 * that closes costs no attempt.
 */
final class TransactionQueue {
  /** Beyond this many, the oldest meter values go first; starts and stops are never given up for room. */
  static final int ROOM = 10_000;

  /** Hears what the central system said. */
  interface Listener {
    void started(Transaction transaction, StartTransaction.Conf conf);
  }

  private sealed interface Message {}

  private record Start(Transaction transaction) implements Message {}

  private record Sample(Transaction transaction, MeterValue value) implements Message {}

  private record Stop(Transaction transaction) implements Message {}

  private final Registration central;
  private final ConfigurationKeys keys;
  private final Listener listener;
  private final Agenda.Entry retry;
  private final ArrayDeque<Message> messages = new ArrayDeque<>();
  private boolean underWay;
  private int attempts;

  TransactionQueue(Agenda agenda, ConfigurationKeys keys, Registration central, Listener listener) {
    this.central = central;
    this.keys = keys;
    this.listener = listener;
    retry = agenda.entry(this::send);
  }

  void start(Transaction transaction) {
    add(new Start(transaction));
  }

  void sample(Transaction transaction, MeterValue value) {
    add(new Sample(transaction, value));
  }

  void stop(Transaction transaction) {
    add(new Stop(transaction));
  }

  /** The central system can be reached (again). */
  void online() {
    retry.never();
    send();
  }

  /** Messages not delivered yet. */
  int size() {
    return messages.size();
  }

  private void add(Message message) {
    if (messages.size() >= ROOM) {
      dropOldestSample();
    }
    messages.addLast(message);
    send();
  }

  private void dropOldestSample() {
    Iterator<Message> oldestFirst = messages.iterator();
    if (underWay) {
      oldestFirst.next();
    }
    while (oldestFirst.hasNext()) {
      if (oldestFirst.next() instanceof Sample) {
        oldestFirst.remove();
        return;
      }
    }
  }

  private void send() {
    Message message = messages.peekFirst();
    if (message == null || underWay || retry.isDue() || !central.isOnline()) {
      return;
    }
    underWay = true;
    switch (message) {
      case Start start ->
          central.call(start.transaction().startRequest(), new Delivery<>(conf -> {
            start.transaction().identified(conf.transactionId());
            listener.started(start.transaction(), conf);
          }));
      case Sample sample -> {
        Transaction transaction = sample.transaction();
        central.call(
            new MeterValues.Req(transaction.connector, transaction.idOnTheWire(), List.of(sample.value())),
            new Delivery<>(conf -> {}));
      }
      case Stop stop -> central.call(stop.transaction().stopRequest(), new Delivery<>(conf -> {}));
    }
  }

  private final class Delivery<C extends Response> implements Callback<C> {
    private final Consumer<C> heard;

    Delivery(Consumer<C> heard) {
      this.heard = heard;
    }

    @Override
    public void answered(C conf) {
      done();
      heard.accept(conf);
      send();
    }

    @Override
    public void failed(Failure failure) {
      if (failure instanceof Failure.LinkClosed) {
        underWay = false; // online() goes on
        return;
      }
      attempts++;
      if (attempts >= keys.transactionMessageAttempts.number()) {
        done();
        send();
      } else {
        underWay = false;
        retry.after(Micros.SECOND * attempts * keys.transactionMessageRetryInterval.number());
      }
    }

    private void done() {
      underWay = false;
      attempts = 0;
      messages.removeFirst();
    }
  }
}
