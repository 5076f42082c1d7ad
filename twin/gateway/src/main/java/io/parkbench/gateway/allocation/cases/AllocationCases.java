package io.parkbench.gateway.allocation.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file of allocation cases, format {@value #FORMAT}, and its answer as JSON. */
public record AllocationCases(List<AllocationCase> cases) {
  public static final String FORMAT = "parkbench-allocation/1";

  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  /**
   * Reads {@code file}.
   *
   * @throws IOException if it cannot be read
   * @throws CaseException if it is no JSON or any case is wrong, with all problems at once
   */
  public static AllocationCases load(Path file) throws IOException, CaseException {
    return parse(Files.readString(file));
  }

  /** As {@link #load}, from the text itself. */
  public static AllocationCases parse(String json) throws CaseException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
      throw new CaseException(List.of(where + "not JSON: " + e.getOriginalMessage()));
    }
    return CaseReader.read(root);
  }

  /**
   * Allocates every case and writes {@code {"cases":[{"id":…,"setpoints_a":{session:A,…}},…]}}, a line per case; of DC sessions
   * {@code "limits_w":{session:W,…}} besides.
   */
  public void answer(Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeArrayFieldStart("cases");
      for (AllocationCase one : cases) {
        json.writeRaw('\n');
        json.writeStartObject();
        Map<String, Integer> setpoints = one.setpointsDa();
        json.writeStringField("id", one.id());
        json.writeObjectFieldStart("setpoints_a");
        for (Map.Entry<String, Integer> setpoint : setpoints.entrySet()) {
          json.writeNumberField(setpoint.getKey(), BigDecimal.valueOf(setpoint.getValue(), 1));
        }
        json.writeEndObject();
        Map<String, Integer> limits = one.limitsW(setpoints);
        if (!limits.isEmpty()) {
          json.writeObjectFieldStart("limits_w");
          for (Map.Entry<String, Integer> limit : limits.entrySet()) {
            json.writeNumberField(limit.getKey(), limit.getValue());
          }
          json.writeEndObject();
        }
        json.writeEndObject();
      }
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
