package io.parkbench.gateway;

import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import io.parkbench.kernel.LinkListener;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.protocol.ocpp.AuthorizationStatus;
import io.parkbench.protocol.ocpp.Authorize;
import io.parkbench.protocol.ocpp.BootNotification;
import io.parkbench.protocol.ocpp.Callback;
import io.parkbench.protocol.ocpp.ChangeConfiguration;
import io.parkbench.protocol.ocpp.ChangeConfiguration.ConfigurationStatus;
import io.parkbench.protocol.ocpp.ChargingProfile;
import io.parkbench.protocol.ocpp.ChargingProfileKindType;
import io.parkbench.protocol.ocpp.ChargingProfilePurposeType;
import io.parkbench.protocol.ocpp.ChargingSchedule;
import io.parkbench.protocol.ocpp.ChargingSchedulePeriod;
import io.parkbench.protocol.ocpp.Failure;
import io.parkbench.protocol.ocpp.GetCompositeSchedule;
import io.parkbench.protocol.ocpp.GetCompositeSchedule.GetCompositeScheduleStatus;
import io.parkbench.protocol.ocpp.GetConfiguration;
import io.parkbench.protocol.ocpp.KeyValue;
import io.parkbench.protocol.ocpp.Measurand;
import io.parkbench.protocol.ocpp.MeterValue;
import io.parkbench.protocol.ocpp.MeterValues;
import io.parkbench.protocol.ocpp.OcppError;
import io.parkbench.protocol.ocpp.OcppException;
import io.parkbench.protocol.ocpp.Phase;
import io.parkbench.protocol.ocpp.ReadingContext;
import io.parkbench.protocol.ocpp.Request;
import io.parkbench.protocol.ocpp.RequestHandler;
import io.parkbench.protocol.ocpp.Responder;
import io.parkbench.protocol.ocpp.Response;
import io.parkbench.protocol.ocpp.Role;
import io.parkbench.protocol.ocpp.Rpc;
import io.parkbench.protocol.ocpp.SampledValue;
import io.parkbench.protocol.ocpp.SetChargingProfile;
import io.parkbench.protocol.ocpp.SetChargingProfile.ChargingProfileStatus;
import io.parkbench.protocol.ocpp.StartTransaction;
import io.parkbench.protocol.ocpp.StatusNotification;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointErrorCode;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointStatus;
import io.parkbench.protocol.ocpp.StopTransaction;
import io.parkbench.protocol.ocpp.TriggerMessage;
import io.parkbench.protocol.ocpp.TriggerMessage.MessageTrigger;
import io.parkbench.protocol.ocpp.TriggerMessage.TriggerMessageStatus;
import io.parkbench.protocol.ocpp.UnitOfMeasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A station that does what a test tells it and remembers what it was told. */
final class ScriptedStation implements LinkListener, RequestHandler {
  /** What it does with a session's profile. */
  enum Manner {
    OBEY,
    REJECT,
    NOT_SUPPORTED,
    SILENT
  }

  final String id;
  /** What has been told it last: connector 0 the base, else the connector's setpoint, in A. */
  final Map<Integer, Double> limits = new TreeMap<>();
  /** Everything it was told of setpoints, in order: {@code connector=amps}. */
  final List<String> told = new ArrayList<>();
  final List<ChargingProfile> profiles = new ArrayList<>();
  final Map<String, String> configured = new TreeMap<>();
  final Map<String, String> configuration = new TreeMap<>();
  final List<Integer> closeCodes = new ArrayList<>();
  final List<Failure> failures = new ArrayList<>();
  /** What it was called and knows nothing of. */
  final List<Request<?>> calls = new ArrayList<>();
  /** What a car draws that does not follow its limit, A by connector. */
  final Map<Integer, Double> draws = new TreeMap<>();
  /** Whether it tells what its profiles add up to. */
  boolean composite = true;
  /** Whether it keeps that to itself until {@link #tellComposite}. */
  boolean holdsComposite;
  /** What it says above what it was told, A. */
  double compositeAdds;
  /** Whether it takes schedules in absolute time. */
  boolean takesAbsolute = true;
  /** Whether it sends a sample when it is asked for one. */
  boolean triggers = true;
  /** How many periods of a schedule it takes, whatever it says. */
  int takesPeriods = 24;
  /** Whether it takes limits with a decimal. */
  boolean takesDecimals = true;
  /** How far its clock is ahead, µs. */
  long clockAhead;
  /** Every frame heard, where a test wants them. */
  @Nullable List<String> heard;
  @Nullable Integer refusedWith;
  Manner manner = Manner.OBEY;
  Manner baseManner = Manner.OBEY;
  @Nullable Link link;

  private final Map<Integer, ChargingSchedule> agreed = new TreeMap<>();
  private final List<Runnable> heldComposites = new ArrayList<>();

  /** Its open transactions and their connectors. */
  final Map<Integer, Integer> transactions = new TreeMap<>();

  private final VirtualTime time;
  private final Net net;
  private @Nullable Rpc rpc;
  private @Nullable Response last;

  ScriptedStation(VirtualTime time, Net net, String id) {
    this.time = time;
    this.net = net;
    this.id = id;
  }

  void connect() {
    connect(Handshake.ocpp16(id));
  }

  void connect(Handshake handshake) {
    net.dial(handshake, this);
    settle();
  }

  BootNotification.Conf boot() {
    return ask(new BootNotification.Req("Maker", "Model", "SN-1", null, "1.0", null, null, null, null));
  }

  ScriptedStation online() {
    connect();
    boot();
    settle();
    return this;
  }

  /** Starts a session with the card {@code tag}; the transaction id. */
  int start(int connector, String tag) {
    return begin(connector, tag).transactionId();
  }

  StartTransaction.Conf begin(int connector, String tag) {
    return begin(connector, tag, Micros.toInstant(clock()));
  }

  /** Hands a session in that began at {@code instant}. */
  StartTransaction.Conf begin(int connector, String tag, Instant instant) {
    StartTransaction.Conf conf = ask(new StartTransaction.Req(connector, tag, 0, null, instant));
    transactions.put(conf.transactionId(), connector);
    return conf;
  }

  void stop(int transaction, int meterWh) {
    Integer connector = transactions.remove(transaction);
    if (connector != null) {
      limits.remove(connector);
    }
    ask(new StopTransaction.Req(null, meterWh, Micros.toInstant(clock()), transaction, null, List.of()));
    settle();
  }

  /** Somebody swipes a card: the answers, as they come. */
  List<AuthorizationStatus> swipe(String tag) {
    List<AuthorizationStatus> answers = new ArrayList<>();
    line().call(new Authorize.Req(tag), new Callback<>() {
      @Override
      public void answered(Authorize.Conf conf) {
        answers.add(conf.idTagInfo().status());
      }

      @Override
      public void failed(Failure failure) {
        failures.add(failure);
      }
    });
    return answers;
  }

  /** Tells what its profiles add up to, to all who have asked. */
  void tellComposite() {
    holdsComposite = false;
    heldComposites.forEach(Runnable::run);
    heldComposites.clear();
  }

  void status(int connector, ChargePointStatus status) {
    ask(new StatusNotification.Req(connector, ChargePointErrorCode.NoError, null, status, null, null, null));
  }

  /** Sends a sample: the register in Wh and the currents it reports for L1, L2, L3 in A. */
  void meter(int connector, int transaction, double wh, double... amps) {
    List<SampledValue> values = new ArrayList<>();
    values.add(new SampledValue(
        Double.toString(wh), null, null, Measurand.Energy_Active_Import_Register, null, null, UnitOfMeasure.Wh));
    Phase[] phases = {Phase.L1, Phase.L2, Phase.L3};
    for (int i = 0; i < amps.length; i++) {
      values.add(new SampledValue(
          Double.toString(amps[i]), null, null, Measurand.Current_Import, phases[i], null, UnitOfMeasure.A));
    }
    MeterValue value = new MeterValue(Micros.toInstant(clock()), values);
    ask(new MeterValues.Req(connector, transaction, List.of(value)));
  }

  /** Calls the gateway and lets time pass until it has answered. */
  @SuppressWarnings("unchecked") // the answer is that of the request's action
  <C extends Response> C ask(Request<C> request) {
    last = null;
    int before = failures.size();
    line().call(request, new Callback<C>() {
      @Override
      public void answered(C conf) {
        last = conf;
      }

      @Override
      public void failed(Failure failure) {
        failures.add(failure);
      }
    });
    time.runUntil(() -> last != null || failures.size() > before, time.now() + Micros.MINUTE);
    if (last == null) {
      throw new AssertionError(id + ": no answer to " + request + " " + failures);
    }
    return (C) last;
  }

  void send(String text) {
    Link open = link;
    if (open != null) {
      open.sendRaw(text);
    }
  }

  void disconnect() {
    Link open = link;
    link = null;
    rpc = null;
    if (open != null) {
      open.close(1000, "bye");
    }
    settle();
  }

  /** What its clock shows. */
  private long clock() {
    return time.now() + clockAhead;
  }

  private void settle() {
    time.runUntil(time.now() + Micros.SECOND);
  }

  private Rpc line() {
    Rpc open = rpc;
    if (open == null) {
      throw new AssertionError(id + " is not connected");
    }
    return open;
  }

  @Override
  public void opened(Link opened) {
    link = opened;
    rpc = new Rpc(time, opened, Role.CHARGE_POINT, 20 * Micros.SECOND, this);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a link is this very connection
  public void text(Link from, String text) {
    if (from == link) {
      if (heard != null) {
        heard.add(text);
      }
      line().text(text);
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a link is this very connection
  public void closed(Link from, int code, String reason) {
    closeCodes.add(code);
    if (from == link) {
      line().closed();
      link = null;
      rpc = null;
    }
  }

  @Override
  public void refused(Handshake handshake, int status) {
    refusedWith = status;
  }

  @Override
  public void handle(Request<?> request, Responder responder) {
    switch (request) {
      case SetChargingProfile.Req set -> profile(set, responder);
      case ChangeConfiguration.Req change -> {
        configured.put(change.key(), change.value());
        responder.answer(new ChangeConfiguration.Conf(ConfigurationStatus.Accepted));
      }
      case GetConfiguration.Req get -> {
        List<KeyValue> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String key : get.key()) {
          if (configuration.containsKey(key)) {
            known.add(new KeyValue(key, true, configuration.get(key)));
          } else {
            unknown.add(key);
          }
        }
        responder.answer(new GetConfiguration.Conf(known, unknown));
      }
      case GetCompositeSchedule.Req get when holdsComposite -> heldComposites.add(() -> composite(get, responder));
      case GetCompositeSchedule.Req get -> composite(get, responder);
      case TriggerMessage.Req trigger when triggers && trigger.requestedMessage() == MessageTrigger.MeterValues -> {
        responder.answer(new TriggerMessage.Conf(TriggerMessageStatus.Accepted));
        sampleNow(Objects.requireNonNull(trigger.connectorId()));
      }
      default -> {
        calls.add(request);
        throw new OcppException(OcppError.NotImplemented, "not in this script");
      }
    }
  }

  /** What the profile agreed to last allows now: its second period once its lease has run out. */
  double limitNow(int connector) {
    ChargingSchedule schedule = agreed.get(connector);
    if (schedule == null || !limits.containsKey(connector)) {
      return 0;
    }
    Instant start = schedule.startSchedule();
    List<ChargingSchedulePeriod> periods = schedule.chargingSchedulePeriod();
    boolean over = start != null
        && periods.size() > 1
        && clock() >= Micros.of(start) + periods.get(1).startPeriod() * Micros.SECOND;
    return periods.get(over ? 1 : 0).limit();
  }

  /** What its cars draw: as much as they may, unless a test says otherwise. */
  private double draws(int connector) {
    return draws.getOrDefault(connector, limitNow(connector));
  }

  private void sampleNow(int connector) {
    Integer transaction = transactions.entrySet().stream()
        .filter(entry -> entry.getValue() == connector)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
    String amps = Double.toString(draws(connector));
    List<SampledValue> values = new ArrayList<>();
    for (Phase phase : List.of(Phase.L1, Phase.L2, Phase.L3)) {
      values.add(
          new SampledValue(amps, ReadingContext.Trigger, null, Measurand.Current_Import, phase, null, UnitOfMeasure.A));
    }
    MeterValue value = new MeterValue(Micros.toInstant(clock()), values);
    line().call(new MeterValues.Req(connector, transaction, List.of(value)), new Callback<>() {
      @Override
      public void answered(MeterValues.Conf conf) {}

      @Override
      public void failed(Failure failure) {}
    });
  }

  private void composite(GetCompositeSchedule.Req get, Responder responder) {
    if (!composite) {
      throw new OcppException(OcppError.NotImplemented, "not in this script");
    }
    Instant now = Micros.toInstant(clock() - Math.floorMod(clock(), Micros.SECOND));
    boolean leased = limits.containsKey(get.connectorId());
    double limit = leased ? limitNow(get.connectorId()) + compositeAdds : limits.getOrDefault(0, 1e6);
    List<ChargingSchedulePeriod> periods = new ArrayList<>(List.of(new ChargingSchedulePeriod(0, limit, null)));
    ChargingSchedule told = agreed.get(get.connectorId());
    if (leased && told != null && told.startSchedule() != null && told.chargingSchedulePeriod().size() > 1) {
      ChargingSchedulePeriod second = told.chargingSchedulePeriod().get(1);
      long in = (Micros.of(told.startSchedule()) - Micros.of(now)) / Micros.SECOND + second.startPeriod();
      if (in > 0) {
        periods.add(new ChargingSchedulePeriod((int) in, second.limit(), null));
      }
    }
    ChargingSchedule schedule = new ChargingSchedule(get.duration(), now, Objects.requireNonNull(get.chargingRateUnit()), periods,
        null);
    responder.answer(
        new GetCompositeSchedule.Conf(GetCompositeScheduleStatus.Accepted, get.connectorId(), now, schedule));
  }

  private void profile(SetChargingProfile.Req set, Responder responder) {
    boolean base = set.csChargingProfiles().chargingProfilePurpose() == ChargingProfilePurposeType.TxDefaultProfile;
    double limit = set.csChargingProfiles().chargingSchedule().chargingSchedulePeriod().getFirst().limit();
    profiles.add(set.csChargingProfiles());
    told.add(set.connectorId() + "=" + limit);
    Integer transaction = set.csChargingProfiles().transactionId();
    boolean over = transaction != null && !transactions.containsKey(transaction);
    boolean unwanted = !takesAbsolute && set.csChargingProfiles().chargingProfileKind() == ChargingProfileKindType.Absolute
        || !takesDecimals && limit != Math.rint(limit)
        || set.csChargingProfiles().chargingSchedule().chargingSchedulePeriod().size() > takesPeriods;
    switch (over || unwanted ? Manner.REJECT : base ? baseManner : manner) {
      case OBEY -> {
        limits.put(set.connectorId(), limit);
        agreed.put(set.connectorId(), set.csChargingProfiles().chargingSchedule());
        responder.answer(new SetChargingProfile.Conf(ChargingProfileStatus.Accepted));
      }
      case REJECT -> responder.answer(new SetChargingProfile.Conf(ChargingProfileStatus.Rejected));
      case NOT_SUPPORTED -> responder.answer(new SetChargingProfile.Conf(ChargingProfileStatus.NotSupported));
      case SILENT -> {}
    }
  }
}
