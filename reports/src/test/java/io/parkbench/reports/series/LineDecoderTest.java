package io.parkbench.reports.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDecoderTest {
  private final List<String> out = new ArrayList<>();
  private final LineDecoder decoder = new LineDecoder(new PointStream(new Labels("my site", "r", "sim"), out::add));

  private void line(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    decoder.line(bytes, 0, bytes.length);
  }

  private List<String> told() {
    decoder.flush();
    return out.stream().map(point -> point.replace(",recording=sim,run=r,site=my\\ site", "")).sorted().toList();
  }

  @Test
  void aZonesLinesBecomeValuesByPhaseAndStatesByWord() {
    line("{\"t\":10,\"k\":\"zone\",\"z\":\"main\",\"limit\":[63,63,60.5],\"kw\":null,\"by\":\"maximum\"}");
    line("{\"t\":20,\"k\":\"zone\",\"z\":\"main\",\"limit\":[63,63,50],\"kw\":null,\"by\":\"meter\"}");
    assertEquals(
        List.of(
            "zone,phase=L1,zone=main limit_a=63.0 10",
            "zone,phase=L2,zone=main limit_a=63.0 10",
            "zone,phase=L3,zone=main limit_a=50.0 20",
            "zone,phase=L3,zone=main limit_a=60.5 10",
            "zone_bound,by=maximum,zone=main active=0.0 20",
            "zone_bound,by=maximum,zone=main active=1.0 10",
            "zone_bound,by=meter,zone=main active=1.0 20"),
        told());
  }

  @Test
  void theLastValueOfAnInstantIsToldAndOnlyWhatIsNew() {
    line("{\"t\":10,\"k\":\"setpoint\",\"station\":\"a b\",\"connector\":1,\"a\":6,\"why\":{\"rule\":\"full\"}}");
    line("{\"t\":10,\"k\":\"setpoint\",\"station\":\"a b\",\"connector\":1,\"a\":16,\"why\":{\"rule\":\"full\"}}");
    line(
        "{\"t\":30,\"k\":\"setpoint\",\"station\":\"a b\",\"connector\":1,\"a\":16,\"why\":{\"rule\":\"full\",\"held\":\"room\"}}");
    assertEquals(3, told().size(), told().toString());
    assertEquals(1, told().stream().filter(point -> point.contains("setpoint_a=16.0 10")).count(), told().toString());
  }

  @Test
  void energyIsToldOnceAMinuteAndStatusAtOnce() {
    for (int second = 0; second < 120; second += 10) {
      line("{\"t\":" + second * 1_000_000L
          + ",\"k\":\"frame\",\"l\":\"cp\",\"d\":\"up\",\"s\":0,\"f\":[2,\"1\",\"MeterValues\",{\"connectorId\":1,"
          + "\"meterValue\":[{\"timestamp\":\"t\",\"sampledValue\":[{\"value\":\"" + second + "\",\"unit\":\"kWh\"}]}]}]}");
    }
    line(
        "{\"t\":125000000,\"k\":\"frame\",\"l\":\"cp\",\"d\":\"up\",\"s\":0,\"f\":[2,\"1\",\"StatusNotification\",{\"connectorId\":1,"
            + "\"errorCode\":\"NoError\",\"status\":\"Charging\"}]}");
    List<String> told = told();
    assertEquals(3, told.size(), told.toString());
    assertEquals(1, told.stream().filter(point -> point.contains("energy_wh=60000.0 60000000")).count(), told.toString());
    assertEquals(1, told.stream().filter(point -> point.contains("status=Charging active=1.0 125000000")).count(), told.toString());
  }

  @Test
  void whatIsNoLineIsCounted() {
    line("{\"t\":10,\"k\":\"zone\"");
    line("[]");
    assertEquals(2, decoder.unread());
    assertEquals(List.of(), told());
  }
}
