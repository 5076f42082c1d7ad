package io.parkbench.gateway.allocation.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What {@code parkbench allocate} prints, and says of a file it cannot use. */
class AllocationCasesTest {
  private static final String SESSION = """
      {"id": "b", "zone": "main", "wiring": "TRI231", "conductors": 2, "max_a": 32, "min_a": 6, "vip": false, "class": 0,
       "energy_wh": 100, "age_s": 60}""";

  @Test
  void answersWithSetpointsInAmperesInTheOrderOfTheFile() throws Exception {
    var out = new StringWriter();
    String second = SESSION.replace("\"b\"", "\"a\"");
    AllocationCases.parse(file("""
        {"id": "main", "parent": null, "max_a": 20.5, "max_kw": null}""", SESSION + "," + second)).answer(out);
    assertEquals("{\"cases\":[{\"id\":\"one\",\"setpoints_a\":{\"b\":10.2,\"a\":10.2}}]}", out.toString().replace("\n", ""));
  }

  @Test
  void namesEveryProblemWithCaseAndPathAtOnce() {
    String wrong = SESSION.replace("\"main\"", "\"mian\"").replace("TRI231", "TRI321").replace("\"min_a\": 6", "\"min_a\": 40");
    var e = assertThrows(CaseException.class, () -> AllocationCases.parse(file("""
        {"id": "main", "parent": "main", "max_a": "20", "amps": 3}""", SESSION + "," + wrong)));
    assertEquals(
        List.of(
            "cases[0] (one): zones[0].amps: unknown field",
            "cases[0] (one): zones[0].max_a: a number from -1000000.0 to 1000000.0 is expected, not \"20\"",
            "cases[0] (one): zones: zone main is its own ancestor",
            "cases[0] (one): sessions[1].id: \"b\" is there twice",
            "cases[0] (one): sessions[1] (b): wiring: one of TRI123, TRI231, TRI312, MONO1, MONO2, MONO3 is expected, not \"TRI321\"",
            "cases[0] (one): sessions[1] (b): min_a: above max_a",
            "cases[0] (one): sessions[1] (b): zone: no zone is called \"mian\""),
        e.problems());
  }

  @Test
  void aDcSessionHasPowersInPlaceOfCurrents() {
    var e = assertThrows(CaseException.class, () -> AllocationCases.parse(file("""
        {"id": "main", "parent": null, "max_a": 20, "max_kw": null}""", """
        {"id": "d", "zone": "main", "dc": true, "max_a": 32, "max_w": 1000, "min_w": 2000, "efficiency": 95, "power_factor": 1,
         "standby_w": 0, "vip": false, "class": 0, "energy_wh": 0, "age_s": 0, "lost": true}""")));
    assertEquals(
        List.of(
            "cases[0] (one): sessions[0].max_a: unknown field",
            "cases[0] (one): sessions[0] (d): efficiency: a number from 0.01 to 1.0 is expected, not 95",
            "cases[0] (one): sessions[0] (d): min_w: above max_w",
            "cases[0] (one): sessions[0] (d): held_w: a whole number from 0 to 10000000 is expected, not nothing"),
        e.problems());
  }

  @Test
  void saysWhereTheFileIsNoJson() {
    var e = assertThrows(CaseException.class, () -> AllocationCases.parse("{\"format\": \"parkbench-allocation/1\",\n nonsense}"));
    assertEquals("line 2, column", e.problems().getFirst().substring(0, 14));
  }

  @Test
  void refusesAnotherFormat() {
    var e = assertThrows(CaseException.class, () -> AllocationCases.parse("{\"format\": \"other\", \"cases\": []}"));
    assertEquals(List.of("format: one of parkbench-allocation/1 is expected, not \"other\""), e.problems());
  }

  private static String file(String zones, String sessions) {
    return String.format(Locale.ROOT, """
        {"format": "parkbench-allocation/1", "cases": [{"id": "one", "note": "", "voltage_v": 230, "priority": "energy",
         "zones": [%s], "sessions": [%s]}]}""", zones, sessions);
  }
}
