package io.parkbench.gateway.api.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the description.
 *
 * @param template such as {@code /api/v2/zones/{zone_id}}
 * @param segments of the template
 * @param right what the caller needs; null where nobody need log in
 * @param parameters the schemas of its query parameters by name, references resolved
 * @param pathParameters the same of the path's
 * @param body the schema of its body; null where it takes none
 * @param bodyType its media type
 * @param readerChecks whether the operation reads its body itself first, and says better what is wrong than its schema
 * @param bodyPointer where that schema is in the description; empty where it takes none
 * @param produces the media types of its successes; empty where they have no body
 * @param starting whether it is answered while the gateway starts
 */
public record Route(
    String operationId,
    String method,
    String template,
    List<String> segments,
    @Nullable String right,
    SortedMap<String, JsonNode> parameters,
    SortedMap<String, JsonNode> pathParameters,
    @Nullable JsonNode body,
    String bodyType,
    boolean readerChecks,
    String bodyPointer,
    List<String> produces,
    boolean starting) {

  boolean matches(List<String> path) {
    if (path.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      if (!isParameter(i) && !segments.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** How many segments are fixed: of two templates that match, the one with more wins. */
  int fixed() {
    int fixed = 0;
    for (int i = 0; i < segments.size(); i++) {
      fixed += isParameter(i) ? 0 : 1;
    }
    return fixed;
  }

  boolean isParameter(int segment) {
    return segments.get(segment).startsWith("{");
  }

  /** The name of the path parameter at a segment. */
  String parameter(int segment) {
    return segments.get(segment).substring(1, segments.get(segment).length() - 1);
  }
}
