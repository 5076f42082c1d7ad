package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import io.parkbench.protocol.ocpp.Heartbeat;
import io.parkbench.protocol.ocpp.OcppError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A station that sends rubbish gets the right CALLERROR, no answer, or a closed socket; nothing changes, and the others are
 * served as before (R-SEC-3).
 */
class FuzzTest {
  private static final int FRAMES = 12_000;
  private static final String START = "{\"connectorId\":1,\"idTag\":\"card\",\"meterStart\":0,\"timestamp\":\"2027-01-15T08:00:00Z\"}";

  /** A call that must be refused, and how. */
  private record Bad(OcppError error, String action, String payload) {}

  private static final List<Bad> CALLS = List.of(
      new Bad(OcppError.NotImplemented, "LaunchRocket", "{}"),
      new Bad(OcppError.NotSupported, "Reset", "{\"type\":\"Hard\"}"),
      new Bad(OcppError.ProtocolError, "StartTransaction", START.replace("\"meterStart\":0,", "")),
      new Bad(OcppError.TypeConstraintViolation, "StartTransaction", START.replace("\"card\"", "7")),
      new Bad(OcppError.TypeConstraintViolation, "StartTransaction", START.replace(":0", ":null")),
      new Bad(OcppError.PropertyConstraintViolation, "StartTransaction", START.replace("card", "x".repeat(21))),
      new Bad(OcppError.PropertyConstraintViolation, "StartTransaction", START.replace("2027-01", "2027-13")),
      new Bad(OcppError.FormationViolation, "StartTransaction", START.replace("{", "{\"colour\":\"red\",")),
      new Bad(OcppError.FormationViolation, "Heartbeat", "[]"),
      new Bad(OcppError.OccurenceConstraintViolation, "MeterValues", "{\"connectorId\":1,\"meterValue\":[]}"));

  @Test
  void rubbishIsRefusedAndTheOthersAreServed() {
    Yard yard = Yard.flat(2, 48);
    ScriptedStation good = yard.online("cp-1");
    ScriptedStation bad = yard.online("cp-2");
    good.start(1, "card");
    List<String> heard = new ArrayList<>();
    bad.heard = heard;
    Chance chance = new Seed(7).fork("fuzz");
    List<String> expected = new ArrayList<>();
    for (int n = 0; n < FRAMES; n++) {
      if (chance.happens(0.5)) {
        Bad call = CALLS.get((int) chance.between(0, CALLS.size() - 1));
        String id = "f" + n;
        bad.send("[2,\"" + id + "\",\"" + call.action() + "\"," + call.payload() + "]");
        expected.add("[4,\"" + id + "\",\"" + call.error() + "\"");
      } else {
        bad.send(garbage(chance));
      }
      if (n % 1_000 == 0) {
        yard.pass(Duration.ofMillis(50));
        assertTrue(good.ask(new Heartbeat.Req()).currentTime().getEpochSecond() > 0);
      }
    }
    yard.settle();
    List<String> errors = heard.stream().filter(f -> f.startsWith("[4,\"f")).toList();
    assertEquals(expected.size(), errors.size());
    for (int i = 0; i < errors.size(); i++) {
      assertTrue(errors.get(i).startsWith(expected.get(i)), errors.get(i) + " should begin " + expected.get(i));
    }
    assertEquals(1, yard.gateway.view().sessions().size(), "nothing has changed");
    assertEquals(32.0, good.limits.get(1));
    assertTrue(yard.noticed("cp-2", "no proper OCPP frame"));
  }

  @Test
  void anOversizedFrameClosesTheSocketAndTheStationMayComeBack() {
    Yard yard = Yard.flat(1, 48);
    ScriptedStation station = yard.online("cp-1");
    int transaction = station.start(1, "card");
    station.send("[2,\"1\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":\"" + "x".repeat(10_000_000) + "\"}]");
    yard.settle();
    assertEquals(List.of(1009), station.closeCodes);
    station.connect();
    assertEquals(transaction, yard.session("cp-1").transactionId());
    station.stop(transaction, 5);
    assertEquals(List.of(), yard.gateway.view().sessions());
  }

  /** What is no call at all: cut short, blown up, or random. */
  private static String garbage(Chance chance) {
    return switch ((int) chance.between(0, 7)) {
      case 0 -> "";
      case 1 -> "[2,\"a\",\"Heartbeat\",{}";
      case 2 -> "[9,\"a\",{}]";
      case 3 -> "[3,\"never-asked\",{}]";
      case 4 -> "{\"action\":\"Heartbeat\"}";
      case 5 -> "[".repeat((int) chance.between(1, 2_000));
      case 6 -> "[4,\"never-asked\",\"GenericError\",\"\",{}]";
      default -> {
        StringBuilder text = new StringBuilder();
        for (long left = chance.between(1, 200); left > 0; left--) {
          text.append((char) chance.between(32, 0x2ff));
        }
        yield text.toString();
      }
    };
  }
}
