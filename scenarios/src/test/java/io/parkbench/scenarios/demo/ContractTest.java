package io.parkbench.scenarios.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What CONTRACT.md says, over the real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SITE = "office-dynamic";
  private static final String BAY = "p1-01/1";

  private Page page;

  @BeforeAll
  void open() throws Exception {
    page = new Page(SITE);
  }

  @AfterAll
  void close() throws Exception {
    page.close();
  }

  /** A paused world in which nobody has been yet; its building's system has logged in. */
  @BeforeEach
  void afresh() throws Exception {
    page.command("{\"do\": \"site\", \"site\": \"" + SITE + "\", \"from\": \"08:00\", \"seed\": 3, \"empty\": true}");
    page.pass(90);
  }

  private JsonNode bay() throws Exception {
    return Viewer.entry(page.state().path("bays"), BAY);
  }

  private JsonNode zone(String id) throws Exception {
    return Viewer.entry(page.state().path("zones"), id);
  }

  private void arrive() throws Exception {
    page.command("{\"do\": \"arrive\", \"station\": \"p1-01\", \"car\": \"sedan-22kw\", \"soc\": 0.2, \"hours\": 5}");
  }

  @Test
  void whoComesLaterLearnsHowTheZonesWere() throws Exception {
    arrive();
    page.pass(600);
    JsonNode moments = page.json("/past").path("moments");
    assertEquals(69, moments.size(), "each 10 s of 690 s");
    JsonNode first = Viewer.entry(moments.get(0).path("zones"), "p1");
    assertEquals(0, first.at("/twin/carsA/0").asDouble());
    JsonNode last = moments.get(68);
    assertEquals(page.state().at("/clock/t").asLong(), last.path("t").asLong());
    assertEquals(zone("p1").path("carsA"), Viewer.entry(last.path("zones"), "p1").path("carsA"));
    assertTrue(Viewer.entry(last.path("zones"), "p1").at("/twin/carsA/0").asDouble() > 30);
    page.pass(3_600);
    JsonNode thinned = page.json("/past").path("moments");
    assertTrue(thinned.size() <= 360, () -> thinned.size() + " moments");
    assertEquals(moments.get(0), thinned.get(0));
  }

  @Test
  void thePagesFilesAreServedAndNothingElse() throws Exception {
    HttpResponse<String> served = page.get("/sub/served.txt");
    assertEquals(200, served.statusCode());
    assertEquals("a page's file\n", served.body());
    assertEquals("text/plain;charset=utf-8", served.headers().firstValue("Content-Type").orElse(""));
    for (String path : List.of("/nothing.js", "/CONTRACT.md", "/sub", "/sub/", "/sub/served.txt/")) {
      assertEquals(404, page.get(path).statusCode(), path);
    }
    // whether the server below or the service above sees through it, nothing is served from elsewhere
    for (String path : List.of(
        "/../CONTRACT.md", "//etc/passwd", "/%2e%2e/CONTRACT.md", "/sub/..%2f..%2fCONTRACT.md", "/sub/../sub/served.txt")) {
      int status = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertTrue(status == 400 || status == 404, path + ": " + status);
    }
  }

  /** What no client library would send. */
  private int raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", page.uri("/").getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @Test
  void onlyThisMachineAndOnlyJsonIsHeard() throws Exception {
    assertEquals(403, raw("GET /site HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"));
    assertEquals(200, raw("GET /site HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n"));
    HttpRequest form = HttpRequest.newBuilder(page.uri("/command")).header("Content-Type", "text/plain")
        .POST(HttpRequest.BodyPublishers.ofString("{\"do\": \"reset\"}")).build();
    assertEquals(415, page.send(form).statusCode());
    assertEquals(405, page.get("/command").statusCode());
    HttpRequest put = HttpRequest.newBuilder(page.uri("/site")).PUT(HttpRequest.BodyPublishers.noBody()).build();
    assertEquals(405, page.send(put).statusCode());
    assertEquals(413, page.post("{\"do\": \"" + "x".repeat(65_600) + "\"}").statusCode());
  }

  @Test
  void theSiteIsTold() throws Exception {
    JsonNode site = page.json("/site");
    assertEquals("Office with its building", site.path("name").asText());
    assertEquals(List.of("main", "p1", "p2"), texts(site.path("zones"), "id"));
    assertEquals(2, site.path("floors").size());
    assertEquals(25, site.path("bays").size());
    JsonNode bay = Viewer.entry(site.path("bays"), BAY);
    assertEquals("p1", bay.path("zone").asText());
    assertEquals(32, bay.path("ratingA").asDouble());
    assertEquals("incomer", Viewer.entry(site.path("zones"), "main").path("meter").asText());
    assertTrue(Viewer.entry(site.path("zones"), "p1").path("breaker").path("assumed").asBoolean());
    assertEquals(6, site.path("scenes").size());
    assertEquals(6, site.path("licences").size());
    assertEquals(List.of("EDM", "EDL"), StreamSupport.stream(site.path("licences").spliterator(), false)
        .filter(licence -> licence.path("fits").asBoolean()).map(licence -> licence.path("name").asText()).toList());
    for (String list : List.of("meters", "inputs", "tariffs", "sites", "cars", "quirks", "faults", "meterTraps", "speeds")) {
      assertFalse(site.path(list).isEmpty(), list);
    }
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false).map(each -> each.path(field).asText()).toList();
  }

  @Test
  void stateAndDeltasAddUpToWhatOneSeesWhoComesLater() throws Exception {
    try (Viewer early = new Viewer(page)) {
      page.command("{\"do\": \"fill\", \"zone\": \"p1\"}");
      page.pass(200);
      page.command("{\"do\": \"load\", \"zone\": \"main\", \"a\": 100}");
      page.command("{\"do\": \"fault\", \"fault\": \"cut\", \"on\": \"p1-02\"}");
      page.pass(300);
      try (Viewer late = new Viewer(page)) {
        JsonNode fresh = late.state();
        JsonNode known = early.until(state -> state.path("seq").asLong() >= fresh.path("seq").asLong());
        assertTrue(early.deltas > 1);
        for (String part : List.of("bays", "zones", "meters", "inputs", "scene", "tariffs", "remote", "faults", "totals",
            "timeline")) {
          assertEquals(fresh.path(part), known.path(part), part);
        }
      }
    }
  }

  @Test
  void aRunningClockIsTold() throws Exception {
    try (Viewer viewer = new Viewer(page)) {
      long before = viewer.state().path("clock").path("t").asLong();
      page.command("{\"do\": \"speed\", \"x\": 300}");
      viewer.until(state -> state.path("clock").path("t").asLong() > before + 60_000);
      assertEquals(300, viewer.state().path("clock").path("speed").asDouble());
      assertFalse(viewer.state().path("clock").path("paused").asBoolean());
      page.command("{\"do\": \"pause\"}");
      viewer.until(state -> state.path("clock").path("paused").asBoolean());
      long stopped = page.json("/run").path("t").asLong();
      viewer.until(state -> state.path("clock").path("t").asLong() == stopped);
      assertEquals(stopped, page.json("/run").path("t").asLong());
      page.pass(1);
      assertEquals(stopped + 1_000, page.json("/run").path("t").asLong());
    }
  }

  @Test
  void aStepToTheNextEventEndsAtOne() throws Exception {
    arrive();
    long before = page.json("/run").path("t").asLong();
    page.command("{\"do\": \"step\", \"until\": \"next\"}");
    long after = page.json("/run").path("t").asLong();
    assertTrue(after >= before && after < before + 60_000, (after - before) + " ms");
  }

  @Test
  void aCarComesChargesAndGoes() throws Exception {
    arrive();
    page.pass(60);
    JsonNode bay = bay();
    assertEquals("charging", bay.path("look").asText());
    assertEquals(32, bay.path("setpointA").asDouble());
    assertEquals(32, bay.path("drawA").path(1).asDouble());
    assertEquals("full", bay.path("why").path("rule").asText());
    assertEquals("sedan-22kw", bay.path("car").path("model").asText());
    assertEquals(32, bay.path("twin").path("drawA").path(0).asDouble());
    JsonNode depth = page.json("/bay/p1-01/1");
    assertEquals(List.of("TxProfile", "TxDefaultProfile"), texts(depth.path("profiles"), "purpose"));
    assertTrue(texts(depth.path("frames"), "action").contains("SetChargingProfile"));
    assertTrue(texts(depth.path("chain"), "what").containsAll(List.of("car", "zone", "rule", "lease", "station", "draw")));
    assertEquals(404, page.get("/bay/p1-99/1").statusCode());
    assertEquals(404, page.get("/bay/p1-01").statusCode());
    assertEquals(409, page.post("{\"do\": \"arrive\", \"station\": \"p1-01\"}").statusCode());
    page.command("{\"do\": \"leave\", \"station\": \"p1-01\"}");
    page.pass(10);
    assertEquals("free", bay().path("look").asText());
    assertTrue(bay().path("car").isNull());
    assertEquals(409, page.post("{\"do\": \"leave\", \"station\": \"p1-01\"}").statusCode());
  }

  @Test
  void theBuildingDrawsInBothWorlds() throws Exception {
    double before = zone("main").path("othersA").path(1).asDouble();
    page.command("{\"do\": \"load\", \"zone\": \"main\", \"a\": [0, 150, 0]}");
    page.pass(1);
    assertEquals(before + 150, zone("main").path("othersA").path(1).asDouble(), 40);
    assertEquals(zone("main").path("othersA"), zone("main").path("twin").path("othersA"));
    page.command("{\"do\": \"load\", \"zone\": \"main\", \"a\": 0}");
    page.pass(1);
    assertEquals(before, zone("main").path("othersA").path(1).asDouble(), 40);
  }

  @Test
  void aContactLimitsAndMayBreak() throws Exception {
    page.command("{\"do\": \"input\", \"number\": 1, \"closed\": true}");
    page.pass(2);
    assertTrue(Viewer.entry(page.state().path("inputs"), "1").path("active").asBoolean());
    assertEquals("input", zone("p1").path("by").asText());
    assertEquals(125, zone("p1").path("limitA").path(0).asDouble());
    page.command("{\"do\": \"input\", \"number\": 1, \"fault\": \"stick\"}");
    page.command("{\"do\": \"input\", \"number\": 1, \"closed\": false}");
    page.pass(5);
    assertTrue(Viewer.entry(page.state().path("inputs"), "1").path("active").asBoolean());
    page.command("{\"do\": \"input\", \"number\": 1, \"fault\": \"heal\"}");
    page.pass(5);
    assertFalse(Viewer.entry(page.state().path("inputs"), "1").path("active").asBoolean());
    assertEquals("maximum", zone("p1").path("by").asText());
  }

  @Test
  void faultsBeginAndHeal() throws Exception {
    arrive();
    page.pass(60);
    String said = page.command("{\"do\": \"fault\", \"fault\": \"cut\", \"on\": \"half:p1\"}").path("said").asText();
    page.pass(5);
    assertEquals("lost", bay().path("look").asText());
    assertEquals(List.of("cut"), strings(bay().path("faults")));
    assertEquals("connected", Viewer.entry(page.state().path("bays"), "p1-02/1").path("presence").asText());
    JsonNode fault = page.state().path("faults").path(0);
    assertTrue(said.contains("(" + fault.path("id").asInt() + ")"), said);
    page.command("{\"do\": \"heal\", \"id\": " + fault.path("id").asInt() + "}");
    page.pass(200);
    assertEquals("connected", bay().path("presence").asText());
    assertEquals(404, page.post("{\"do\": \"heal\", \"id\": " + fault.path("id").asInt() + "}").statusCode());
    page.command("{\"do\": \"fault\", \"fault\": \"dark\", \"on\": \"zone:p1\", \"minutes\": 2}");
    page.pass(30);
    assertEquals("dark", bay().path("look").asText());
    page.pass(120);
    assertTrue(bay().path("powered").asBoolean());
    assertEquals(0, page.state().path("faults").size());
  }

  private static List<String> strings(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void aMeterFallsSilentAndMisleads() throws Exception {
    assertTrue(Viewer.entry(page.state().path("meters"), "incomer").path("trusted").asBoolean());
    page.command("{\"do\": \"fault\", \"fault\": \"silence\", \"on\": \"meter:incomer\"}");
    page.pass(20);
    assertFalse(Viewer.entry(page.state().path("meters"), "incomer").path("trusted").asBoolean());
    assertEquals("degraded", zone("main").path("by").asText());
    page.command("{\"do\": \"heal\", \"all\": true}");
    page.pass(60);
    assertTrue(Viewer.entry(page.state().path("meters"), "incomer").path("trusted").asBoolean());
    page.command("{\"do\": \"meter-trap\", \"meter\": \"incomer\", \"trap\": \"word-swap\"}");
    page.pass(30);
    assertFalse(Viewer.entry(page.state().path("meters"), "incomer").path("trusted").asBoolean());
    assertEquals(List.of("word-swap"), strings(Viewer.entry(page.state().path("meters"), "incomer").path("faults")));
  }

  @Test
  void quirksAreOfChargersAndOfCarsThatAreThere() throws Exception {
    page.command("{\"do\": \"quirk\", \"station\": \"p1-01\", \"quirk\": \"late-reply\"}");
    assertEquals(List.of("late-reply"), strings(bay().path("quirks")));
    page.command("{\"do\": \"quirk\", \"station\": \"p1-01\", \"quirk\": \"late-reply\", \"active\": false}");
    assertEquals(List.of(), strings(bay().path("quirks")));
    assertEquals(409, page.post("{\"do\": \"quirk\", \"station\": \"p1-01\", \"quirk\": \"never-wakes\"}").statusCode());
    arrive();
    page.command("{\"do\": \"quirk\", \"station\": \"p1-01\", \"quirk\": \"never-wakes\"}");
    assertEquals(List.of("never-wakes"), strings(bay().path("car").path("quirks")));
  }

  @Test
  void aBuildingReducesByTheRestApi() throws Exception {
    page.command("{\"do\": \"reduction\", \"zone\": \"p1\", \"kind\": \"current\", \"value\": 60, \"minutes\": 30}");
    page.pass(5);
    assertEquals("reduction", zone("p1").path("by").asText());
    assertEquals(60, zone("p1").path("limitA").path(0).asDouble());
    assertEquals("demo", zone("p1").path("reduction").path("by").asText());
    page.command("{\"do\": \"reduction\", \"zone\": \"p1\", \"lift\": true}");
    page.pass(5);
    assertEquals("maximum", zone("p1").path("by").asText());
    page.command("{\"do\": \"fault\", \"fault\": \"cut\", \"on\": \"building\"}");
    page.pass(400);
    assertEquals("lost", page.state().path("remote").path("building").asText());
    assertFalse(page.state().path("remote").path("active").asBoolean());
  }

  @Test
  void theClockRunsAheadToATariffPeriod() throws Exception {
    try (Viewer viewer = new Viewer(page)) {
      page.command("{\"do\": \"tariff\", \"name\": \"Evening peak\"}");
      viewer.until(state -> state.path("clock").path("local").asText().contains("16:59:00")
          && state.path("clock").path("ahead").isNull());
      page.pass(70);
      viewer.until(state -> state.path("tariffs").path("inForce").toString().equals("[\"Evening peak\"]"));
      assertEquals("tariff", Viewer.entry(viewer.state().path("zones"), "p1").path("by").asText());
    }
  }

  @Test
  void aBreakerIsOpenedAndClosedInEitherWorld() throws Exception {
    page.command("{\"do\": \"breaker\", \"zone\": \"p1\", \"close\": false, \"world\": \"unmanaged\"}");
    assertEquals("open", zone("p1").path("twin").path("breaker").path("state").asText());
    assertEquals("closed", zone("p1").path("breaker").path("state").asText());
    page.command("{\"do\": \"breaker\", \"zone\": \"p1\", \"close\": false, \"world\": \"managed\"}");
    page.pass(1);
    assertEquals("dark", bay().path("look").asText());
    page.command("{\"do\": \"breaker\", \"zone\": \"p1\", \"close\": true}");
    page.pass(1);
    assertEquals("closed", zone("p1").path("twin").path("breaker").path("state").asText());
    assertTrue(bay().path("powered").asBoolean());
  }

  @Test
  void aMaximumChangesLiveWhereNoMeterSteers() throws Exception {
    page.command("{\"do\": \"limit\", \"zone\": \"p1\", \"a\": 100}");
    page.pass(1);
    assertEquals(100, zone("p1").path("limitA").path(0).asDouble());
    assertEquals(409, page.post("{\"do\": \"limit\", \"zone\": \"main\", \"a\": 100}").statusCode());
  }

  @Test
  void aLicenceThatHoldsTheSiteRestartsTheGateway() throws Exception {
    try (Viewer viewer = new Viewer(page)) {
      page.command("{\"do\": \"licence\", \"licence\": \"EDL\"}");
      viewer.until(state -> viewer.sites == 1);
      assertEquals("EDL", page.json("/site").path("licence").asText());
      HttpResponse<String> refused = page.post("{\"do\": \"licence\", \"licence\": \"EDB\"}");
      assertEquals(409, refused.statusCode());
      assertTrue(refused.body().contains("but EDB holds 2 zones"), refused.body());
      page.pass(120);
      assertEquals("connected", bay().path("presence").asText());
      page.command("{\"do\": \"restart\"}");
      page.pass(120);
      assertEquals("connected", bay().path("presence").asText());
    }
  }

  @Test
  void anotherWorldIsTold() throws Exception {
    try (Viewer viewer = new Viewer(page)) {
      int world = viewer.state().path("world").asInt();
      arrive();
      page.command("{\"do\": \"reset\"}");
      viewer.until(state -> state.path("world").asInt() == world + 1);
      assertEquals(0, viewer.state().path("totals").path("cars").asInt());
      page.command("{\"do\": \"scene\", \"scene\": \"meter-lost\"}");
      viewer.until(state -> state.path("world").asInt() == world + 2);
      assertEquals("meter-lost", viewer.state().path("scene").path("id").asText());
      page.command("{\"do\": \"speed\", \"x\": 1000}");
      viewer.until(state -> state.path("scene").path("over").asBoolean());
      assertTrue(viewer.state().path("scene").path("outcome").asText().startsWith("Kept: "),
          viewer.state().path("scene").toString());
      assertEquals(2, viewer.sites);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"do": "fly"}                                                       | 400 | do
      {}                                                                  | 400 | do
      {"do": 3}                                                           | 400 | do
      {"do": "speed"}                                                     | 400 | x
      {"do": "speed", "x": 0.5}                                           | 400 | x
      {"do": "speed", "x": 1001}                                          | 400 | x
      {"do": "speed", "x": "60"}                                          | 400 | x
      {"do": "pause", "now": true}                                        | 400 | now
      {"do": "step", "seconds": 0}                                        | 400 | seconds
      {"do": "step", "seconds": 3601}                                     | 400 | seconds
      {"do": "step", "until": "tomorrow"}                                 | 400 | until
      {"do": "arrive", "station": "p9-01"}                                | 400 | station
      {"do": "arrive", "station": "p1-01", "connector": 2}                | 400 | connector
      {"do": "arrive", "car": "spaceship"}                                | 400 | car
      {"do": "arrive", "soc": 1.5}                                        | 400 | soc
      {"do": "arrive", "zone": "roof"}                                    | 400 | zone
      {"do": "fill", "hours": 0}                                          | 400 | hours
      {"do": "leave"}                                                     | 400 | station
      {"do": "load", "zone": "main"}                                      | 400 | a
      {"do": "load", "zone": "main", "a": [1, 2]}                         | 400 | a
      {"do": "load", "zone": "roof", "a": 5}                              | 400 | zone
      {"do": "input", "number": 3, "closed": true}                        | 400 | number
      {"do": "input", "number": 1}                                        | 400 | closed
      {"do": "input", "number": 1, "fault": "melt"}                       | 400 | fault
      {"do": "fault", "fault": "flood", "on": "all"}                      | 400 | fault
      {"do": "fault", "fault": "cut", "on": "nobody"}                     | 400 | station
      {"do": "fault", "fault": "cut", "on": "meter:none"}                 | 400 | on
      {"do": "fault", "fault": "freeze", "on": "meter:incomer"}           | 400 | fault
      {"do": "fault", "fault": "broken", "on": "ring"}                    | 400 | on
      {"do": "heal"}                                                      | 400 | id
      {"do": "heal", "id": 4711}                                          | 404 | id
      {"do": "quirk", "station": "p1-01", "quirk": "sings"}               | 400 | quirk
      {"do": "meter-trap", "meter": "incomer", "trap": "none"}            | 400 | trap
      {"do": "meter-trap", "meter": "none", "trap": "frozen"}             | 400 | meter
      {"do": "meter-trap", "meter": "incomer", "trap": "split-frames"}    | 400 | trap
      {"do": "reduction", "zone": "p1", "kind": "hope", "value": 1}       | 400 | kind
      {"do": "reduction", "zone": "p1", "kind": "percentage", "value": 101} | 400 | value
      {"do": "tariff", "name": "Happy hour"}                              | 400 | name
      {"do": "goto", "to": "25:00"}                                       | 400 | to
      {"do": "breaker", "zone": "p1", "world": "third"}                   | 400 | world
      {"do": "limit", "zone": "p1", "a": -1}                              | 400 | a
      {"do": "licence", "licence": "XXL"}                                 | 400 | licence
      {"do": "scene", "scene": "sunset"}                                  | 400 | scene
      {"do": "site", "site": "atlantis"}                                  | 400 | site
      {"do": "site", "site": "/etc/passwd"}                               | 400 | site
      {"do": "site", "site": "office", "from": "noon"}                    | 400 | from
      """)
  void whatCannotBeIsToldByItsFieldAndChangesNothing(String command, int status, String field) throws Exception {
    JsonNode before = page.json("/run");
    HttpResponse<String> response = page.post(command);
    assertEquals(status, response.statusCode(), response.body());
    JsonNode error = JSON.readTree(response.body()).path("error");
    assertEquals(field, error.path("field").asText(), response.body());
    assertTrue(error.path("message").asText().length() > 8, response.body());
    assertEquals(before, page.json("/run"));
  }

  @Test
  void whatIsNoCommandAtAllIsToldSo() throws Exception {
    for (String body : List.of("", "fly", "[1]", "3", "null", "{\"do\": \"pause\"")) {
      assertEquals(400, page.post(body).statusCode(), body);
    }
  }

  @Test
  void theSameCommandsAtTheSameInstantsMakeTheSameRun() throws Exception {
    String first = story(1);
    assertEquals(first, story(1));
    assertNotEquals(first, story(2));
  }

  private String story(int minutes) throws Exception {
    page.command("{\"do\": \"reset\"}");
    page.command("{\"do\": \"pause\"}");
    page.pass(60);
    page.command("{\"do\": \"fill\", \"zone\": \"p2\"}");
    page.pass(120);
    page.command("{\"do\": \"fault\", \"fault\": \"drop\", \"on\": \"half\", \"minutes\": " + minutes + "}");
    page.command("{\"do\": \"load\", \"zone\": \"main\", \"a\": 200}");
    page.pass(600);
    JsonNode run = page.json("/run");
    assertEquals(3, run.path("commands").size());
    return run.path("hash").asText();
  }

  @Test
  void aViewerWhoDoesNotReadDelaysNobody() throws Exception {
    try (Socket deaf = new Socket("localhost", page.uri("/").getPort())) {
      deaf.getOutputStream().write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      try (Viewer viewer = new Viewer(page)) {
        page.command("{\"do\": \"fill\"}");
        page.command("{\"do\": \"speed\", \"x\": 1000}");
        long start = page.json("/run").path("t").asLong();
        viewer.until(state -> state.path("clock").path("t").asLong() > start + 600_000);
        page.command("{\"do\": \"pause\"}");
      }
    }
  }
}
