package io.parkbench.plant.charger;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Recording;
import io.parkbench.plant.car.Car;
import io.parkbench.plant.pilot.PilotReading;
import io.parkbench.plant.quirk.Quirk;
import io.parkbench.plant.quirk.Quirks;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ChangeConfiguration.ConfigurationStatus;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointErrorCode;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import io.parkbench.protocol.ocpp.StopTransaction.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulated charging station: an OCPP 1.6J charge point with its connectors (R-CHG-1). It lives on one {@link Loop}, on whose
 * thread all methods must be called. Connectors are numbered from 1; an unknown number throws {@link IllegalArgumentException}.
 */
public final class ChargePoint {
  /** From a reset's answer to the restart: time for the last messages to get out. */
  private static final long HARD_RESET_DELAY = Micros.SECOND;

  private static final long SOFT_RESET_DELAY = 5 * Micros.SECOND;

  private final String identity;
  private final ChargePointModel model;
  private final SessionRecorder recorder;
  private final Recording recording;
  private final Quirks quirks = Quirks.ofCharger();
  private final StationLoop loop;
  private final WireQuirks wire;
  private final Agenda agenda;
  private final Agenda cars;
  private final StationClock clock;
  private final ConfigurationKeys keys;
  private final ProfileStack stack;
  private final Registration central;
  private final List<Connector> connectors = new ArrayList<>();
  private final Pilots pilots;
  private final Availability availability;
  private final StatusReports reports;
  private final Sessions sessions;
  private final CommandQuirks commands;
  private final Agenda.Entry reboots;
  private final Agenda.Entry comesUp;
  private boolean powered;

  /**
   * A station that is switched off until {@link #start}.
   *
   * @param identity its OCPP box identity
   * @param draws hears every change of what a connector draws
   * @param recording takes the {@code session} lines; frames are the net's to record
   * @param chance draws for this station alone
   */
  public ChargePoint(
      Loop loop,
      Net net,
      String identity,
      ChargePointModel model,
      DrawListener draws,
      Recording recording,
      Chance chance) {
    this(loop, net, Handshake.ocpp16(identity), model, draws, recording, chance);
  }

  /** The same with a handshake of its own: other subprotocols, or a password. */
  public ChargePoint(
      Loop mains,
      Net net,
      Handshake handshake,
      ChargePointModel model,
      DrawListener draws,
      Recording recording,
      Chance chance) {
    this.identity = handshake.identity();
    this.model = model;
    this.recording = recording;
    loop = new StationLoop(mains);
    wire = new WireQuirks(loop, net, quirks);
    agenda = new Agenda(loop);
    cars = new Agenda(mains);
    clock = new StationClock(mains, quirks);
    keys = new ConfigurationKeys(model);
    double[] ratings = model.connectors().stream().mapToDouble(ChargePointModel.Socket::amps).toArray();
    stack = new ProfileStack(model.profileRules(), new ProfileQuirks(quirks), model.volts(), ratings);
    recorder = new SessionRecorder(mains, recording, identity, ratings.length);
    for (int i = 0; i < ratings.length; i++) {
      int number = i + 1;
      connectors.add(
          new Connector(
              number, model.connectors().get(i), model.volts(), mains, cars, draws,
              () -> loop.whenAwake(() -> carChanged(number))));
    }
    central = new Registration(loop, wire, handshake, agenda, keys, clock, quirks, chance, new CentralOwner());
    reports = new StatusReports(agenda, central, keys, clock, connectors);
    availability = new Availability(connectors, reports);
    sessions = new Sessions(agenda, keys, clock, central, stack, connectors, quirks, new SessionListener());
    PilotQuirks oddPilots = new PilotQuirks(quirks, ratings.length, this::endsSoon);
    Commands sound = new Commands(
        keys, clock, central, stack, model.profileRules(), connectors, availability, reports, sessions, new Hands());
    commands = new CommandQuirks(quirks, sound, loop, central, stack, clock, oddPilots, new Hands());
    pilots = new Pilots(model, agenda, clock, stack, connectors, oddPilots, this::settle);
    reboots = agenda.entry(() -> reboot(true));
    comesUp = agenda.entry(this::comeUp);
  }

  /** Switches the station on: it boots, dials, and registers. Does nothing when it is on. */
  public void start() {
    if (!powered) {
      comesUp.never();
      comeUp();
    }
  }

  /** Says goodbye to the central system and switches off; a running transaction ends with {@code PowerLoss}. */
  public void stop() {
    goDown(Reason.PowerLoss, true);
  }

  /** The mains fail: nobody is told anything. What ran is reported after the next {@link #start}. */
  public void losePower() {
    goDown(Reason.PowerLoss, false);
    connectors.forEach(Connector::loseMains);
  }

  /** The electronics restart without a word. What ran has ended, and is reported when they are up again. */
  public void reboot() {
    reboot(false);
  }

  /** As {@link #plug(int, Car, String, String)}, for a car that came by no plan. */
  public void plug(int connector, Car car, @Nullable String idTag) {
    plug(connector, car, idTag, null);
  }

  /**
   * A driver plugs in and, with a tag, holds it to the reader.
   *
   * @param idTag null: no card is shown; a station in free-vend mode needs none
   * @param arrival id of the arrival, for the recording
   * @throws IllegalStateException if there is a car already
   */
  public void plug(int connector, Car car, @Nullable String idTag, @Nullable String arrival) {
    Connector at = connector(connector);
    if (at.isPlugged()) {
      throw new IllegalStateException("there is a car at " + identity + "/" + connector + " already");
    }
    at.plug(car);
    recorder.plugged(at, arrival);
    loop.whenAwake(() -> {
      if (powered && at.isPlugged()) {
        sessions.plugged(at, idTag);
        settle();
      }
    });
  }

  /** A card is held to the reader: starts here, or stops what it belongs to. Nothing happens on a station without power. */
  public void swipe(int connector, String idTag) {
    Connector at = connector(connector);
    loop.whenAwake(() -> {
      if (powered) {
        sessions.swiped(at, idTag);
        settle();
      }
    });
  }

  /** The plug is pulled. Does nothing where there is none. */
  public void unplug(int connector) {
    Connector at = connector(connector);
    if (!at.isPlugged()) {
      return;
    }
    at.unplug();
    loop.whenAwake(() -> sessions.unplugged(at));
    recorder.unplugged(at);
    loop.whenAwake(this::settle);
  }

  /** The supply's voltage is another from now on, V above 0 phase to neutral: DC takes more current of less; AC goes on as it was. */
  public void supplyVolts(double volts) {
    connectors.forEach(connector -> connector.supplyVolts(volts));
  }

  /** A connector fails, or with {@code NoError} is repaired: while it is faulty its contactor is open. */
  public void fault(int connector, ChargePointErrorCode error) {
    connector(connector).error = error;
    loop.whenAwake(this::settle);
  }

  /** A connector's contactor sticks until its plug is pulled: what flows, flows on. */
  public void weld(int connector) {
    connector(connector).weld();
  }

  /** Puts the station's clock wrong by so many microseconds, until the central system's time reaches it. */
  public void setClockOffset(long micros) {
    clock.offset(micros);
    loop.whenAwake(this::clockStepped);
  }

  /**
   * Puts the station's clock forward, or with a negative number back, from what it shows now.
   *
   * @return puts it back again, unless it has been set or put elsewhere since
   */
  public Runnable jumpClock(long micros) {
    clock.jump(micros);
    loop.whenAwake(this::clockStepped);
    long steps = clock.steps();
    return () -> {
      if (clock.steps() == steps) {
        clock.jump(-micros);
        loop.whenAwake(this::clockStepped);
      }
    };
  }

  /**
   * The electronics hang: nothing is heard, sent or switched, while cars go on as they were. What was missed is done by
   * {@link #thaw}; losing power, too, ends it.
   */
  public void freeze() {
    loop.freeze();
  }

  /** Ends a {@link #freeze}; does nothing on a station that runs. */
  public void thaw() {
    loop.thaw();
  }

  /**
   * Switches a quirk on or off, at once and until it is switched back (R-CHG-2); recorded where that changes anything.
   *
   * @throws IllegalArgumentException for a quirk of cars
   */
  public void quirk(Quirk quirk, boolean on) {
    if (quirks.has(quirk) == on) {
      return;
    }
    clock.quirkChanges(quirk, on);
    quirks.set(quirk, on);
    recording.line(loop.now(), "fault", json -> {
      json.writeStringField("e", on ? "on" : "off");
      json.writeStringField("what", quirk.word());
      json.writeStringField("on", identity);
    });
    loop.whenAwake(() -> {
      wire.quirkChanged();
      settle();
    });
  }

  /** The same for the car at a connector, which takes it along when it goes; nothing happens where there is none. */
  public void carQuirk(int connector, Quirk quirk, boolean on) {
    connector(connector).carQuirk(quirk, on);
    loop.whenAwake(() -> carChanged(connector));
  }

  /** The driver of the car at a connector sets the most it shall draw, A per conductor, 0 or more; nothing happens where there is none. */
  public void dial(int connector, double amps) {
    connector(connector).dial(amps);
    loop.whenAwake(() -> carChanged(connector));
  }

  /**
   * From now on it cuts off cars that draw more than their pilot says for 6 s (R-PLANT-7): the connector is faulted with
   * {@code OverCurrentFailure} until the car leaves. Without it, it lets them.
   */
  public void supervisePilots() {
    connectors.forEach(connector -> connector.demandObedience(() -> loop.whenAwake(this::settle)));
  }

  /** What a connector's pilot shows (R-PLANT-7). */
  public PilotReading pilot(int connector) {
    return connector(connector).pilot();
  }

  /** The quirks it has now. */
  public List<Quirk> quirks() {
    return quirks.all();
  }

  /** Sets a configuration key as the central system would. */
  public ConfigurationStatus configure(String key, String value) {
    return keys.change(new ChangeConfiguration.Req(key, value));
  }

  /**
   * Puts a charging profile in as a central system would, and one that came before this one may have.
   *
   * @param connector 0 for the whole station
   */
  public ChargingProfileStatus install(int connector, ChargingProfile profile) {
    ChargingProfileStatus status = stack.set(connector, profile, clock.now());
    loop.whenAwake(this::settle);
    return status;
  }

  public String identity() {
    return identity;
  }

  public ChargePointModel model() {
    return model;
  }

  public boolean isPowered() {
    return powered;
  }

  /** Connected and registered. */
  public boolean isOnline() {
    return central.isOnline();
  }

  /** The status of a connector, or of the station for 0, whether or not the central system has heard of it. */
  public ChargePointStatus status(int connector) {
    return connector == 0 ? reports.status(0) : connector(connector).status();
  }

  /** What is offered, A per phase; 0 while nothing may be drawn. Of DC its power as if it were given on three phases. */
  public double offeredAmps(int connector) {
    return connector(connector).offered();
  }

  /** What charging takes from the supply per conductor in use, A. */
  public double amps(int connector) {
    return connector(connector).supplyAmps();
  }

  /** The composite limit of the profiles in force, at most the rating, A per phase. */
  public double limitAmps(int connector) {
    connector(connector);
    return stack.limit(connector, clock.now(), clock.now()).amps();
  }

  /** The charging profiles that lie in the station for a connector, those for the whole station included, as it keeps them. */
  public List<ChargingProfile> profiles(int connector) {
    connector(connector);
    return stack.installed(connector);
  }

  /** The energy register, Wh. */
  public double energyWh(int connector) {
    return connector(connector).energyWh();
  }

  /** Whether a transaction runs, known to the central system or not. */
  public boolean isCharging(int connector) {
    return connector(connector).transaction != null;
  }

  /** The central system's id of the running transaction, or null where none runs or none has been given. */
  public @Nullable Integer transactionId(int connector) {
    Transaction transaction = connector(connector).transaction;
    return transaction == null ? null : transaction.id();
  }

  /** Messages about transactions that the central system has not confirmed. */
  public int queued() {
    return sessions.queue().size();
  }

  private Connector connector(int number) {
    if (number < 1 || number > connectors.size()) {
      throw new IllegalArgumentException(identity + " has no connector " + number);
    }
    return connectors.get(number - 1);
  }

  private void comeUp() {
    powered = true;
    keys.reboot();
    clock.powerUp();
    wire.powerUp();
    central.start();
    sessions.meters().scheduleAligned();
    for (Connector connector : connectors) {
      connector.power(true);
      if (connector.isPlugged()) {
        sessions.plugged(connector, null);
      }
    }
    settle();
  }

  private void reboot(boolean goodbye) {
    if (powered) {
      goDown(Reason.Reboot, goodbye);
      comesUp.after(model.rebootMicros());
    }
  }

  private void goDown(Reason reason, boolean goodbye) {
    if (!powered) {
      comesUp.never();
      return;
    }
    powered = false;
    loop.reset();
    commands.powerDown();
    central.stop(goodbye); // before the transactions end: nobody hears of that until the station is back
    sessions.endAll(reason);
    agenda.clear();
    cars.clear();
    for (Connector connector : connectors) {
      connector.reboot();
      connector.power(false);
    }
  }

  /** Looks at everything that follows from profiles, transactions and plugs: the offers, when they change, the statuses. */
  private void settle() {
    if (!powered) {
      return;
    }
    pilots.settle();
    availability.settle();
    for (Connector connector : connectors) {
      reports.changed(connector.number);
    }
  }

  private void endsSoon(Connector connector) {
    Transaction running = connector.transaction;
    loop.execute(() -> {
      if (running != null && connector.transaction == running) {
        sessions.end(connector, Reason.Other, null);
      }
    });
  }

  private void carChanged(int connector) {
    reports.changed(connector);
  }

  private void clockStepped() {
    sessions.meters().scheduleAligned();
    settle();
  }

  /** What the central system tells the station. */
  private final class CentralOwner implements Registration.Owner {
    @Override
    public void online() {
      reports.tellAll();
      sessions.queue().online();
    }

    @Override
    public void offline() {
      stack.linkLost();
      settle();
    }

    @Override
    public void tellStatuses() {
      reports.tellAll();
    }

    @Override
    public void clockStepped() {
      ChargePoint.this.clockStepped();
    }

    @Override
    public BootNotification.Req boot() {
      return new BootNotification.Req(
          atMost(20, model.vendor()), atMost(20, model.model()), atMost(25, identity), null, atMost(50, model.firmware()), null,
          null, null, null);
    }

    /** The standard allows only so many characters. */
    private static String atMost(int length, String text) {
      return text.length() <= length ? text : text.substring(0, length);
    }

    @Override
    public void handle(Request<?> request, Responder responder) {
      commands.handle(request, responder);
    }
  }

  private final class SessionListener implements Sessions.Listener {
    @Override
    public void began(Connector connector) {
      recorder.started(connector);
    }

    @Override
    public void ended(Connector connector, Transaction transaction) {
      recorder.stopped(connector, transaction);
    }

    @Override
    public void settle() {
      ChargePoint.this.settle();
    }
  }

  private final class Hands implements Commands.Hands {
    @Override
    public void settle() {
      ChargePoint.this.settle();
    }

    @Override
    public void rebootSoon(boolean hard) {
      sessions.endAll(hard ? Reason.HardReset : Reason.SoftReset);
      reboots.after(hard ? HARD_RESET_DELAY : SOFT_RESET_DELAY);
    }

    @Override
    public void crash() {
      reboot(false);
    }
  }
}
