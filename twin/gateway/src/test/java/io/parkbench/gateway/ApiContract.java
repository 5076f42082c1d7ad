package io.parkbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parkbench.gateway.api.web.OpenApi;
import io.parkbench.gateway.api.web.Route;
import io.parkbench.kernel.WebResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds responses against the description, by its own schemas and no code of the API's. */
final class ApiContract {
  static final OpenApi API = OpenApi.get();
  private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final ObjectMapper JSON = new ObjectMapper();

  private ApiContract() {}

  static JsonNode operation(Route route) {
    return API.document().path("paths").path(route.template().substring("/api/v2".length()))
        .path(route.method().toLowerCase(Locale.ROOT));
  }

  static Route route(String operationId) {
    return API.routes().stream().filter(route -> route.operationId().equals(operationId)).findFirst().orElseThrow();
  }

  /** What is wrong with a response, by the description of its operation; empty if nothing is. */
  static List<String> complaints(Route route, WebResponse response) {
    List<String> complaints = new ArrayList<>();
    JsonNode described = API.resolve(operation(route).path("responses").path(Integer.toString(response.status())));
    if (described.isMissingNode()) {
      return List.of("status " + response.status() + " is not described: " + response.text());
    }
    for (var header : described.path("headers").properties()) {
      boolean optional = header.getKey().equals("Retry-After") || header.getKey().equals("Link");
      if (response.headers().get(header.getKey()) == null && !optional) {
        complaints.add("no header " + header.getKey());
      }
    }
    String type = response.headers().get("Content-Type");
    if (described.path("content").isEmpty()) {
      if (response.body().length > 0) {
        complaints.add("a body that is not described");
      }
      return complaints;
    }
    JsonNode content = described.path("content").path(type == null ? "" : type);
    if (content.isMissingNode()) {
      complaints.add("content type " + type + " is not described");
      return complaints;
    }
    if (response.stream() == null && type != null && type.endsWith("json")) {
      complaints.addAll(against(content.path("schema"), parse(response)));
    }
    return complaints;
  }

  /** What a schema of the description has against a value. */
  static List<String> against(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", API.document().path("components"));
    Schema compiled = REGISTRY.getSchema(whole);
    return compiled.validate(value).stream().map(Object::toString).toList();
  }

  private static JsonNode parse(WebResponse response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(response.text(), e);
    }
  }

  /** That example as it is sent; empty where there is none. */
  static String exampleText(Route route) {
    JsonNode example = example(route);
    return example == null ? "" : example.isTextual() ? example.asText() : example.toString();
  }

  /** Whose token does for an operation. */
  static String user(Route route) {
    return switch (route.right() == null ? "" : route.right()) {
      case "CONFIGURE", "READ_CONFIGURATION", "MANAGE_USERS" -> ApiYard.ADMIN;
      default -> ApiYard.WRITER;
    };
  }

  /** The path of an operation, under the base, with what there is in the site of {@link ApiYard}. */
  static String path(Route route) {
    return route.template().substring("/api/v2".length()).replace("{zone}", "north").replace("{station}", "cp-2")
        .replace("{meter}", "m-1").replace("{meter_model}", "Acme%20300").replace("{tariff}", "Evening").replace("{input}", "1")
        .replace("{card}", "CARD-1").replace("{user}", "ulla").replaceAll("\\{[a-z_]+}", "1");
  }

  /** The first example of an operation's body; null where it takes none. */
  static @Nullable JsonNode example(Route route) {
    JsonNode content = operation(route).path("requestBody").path("content").path(route.bodyType());
    return content.path("examples").isEmpty() ? null : content.path("examples").iterator().next().path("value");
  }
}
