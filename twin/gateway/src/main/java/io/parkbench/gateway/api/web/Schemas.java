package io.parkbench.gateway.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parkbench.gateway.api.web.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks bodies against the description's schemas before anything is done with them (ASVS 13.2.2). */
final class Schemas {
  private static final int MOST_ERRORS = 20;

  private final JsonNode components;
  private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  Schemas(JsonNode document) {
    components = document.path("components");
  }

  /** Throws a {@link Problem} that lists what is wrong with {@code body}. */
  void check(String pointer, JsonNode schema, JsonNode body) {
    List<Violation> violations = new ArrayList<>();
    for (var error : compiled.computeIfAbsent(pointer, at -> compile(schema)).validate(body)) {
      if (violations.size() < MOST_ERRORS) {
        violations.add(Violation.at(error.getInstanceLocation().toString(), error.getMessage()));
      }
    }
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  /** References lead into the components, so they come along. */
  private Schema compile(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", components);
    return registry.getSchema(whole);
  }
}
