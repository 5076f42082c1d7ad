package io.parkbench.protocol.ocpp;

import static io.parkbench.protocol.ocpp.Role.CENTRAL_SYSTEM;
import static io.parkbench.protocol.ocpp.Role.CHARGE_POINT;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The 28 actions of OCPP 1.6, each with its two payloads and with who may call it. */
public enum Action {
  Authorize(CHARGE_POINT, Authorize.Req.class, Authorize.Conf.class),
  BootNotification(CHARGE_POINT, BootNotification.Req.class, BootNotification.Conf.class),
  CancelReservation(CENTRAL_SYSTEM, CancelReservation.Req.class, CancelReservation.Conf.class),
  ChangeAvailability(CENTRAL_SYSTEM, ChangeAvailability.Req.class, ChangeAvailability.Conf.class),
  ChangeConfiguration(CENTRAL_SYSTEM, ChangeConfiguration.Req.class, ChangeConfiguration.Conf.class),
  ClearCache(CENTRAL_SYSTEM, ClearCache.Req.class, ClearCache.Conf.class),
  ClearChargingProfile(CENTRAL_SYSTEM, ClearChargingProfile.Req.class, ClearChargingProfile.Conf.class),
  /** The only one that both ends may call. */
  DataTransfer(null, DataTransfer.Req.class, DataTransfer.Conf.class),
  DiagnosticsStatusNotification(
      CHARGE_POINT, DiagnosticsStatusNotification.Req.class, DiagnosticsStatusNotification.Conf.class),
  FirmwareStatusNotification(
      CHARGE_POINT, FirmwareStatusNotification.Req.class, FirmwareStatusNotification.Conf.class),
  GetCompositeSchedule(CENTRAL_SYSTEM, GetCompositeSchedule.Req.class, GetCompositeSchedule.Conf.class),
  GetConfiguration(CENTRAL_SYSTEM, GetConfiguration.Req.class, GetConfiguration.Conf.class),
  GetDiagnostics(CENTRAL_SYSTEM, GetDiagnostics.Req.class, GetDiagnostics.Conf.class),
  GetLocalListVersion(CENTRAL_SYSTEM, GetLocalListVersion.Req.class, GetLocalListVersion.Conf.class),
  Heartbeat(CHARGE_POINT, Heartbeat.Req.class, Heartbeat.Conf.class),
  MeterValues(CHARGE_POINT, MeterValues.Req.class, MeterValues.Conf.class),
  RemoteStartTransaction(
      CENTRAL_SYSTEM, RemoteStartTransaction.Req.class, RemoteStartTransaction.Conf.class),
  RemoteStopTransaction(
      CENTRAL_SYSTEM, RemoteStopTransaction.Req.class, RemoteStopTransaction.Conf.class),
  ReserveNow(CENTRAL_SYSTEM, ReserveNow.Req.class, ReserveNow.Conf.class),
  Reset(CENTRAL_SYSTEM, Reset.Req.class, Reset.Conf.class),
  SendLocalList(CENTRAL_SYSTEM, SendLocalList.Req.class, SendLocalList.Conf.class),
  SetChargingProfile(CENTRAL_SYSTEM, SetChargingProfile.Req.class, SetChargingProfile.Conf.class),
  StartTransaction(CHARGE_POINT, StartTransaction.Req.class, StartTransaction.Conf.class),
  StatusNotification(CHARGE_POINT, StatusNotification.Req.class, StatusNotification.Conf.class),
  StopTransaction(CHARGE_POINT, StopTransaction.Req.class, StopTransaction.Conf.class),
  TriggerMessage(CENTRAL_SYSTEM, TriggerMessage.Req.class, TriggerMessage.Conf.class),
  UnlockConnector(CENTRAL_SYSTEM, UnlockConnector.Req.class, UnlockConnector.Conf.class),
  UpdateFirmware(CENTRAL_SYSTEM, UpdateFirmware.Req.class, UpdateFirmware.Conf.class);

  private static final Map<String, Action> BY_NAME = new HashMap<>();
  private static final Map<Class<?>, Action> BY_REQUEST = new HashMap<>();

  static {
    for (Action action : values()) {
      BY_NAME.put(action.name(), action);
      BY_REQUEST.put(action.request, action);
    }
  }

  private final @Nullable Role caller;
  private final Class<? extends Request<?>> request;
  private final Class<? extends Response> response;

  <C extends Response> Action(@Nullable Role caller, Class<? extends Request<C>> request, Class<C> response) {
    this.caller = caller;
    this.request = request;
    this.response = response;
  }

  /** The action of that name, in the exact spelling of the standard, or null. */
  public static @Nullable Action named(String name) {
    return BY_NAME.get(name);
  }

  /** The action that {@code request} calls. */
  public static Action of(Request<?> request) {
    Action action = BY_REQUEST.get(request.getClass());
    if (action == null) {
      throw new AssertionError("no action for " + request.getClass());
    }
    return action;
  }

  /** Whether the standard lets {@code role} call this. */
  public boolean mayBeCalledBy(Role role) {
    return caller == null || caller == role;
  }

  public Class<? extends Request<?>> request() {
    return request;
  }

  public Class<? extends Response> response() {
    return response;
  }
}
