package io.parkbench.plant.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A building's profile as spreadsheets write it, and what is said of one that cannot be used. */
class ProfileCsvTest {
  private static DayProfile read(String text) {
    return ProfileCsv.read("b.csv", text, ZoneOffset.UTC, 230);
  }

  private static LoadAmps at(DayProfile profile, int seconds) {
    return profile.day().at(0, seconds * 1_000_000L);
  }

  private static String problem(String text) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage());
  }

  @Test
  void readsCurrentsPerPhaseCurrentsAlikeAndPowers() {
    assertEquals(new LoadAmps(1, -2.5, 3), at(read("time,l1_a,l2_a,l3_a\n06:00,1,-2.5,3\n"), 0));
    assertEquals(LoadAmps.all(7), at(read("\uFEFFtime,a\r\n06:00:30,7\r\n\r\n"), 0));
    assertEquals(10, at(read("time,kw\n00:00,6.9\n"), 0).l2(), 1e-9);
  }

  @Test
  void readsSemicolonsWithDecimalCommas() {
    DayProfile profile = read("time;l1_a;l2_a;l3_a\n\"00:00\";1,5;2,5;3\n12:00;4;5;6\n");
    assertEquals(new LoadAmps(1.5, 2.5, 3), at(profile, 3_600));
    assertEquals(new LoadAmps(4, 5, 6), at(profile, 13 * 3_600));
  }

  @Test
  void tellsEveryMistakeWithItsLineAndWhatWouldBeRight() {
    assertEquals("""
        b.csv:2: a is 'x'; give a decimal number such as 12.5
        b.csv:3: time is '25:00'; give a time of day such as 06:15, or seconds since the start
        b.csv:5: the time 07:00 is there before; give each time once
        b.csv:6: time is '3600'; write all times of the file as times of day, or all as seconds
        b.csv:8: has 3 fields where the first line names 2; separate them by ','""",
        problem("time,a\n06:00,x\n25:00,1\n07:00,1\n07:00,2\n3600,3\n\n08:00,1,5\n"));
    assertTrue(problem("when,amps\n06:00,1\n").startsWith("b.csv:1: names the columns when,amps; write time,l1_a,"));
    assertTrue(problem("").startsWith("b.csv:1: has no rows"));
    assertTrue(problem("time,a\n").startsWith("b.csv:1: has no rows"));
    assertTrue(problem("time,a\n86400,1\n").contains("give seconds below 86400"));
  }

  @Test
  void aFileThatIsNotThereIsNamedInFull() {
    Path missing = Path.of("no-such-profile.csv");
    String told = String.valueOf(assertThrows(
        IllegalArgumentException.class, () -> ProfileCsv.read(missing, ZoneOffset.UTC, 230)).getMessage());
    assertTrue(told.startsWith(missing.toAbsolutePath() + " cannot be read"), told);
  }
}
