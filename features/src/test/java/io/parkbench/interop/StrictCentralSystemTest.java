package io.parkbench.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code parkbench charger} obeys a strict OCPP 1.6J central system that somebody else wrote, and gives it no cause to complain. */
class StrictCentralSystemTest {
  private static final int TX_PROFILE_SECONDS = 6;
  private static final Pattern PORT = Pattern.compile("\"port\":(\\d+)");
  private static final Pattern DRAWS = Pattern.compile("draws ([\\d.]+) A");

  @Test
  void aChargerFollowsATxProfileAndThenTheDefaultBelowIt() throws Exception {
    StrictPeers peers = StrictPeers.orSkip();
    try (Program server = peers.start("strict-server", Integer.toString(TX_PROFILE_SECONDS))) {
      String url = "ws://127.0.0.1:" + server.await(PORT);
      try (Program charger = Program.parkbench("charger", "--url", url, "--id", "CP-1", "--plug-in", "compact-11kw")) {
        server.await("that it is done", line -> line.contains("\"done\"") || line.contains("\"failed\""));
        charger.interrupt();
        Told told = new Told(server);
        assertEquals(List.of(), told.complaints());
        assertEquals("ocpp1.6", told.the("connected").path("connected").asText());
        assertEquals(List.of("Accepted", "Accepted"), statuses(told.answers("SetChargingProfile")));
        assertBothPeriods(told.answers("GetCompositeSchedule").getFirst());
        assertPeriods(told.answers("GetCompositeSchedule").getLast(), 6);
        assertEquals(List.of(16.0, 6.0, 0.0), drawn(charger), "the true draw, from the car's reaction on");
        assertTrue(told.heard("MeterValues").size() >= TX_PROFILE_SECONDS, "a reading every second");
        assertEquals("Remote", told.heard("StopTransaction").getFirst().path("reason").asText());
      }
    }
  }

  private static void assertBothPeriods(JsonNode answer) {
    List<JsonNode> periods = assertPeriods(answer, 16, 6);
    int change = periods.getLast().path("startPeriod").asInt();
    assertTrue(change >= TX_PROFILE_SECONDS - 4 && change <= TX_PROFILE_SECONDS, "6 A from second " + change);
  }

  private static List<JsonNode> assertPeriods(JsonNode answer, double... limits) {
    assertEquals("Accepted", answer.path("status").asText());
    assertEquals("A", answer.at("/chargingSchedule/chargingRateUnit").asText());
    assertEquals(60, answer.at("/chargingSchedule/duration").asInt());
    List<JsonNode> periods = answer.at("/chargingSchedule/chargingSchedulePeriod").valueStream().toList();
    assertEquals(
        java.util.Arrays.stream(limits).boxed().toList(),
        periods.stream().map(period -> period.path("limit").asDouble()).toList());
    assertEquals(0, periods.getFirst().path("startPeriod").asInt());
    return periods;
  }

  private static List<String> statuses(List<JsonNode> answers) {
    return answers.stream().map(answer -> answer.path("status").asText()).toList();
  }

  /** What the car drew, change by change; 6 A before the TxProfile had come is no breach of it. */
  private static List<Double> drawn(Program charger) {
    List<Double> amps = charger.lines()
        .stream()
        .map(DRAWS::matcher)
        .filter(Matcher::find)
        .map(matcher -> Double.valueOf(matcher.group(1)))
        .toList();
    return amps.getFirst() == 6.0 ? amps.subList(1, amps.size()) : amps;
  }
}
