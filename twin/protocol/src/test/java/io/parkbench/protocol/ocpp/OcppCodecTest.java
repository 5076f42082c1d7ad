package io.parkbench.protocol.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames by example: how they look, and what each kind of broken one is (R-OCPP-1, OCPP-J 1.6 section 4.2). */
class OcppCodecTest {
  private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");

  private final OcppCodec codec = new OcppCodec();

  @Test
  void aCallIsWrittenAsTheStandardShowsIt() {
    ChargingSchedule schedule = new ChargingSchedule(
        null,
        TEN,
        ChargingRateUnitType.A,
        List.of(new ChargingSchedulePeriod(0, 16, null), new ChargingSchedulePeriod(120, 6.5, 1)),
        null);
    ChargingProfile profile = new ChargingProfile(
        7,
        42,
        0,
        ChargingProfilePurposeType.TxProfile,
        ChargingProfileKindType.Absolute,
        null,
        null,
        null,
        schedule);
    Frame call = new Frame.Call("1", new SetChargingProfile.Req(1, profile));

    String text = "[2,\"1\",\"SetChargingProfile\",{\"connectorId\":1,\"csChargingProfiles\":{\"chargingProfileId\":7,"
        + "\"transactionId\":42,\"stackLevel\":0,\"chargingProfilePurpose\":\"TxProfile\","
        + "\"chargingProfileKind\":\"Absolute\",\"chargingSchedule\":{\"startSchedule\":\"2026-11-20T10:00:00.000Z\","
        + "\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":16.0},"
        + "{\"startPeriod\":120,\"limit\":6.5,\"numberPhases\":1}]}}}]";
    assertEquals(text, codec.encode(call));
    assertEquals(call, codec.decode(text, Role.CHARGE_POINT, id -> null));
  }

  @Test
  void anAnswerIsReadAsThatOfTheActionCalled() {
    Frame result = new Frame.CallResult("b", new Heartbeat.Conf(TEN));
    String text = "[3,\"b\",{\"currentTime\":\"2026-11-20T10:00:00.000Z\"}]";
    assertEquals(text, codec.encode(result));
    assertEquals(result, codec.decode(text, Role.CHARGE_POINT, id -> id.equals("b") ? Action.Heartbeat : null));
  }

  @Test
  void anErrorCarriesCodeAndDescription() {
    Frame error = new Frame.CallError("x", OcppError.OccurenceConstraintViolation, "two \"lines\"\n");
    String text = "[4,\"x\",\"OccurenceConstraintViolation\",\"two \\\"lines\\\"\\n\",{}]";
    assertEquals(text, codec.encode(error));
    assertEquals(error, codec.decode(text, Role.CHARGE_POINT, id -> Action.Reset));
  }

  @Test
  void nullStandsForAnEmptyPayload() {
    assertEquals(
        new Frame.Call("1", new Heartbeat.Req()),
        codec.decode("[2,\"1\",\"Heartbeat\",null]", Role.CENTRAL_SYSTEM, id -> null));
    refused("[2,\"1\",\"Authorize\",null]", Oddity.BadCall, OcppError.ProtocolError, "idTag: missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock = """
          ``                                        | NoFrame            | FormationViolation | not an array
          {                                         | NoFrame            | FormationViolation | not an array
          hello                                     | NoFrame            | FormationViolation | no JSON
          []                                        | NoFrame            | FormationViolation | no message type
          ["2","1","Heartbeat",{}]                  | NoFrame            | FormationViolation | no message type
          [2.0,"1","Heartbeat",{}]                  | NoFrame            | FormationViolation | no message type
          [2,1,"Heartbeat",{}]                      | NoFrame            | FormationViolation | no message id
          [2]                                       | NoFrame            | FormationViolation | no message id
          [2,"1                                     | NoFrame            | FormationViolation | no JSON
          [1,"1","Heartbeat",{}]                    | UnknownMessageType | FormationViolation | message type 1
          [5,"1"]                                   | UnknownMessageType | FormationViolation | message type 5
          [2,"1"]                                   | BadCall            | FormationViolation | no action
          [2,"1",7,{}]                              | BadCall            | FormationViolation | no action
          [2,"1","heartbeat",{}]                    | BadCall            | NotImplemented     | no action of OCPP 1.6: heartbeat
          [2,"1","Reset",{"type":"Hard"}]           | BadCall            | NotSupported       | Reset is not for a CHARGE_POINT
          [2,"1","Heartbeat"]                       | BadCall            | FormationViolation | the payload is no object
          [2,"1","Heartbeat",[]]                    | BadCall            | FormationViolation | the payload is no object
          [2,"1","Heartbeat",{}                     | BadCall            | FormationViolation | no JSON
          [2,"1","Heartbeat",{},{}]                 | BadCall            | FormationViolation | more elements
          [2,"1","Heartbeat",{}]]                   | BadCall            | FormationViolation | no JSON
          [2,"1","Heartbeat",{}] 1                  | BadCall            | FormationViolation | text after
          [2,"1234567890123456789012345678901234567","Heartbeat",{}] | BadCall | FormationViolation | message id longer
          [2,"1","Heartbeat",{"a":1}]               | BadCall            | FormationViolation | a: unknown property
          [2,"1","Authorize",{}]                    | BadCall            | ProtocolError      | idTag: missing
          [2,"1","Authorize",{"idTag":null}]        | BadCall            | TypeConstraintViolation | idTag: expected string, found null
          [2,"1","Authorize",{"idTag":1}]           | BadCall            | TypeConstraintViolation | idTag: expected string, found integer
          [2,"1","Authorize",{"idTag":{}}]          | BadCall            | TypeConstraintViolation | idTag: expected string, found object
          [2,"1","Authorize",{"idTag":"a","idTag":"a"}] | BadCall        | OccurenceConstraintViolation | idTag: given twice
          [2,"1","Authorize",{"idTag":"123456789012345678901"}] | BadCall | PropertyConstraintViolation | idTag: longer than 20
          [2,"1","MeterValues",{"connectorId":-1,"meterValue":[]}] | BadCall | PropertyConstraintViolation | connectorId: -1 is below 0
          [2,"1","MeterValues",{"connectorId":1,"meterValue":[]}] | BadCall | OccurenceConstraintViolation | meterValue: needs
          [2,"1","MeterValues",{"connectorId":1}]    | BadCall            | ProtocolError      | meterValue: missing
          [2,"1","MeterValues",{"connectorId":1.0}] | BadCall            | TypeConstraintViolation | connectorId: expected integer, found decimal
          [2,"1","MeterValues",{"connectorId":3000000000}] | BadCall     | PropertyConstraintViolation | connectorId: more than 32 bits
          [2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-11-20T10:00:00Z","sampledValue":[{"value":"1","unit":"wh"}]}]}] | BadCall | PropertyConstraintViolation | meterValue[0].sampledValue[0].unit: not a word
          [2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-11-20 10:00:00Z"}]}] | BadCall | PropertyConstraintViolation | meterValue[0].timestamp: no dateTime
          [2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-11-20T10:00:00Z"}]}] | BadCall | ProtocolError | meterValue[0].sampledValue: missing
          [3,"1",{}]                                | UnexpectedAnswer   | GenericError       | no call waits
          [4,"1","GenericError","",{}]              | UnexpectedAnswer   | GenericError       | no call waits
          [3,"r",{"status":"Maybe"}]                | BadAnswer          | PropertyConstraintViolation | status: not a word
          [3,"r"]                                   | BadAnswer          | FormationViolation | the payload is no object
          [4,"r","Sorry","",{}]                     | BadAnswer          | PropertyConstraintViolation | not an error code: Sorry
          [4,"r","GenericError",""]                 | BadAnswer          | FormationViolation | no error details
          """)
  void whatIsWrongIsTold(@Nullable String text, Oddity oddity, OcppError error, String description) {
    refused(text == null ? "" : text, oddity, error, description);
  }

  @Test
  void aLimitHasOneDecimal() {
    String profile = "[2,\"1\",\"SetChargingProfile\",{\"connectorId\":1,\"csChargingProfiles\":{\"chargingProfileId\":7,"
        + "\"stackLevel\":0,\"chargingProfilePurpose\":\"TxDefaultProfile\",\"chargingProfileKind\":\"Relative\","
        + "\"chargingSchedule\":{\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,"
        + "\"limit\":6.05}]}}}]";
    FrameException e = assertThrows(FrameException.class, () -> codec.decode(profile, Role.CHARGE_POINT, id -> null));
    assertEquals(OcppError.PropertyConstraintViolation, e.error());
    assertEquals(
        "csChargingProfiles.chargingSchedule.chargingSchedulePeriod[0].limit: 6.05 has more than one decimal",
        e.description());
    assertThrows(OcppException.class, () -> new ChargingSchedulePeriod(0, 6.05, null));
  }

  @Test
  void aFrameOverTheLimitIsNotRead() {
    String frame = "[2,\"1\",\"Heartbeat\",{}]";
    assertEquals(
        new Frame.Call("1", new Heartbeat.Req()),
        new OcppCodec(frame.length()).decode(frame, Role.CENTRAL_SYSTEM, id -> null));
    FrameException e = assertThrows(
        FrameException.class,
        () -> new OcppCodec(frame.length() - 1).decode(frame, Role.CENTRAL_SYSTEM, id -> null));
    assertEquals(Oddity.TooLong, e.oddity());
  }

  private void refused(String text, Oddity oddity, OcppError error, String description) {
    FrameException e = assertThrows(
        FrameException.class,
        () -> codec.decode(text, Role.CENTRAL_SYSTEM, id -> id.equals("r") ? Action.Reset : null));
    assertEquals(oddity + " " + error, e.oddity() + " " + e.error(), e.description());
    assertEquals(
        description, e.description().substring(0, Math.min(description.length(), e.description().length())));
  }
}
