package io.parkbench.gateway.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The API's description, OpenAPI 3.1: the source that routes, rights, parameters and bodies are taken from (R-BEMS-10). */
public final class OpenApi {
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  private final JsonNode document;
  private final byte[] json;
  private final List<Route> routes = new ArrayList<>();

  private OpenApi(JsonNode document) {
    this.document = document;
    json = document.toString().getBytes(StandardCharsets.UTF_8);
    String base = document.at("/servers/0/url").asText();
    for (var path : document.path("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          routes.add(route(base + path.getKey(), method, path.getValue(), path.getValue().get(method), path.getKey()));
        }
      }
    }
  }

  /** The document of this gateway, read once. */
  public static OpenApi get() {
    return Holder.ONLY;
  }

  private static final class Holder {
    static final OpenApi ONLY = load("/io/parkbench/gateway/api/openapi.yaml");
  }

  static OpenApi load(String resource) {
    try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(resource), resource)) {
      // through plain JSON, so that the tree is one that nothing of YAML is left in
      return new OpenApi(new ObjectMapper().readTree(new YAMLMapper().readTree(in).toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode document() {
    return document;
  }

  /** The document as it is served. */
  public byte[] json() {
    return json;
  }

  public List<Route> routes() {
    return Collections.unmodifiableList(routes);
  }

  /** What a node refers to, or itself. */
  public JsonNode resolve(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = document.at(at.get("$ref").asText().substring(1));
    }
    return at;
  }

  private Route route(String template, String method, JsonNode path, JsonNode operation, String key) {
    SortedMap<String, JsonNode> query = new TreeMap<>();
    SortedMap<String, JsonNode> inPath = new TreeMap<>();
    for (JsonNode holder : List.of(path, operation)) {
      for (JsonNode each : holder.path("parameters")) {
        JsonNode parameter = resolve(each);
        JsonNode schema = resolve(parameter.path("schema"));
        switch (parameter.path("in").asText()) {
          case "query" -> query.put(parameter.path("name").asText(), schema);
          case "path" -> inPath.put(parameter.path("name").asText(), schema);
          default -> {
            // headers are read where they matter
          }
        }
      }
    }
    JsonNode content = operation.at("/requestBody/content");
    String type = content.has(Media.CSV) ? Media.CSV : Media.JSON;
    JsonNode body = content.path(type).path("schema");
    String pointer = "/paths/" + key.replace("~", "~0").replace("/", "~1") + "/" + method
        + "/requestBody/content/" + type.replace("/", "~1") + "/schema";
    return new Route(
        operation.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        template,
        List.of(template.substring(1).split("/", -1)),
        right(operation),
        query,
        inPath,
        body.isMissingNode() ? null : resolve(body),
        type,
        operation.path("x-reader-checks").asBoolean(),
        body.isMissingNode() ? "" : body.has("$ref") ? body.get("$ref").asText().substring(1) : pointer,
        produces(operation),
        operation.path("x-while-starting").asBoolean());
  }

  private static @Nullable String right(JsonNode operation) {
    return operation.has("x-right") ? operation.get("x-right").asText() : null;
  }

  private List<String> produces(JsonNode operation) {
    List<String> types = new ArrayList<>();
    for (var response : operation.path("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        for (var content : resolve(response.getValue()).path("content").properties()) {
          types.add(content.getKey());
        }
      }
    }
    return List.copyOf(types);
  }
}
