package io.parkbench.plant.arrivals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import io.parkbench.plant.arrivals.ArrivalFileException.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-EV-2: arrivals from CSV and from ACN-Data, and what is said of files that cannot be used. */
class ArrivalFilesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long MARCH = Micros.of(Instant.parse("2019-03-01T08:00:00Z"));

  private static RecordedArrivals read(Path file) throws ArrivalFileException {
    return ArrivalFiles.read(file, BERLIN, MARCH);
  }

  private static List<String> problemsOfCsv(String text) throws IOException {
    try {
      CsvArrivals.read("a.csv", new StringReader(text), BERLIN);
      return List.of();
    } catch (ArrivalFileException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  private static String problemOfJson(String text) {
    var problem = assertThrows(
        ArrivalFileException.class, () -> AcnData.read("a.json", text.getBytes(StandardCharsets.UTF_8), 0));
    return problem.toString();
  }

  @Test
  void readsCsvWithQuotedFieldsLocalTimesAndDefaults() throws Exception {
    List<Arrival> arrivals = read(Shared.own("sessions.csv")).arrivals();
    assertEquals(List.of("mon-1", "mon-2", "mon-3"), arrivals.stream().map(Arrival::id).toList());
    Arrival first = arrivals.get(0);
    assertEquals(Micros.of(Instant.parse("2026-03-02T07:15:00Z")), first.at());
    assertEquals("CARD 1, blue", first.idTag());
    assertEquals(0.35, first.stateOfCharge());
    assertEquals(18_500, first.wantedWh());
    assertNull(first.station());
    assertEquals("st-2", arrivals.get(1).station());
    assertEquals(1, arrivals.get(1).connector());
    assertEquals("st,7", arrivals.get(2).station());
    assertEquals("compact-11kw", arrivals.get(2).car().name());
    assertEquals("CARD-5", arrivals.get(2).idTag());
  }

  @Test
  void namesEveryMistakeOfACsvFileWithItsLine() throws Exception {
    List<String> problems = problemsOfCsv(
        """
            arrival,departure,wanted_kwh,car
            yesterday,2026-03-02T10:00,5,
            2026-03-02T09:00,2026-03-02T08:00,5,
            2026-03-02T09:00,2026-03-02T10:00,much,
            2026-03-02T09:00,2026-03-02T10:00,5,tractor
            2026-03-02T09:00,2026-03-02T10:00
            2026-03-02T09:00,2026-03-02T10:00,,
            """);
    assertEquals(6, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("a.csv:2: arrival is 'yesterday'; give a time"), problems.get(0));
    assertTrue(problems.get(1).startsWith("a.csv:3: departure is not after arrival"), problems.get(1));
    assertTrue(problems.get(2).startsWith("a.csv:4: wanted_kwh is 'much'"), problems.get(2));
    assertTrue(problems.get(3).contains("a.csv:5: no car is called 'tractor'; there are"), problems.get(3));
    assertTrue(problems.get(4).startsWith("a.csv:6: has 2 fields where the first line names 4"), problems.get(4));
    assertTrue(problems.get(5).startsWith("a.csv:7: wanted_kwh is ''"), problems.get(5));
  }

  @Test
  void namesTheLastLineAlsoWhereTheFileBeginsWithAMarkAndEndsWithoutALineBreak() throws Exception {
    List<String> problems = problemsOfCsv("\uFEFFarrival,departure,wanted_kwh\nnow,later,1\n\nnow,2026-03-02T10:00,1");
    assertTrue(problems.get(0).startsWith("a.csv:2: "), problems.get(0));
    assertTrue(problems.get(1).startsWith("a.csv:4: "), problems.get(1));
  }

  @Test
  void namesWrongAndMissingColumns() throws Exception {
    List<String> problems = problemsOfCsv("arrival,departure,energy\n");
    assertEquals(2, problems.size());
    assertTrue(problems.get(0).startsWith("a.csv:1: unknown column 'energy'"), problems.get(0));
    assertTrue(problems.get(1).startsWith("a.csv:1: the column 'wanted_kwh' is missing"), problems.get(1));
    assertEquals(1, problemsOfCsv("").size());
    assertEquals(1, problemsOfCsv("arrival,departure,wanted_kwh\n\"2026-03-02T09:00,").size());
  }

  @Test
  void refusesAnIdThatIsUsedTwice() throws Exception {
    List<String> problems = problemsOfCsv(
        """
            id,arrival,departure,wanted_kwh
            a,2026-03-02T09:00,2026-03-02T10:00,1
            a,2026-03-02T11:00,2026-03-02T12:00,1
            """);
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().startsWith("a.csv:3: the id 'a' is used before"), problems.getFirst());
  }

  @Test
  void readsAcnSessionsInMinutes() throws Exception {
    RecordedArrivals recorded = read(Shared.own("acn-sessions.json"));
    assertEquals(208, recorded.volts());
    assertEquals(Micros.of(Instant.parse("2026-03-02T08:00:00Z")), recorded.start());
    assertEquals(Micros.DAY, recorded.end() - recorded.start());
    assertEquals(List.of("a", "b", "c"), recorded.arrivals().stream().map(Arrival::id).toList());
    Arrival first = recorded.arrivals().getFirst();
    assertEquals(435 * Micros.MINUTE, first.at() - recorded.start());
    assertEquals(9_900, first.wantedWh(), 1e-9);
    assertEquals(6_600, first.car().fullWatts(1, 32, 208), 1e-9);
    assertEquals(3_300, recorded.arrivals().get(2).car().fullWatts(1, 32, 208), 1e-9);
  }

  @Test
  void readsAnAcnSimEventQueue() throws Exception {
    RecordedArrivals recorded = read(Shared.own("acn-event-queue.json"));
    assertEquals(List.of("q-1", "q-2"), recorded.arrivals().stream().map(Arrival::id).toList());
    Arrival first = recorded.arrivals().getFirst();
    assertEquals(8 * Micros.HOUR, first.at() - MARCH);
    assertEquals(12 * Micros.HOUR + 30 * Micros.MINUTE, first.departure() - MARCH);
    assertEquals("CA-1", first.station());
    assertEquals(4_200, first.wantedWh(), 1e-9);
  }

  @Test
  void movesRecordedSessionsToOtherDays() throws Exception {
    RecordedArrivals moved = read(Shared.own("acn-sessions.json")).startingAt(0);
    assertEquals(435 * Micros.MINUTE, moved.arrivals().getFirst().at());
    assertEquals(Micros.DAY, moved.end());
  }

  @Test
  void saysWhatIsWrongWithAcnFiles() {
    assertTrue(problemOfJson("{\"sessions\": [").contains("is no JSON"));
    assertTrue(problemOfJson("{\"a\": 1}").contains("is neither a list of sessions"));
    assertTrue(problemOfJson("{\"sessions\": []}").contains("t0 is ''; give a time"));
    String session = problemOfJson(
        """
            {"t0": "2026-03-02T00:00:00Z", "sessions": [
              {"session_id": "x", "arrival_min": 10, "departure_min": 5, "requested_kwh": 1},
              {"session_id": "y", "arrival_min": 10, "departure_min": 15}]}
            """);
    assertTrue(session.contains("sessions[0] session x must depart after it arrives"), session);
    assertTrue(session.contains("sessions[1] has no number 'requested_kwh'"), session);
    String queue = problemOfJson(
        "{\"context_dict\": {\"1\": {\"class\": \"a.PluginEvent\", \"attributes\": {\"timestamp\": 7, \"ev\": \"2\"}}}}");
    assertTrue(queue.contains("plug-in event of period 7 refers to no object 'ev'"), queue);
  }

  @Test
  void saysWhatIsWrongWithTheFileItself() {
    assertTrue(assertThrows(ArrivalFileException.class, () -> read(Path.of("nowhere.csv"))).toString()
        .contains("cannot be read"));
    assertTrue(assertThrows(ArrivalFileException.class, () -> read(Path.of("cars.xlsx"))).toString()
        .contains("of no known kind; give a .csv"));
  }

  @Test
  void readsTheRealDayWeekAndMonth() throws Exception {
    assertEquals(38, read(Shared.data("sessions_real_1d.json")).arrivals().size());
    assertEquals(213, read(Shared.data("sessions_real_7d.json")).arrivals().size());
    assertEquals(954, read(Shared.data("caltech_201903.json.gz")).arrivals().size());
  }
}
