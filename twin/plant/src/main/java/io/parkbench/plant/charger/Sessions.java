package io.parkbench.plant.charger;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.quirk.Quirks;
import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StopTransaction.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From tag and plug to transaction, and from whatever ends it to its end (OCPP 1.6 §3.5, §4.8, §4.10). */
final class Sessions implements TransactionQueue.Listener {
  /** Hears what the rest of the station has to follow. */
  interface Listener {
    void began(Connector connector);

    void ended(Connector connector, Transaction transaction);

    /** Something is otherwise than it was: offers and statuses have to be looked at. */
    void settle();
  }

  private final ConfigurationKeys keys;
  private final StationClock clock;
  private final IdTags tags;
  private final ProfileStack stack;
  private final TransactionQueue queue;
  private final MeterReports meters;
  private final List<Connector> connectors;
  private final Listener listener;
  private final Registration central;
  private final SessionQuirks quirks;
  private final List<Agenda.Entry> plugAwaited = new ArrayList<>();

  Sessions(
      Agenda agenda,
      ConfigurationKeys keys,
      StationClock clock,
      Registration central,
      ProfileStack stack,
      List<Connector> connectors,
      Quirks quirks,
      Listener listener) {
    this.central = central;
    this.quirks = new SessionQuirks(quirks);
    this.keys = keys;
    this.clock = clock;
    this.stack = stack;
    this.connectors = connectors;
    this.listener = listener;
    tags = new IdTags(central, keys, clock);
    queue = new TransactionQueue(agenda, keys, central, this);
    meters = new MeterReports(agenda, central, keys, clock, queue, connectors, new MeterQuirks(quirks));
    for (Connector connector : connectors) {
      plugAwaited.add(agenda.entry(() -> {
        connector.released();
        listener.settle();
      }));
    }
  }

  IdTags tags() {
    return tags;
  }

  TransactionQueue queue() {
    return queue;
  }

  MeterReports meters() {
    return meters;
  }

  /** A plug has just been put in. */
  void plugged(Connector connector, @Nullable String idTag) {
    String waiting = connector.waitingTag;
    if (connector.transaction != null || !mayBegin(connector)) {
      return;
    }
    if (waiting != null) {
      begin(connector, waiting, connector.waitingProfile);
    } else if (keys.freevendActive.isTrue()) {
      begin(connector, keys.freevendIdTag.value(), null);
    } else if (idTag != null) {
      swiped(connector, idTag);
    }
  }

  /** A plug has just been pulled. */
  void unplugged(Connector connector) {
    if (connector.transaction == null) {
      connector.released();
    } else if (keys.stopTransactionOnEVSideDisconnect.isTrue()) {
      end(connector, Reason.EVDisconnected, null);
    }
  }

  /** A card is held to the reader: starts a transaction, or stops the one it belongs to. */
  void swiped(Connector connector, String idTag) {
    Transaction running = connector.transaction;
    if (running != null && tags.belongTogether(idTag, running.idTag)) {
      end(connector, Reason.Local, idTag);
    } else if (running != null || connector.isFree()) {
      tags.authorise(idTag, accepted -> decided(connector, running, idTag, accepted));
    }
  }

  private void decided(Connector connector, @Nullable Transaction running, String idTag, boolean accepted) {
    if (!accepted || connector.transaction != running) {
      return;
    }
    if (running == null) {
      present(connector, idTag, null);
    } else if (tags.belongTogether(idTag, running.idTag)) {
      end(connector, Reason.Local, idTag);
    }
  }

  /** The central system starts one: as if the tag had been held to the reader, and accepted unless it wants to be asked again. */
  void startedRemotely(Connector connector, String idTag, @Nullable ChargingProfile profile) {
    if (keys.authorizeRemoteTxRequests.isTrue()) {
      tags.authorise(idTag, accepted -> {
        if (accepted) {
          present(connector, idTag, profile);
        }
      });
    } else {
      present(connector, idTag, profile);
    }
  }

  /** An accepted tag begins at a plugged car, or waits for one as long as {@code ConnectionTimeOut} says. */
  private void present(Connector connector, String idTag, @Nullable ChargingProfile profile) {
    if (!connector.isFree()) {
      return;
    }
    if (connector.isPlugged()) {
      begin(connector, idTag, profile);
    } else {
      connector.waitingTag = idTag;
      connector.waitingProfile = profile;
      plugAwaited.get(connector.number - 1).after(keys.connectionTimeOut.number() * Micros.SECOND);
      listener.settle();
    }
  }

  /** A tag that waits may still begin when the connector is about to go out of service. */
  private static boolean mayBegin(Connector connector) {
    return connector.isFree() || (connector.waitingTag != null && connector.isOperative());
  }

  private void begin(Connector connector, String idTag, @Nullable ChargingProfile profile) {
    plugAwaited.get(connector.number - 1).never();
    quirks.beforeBegin(connector);
    Transaction transaction = new Transaction(connector.number, idTag, clock.instant(), connector.meterWh());
    connector.transaction = transaction;
    connector.waitingTag = null;
    connector.waitingProfile = null;
    stack.transactionStarted(connector.number, null, clock.now());
    if (profile != null) {
      stack.set(connector.number, profile, clock.now());
    }
    meters.transactionBegins(connector, transaction);
    if (quirks.tellsStart(transaction, central.isOnline())) {
      queue.start(transaction);
    }
    listener.began(connector);
    listener.settle();
  }

  /** Ends what runs on a connector; does nothing where nothing runs. */
  void end(Connector connector, Reason reason, @Nullable String byTag) {
    Transaction transaction = connector.transaction;
    if (transaction == null) {
      return;
    }
    connector.cut();
    meters.transactionEnds(connector, transaction);
    transaction.ended(reason, byTag, clock.instant(), connector.meterWh());
    connector.transactionEnded();
    stack.transactionEnded(connector.number, clock.now());
    queue.stop(transaction);
    listener.ended(connector, transaction);
    listener.settle();
  }

  void endAll(Reason reason) {
    for (Connector connector : connectors) {
      end(connector, reason, null);
    }
  }

  @Override
  public void started(Transaction transaction, StartTransaction.Conf conf) {
    Connector connector = connectors.get(transaction.connector - 1);
    tags.learn(transaction.idTag, conf.idTagInfo());
    if (connector.transaction != transaction) {
      return; // it has ended meanwhile
    }
    Integer id = transaction.id();
    if (id != null) {
      stack.transactionIdentified(connector.number, id);
    }
    if (conf.idTagInfo().status() != AuthorizationStatus.Accepted) {
      if (keys.stopTransactionOnInvalidId.isTrue()) {
        end(connector, Reason.DeAuthorized, null);
      } else {
        transaction.deauthorised = true;
        listener.settle();
      }
    }
  }
}
