package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parkbench.gateway.access.Right;
import io.parkbench.gateway.access.Rights;
import io.parkbench.gateway.api.web.Code;
import io.parkbench.gateway.api.web.Route;
import io.parkbench.gateway.site.User.Role;
import io.parkbench.kernel.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R-BEMS-10: the API does what its description says, each response of each operation, and nothing else. */
class ApiContractTest {
  /** What every answer carries (ASVS 8.2.1, 14.4). */
  private static final List<String> ALWAYS = List.of(
      "Cache-Control", "Content-Security-Policy", "Referrer-Policy", "Strict-Transport-Security", "X-Content-Type-Options",
      "X-Request-Id");

  @Test
  void theDescriptionIsOpenApi31() throws IOException {
    try (InputStream in = ApiContractTest.class.getResourceAsStream("/openapi/oas-3.1-schema-2022-10-07.json")) {
      JsonNode schema = new ObjectMapper().readTree(Objects.requireNonNull(in));
      assertEquals(
          List.of(),
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema)
              .validate(ApiContract.API.document()));
    }
  }

  @Test
  void everySchemaIsOneOfJsonSchema() {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var meta = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (var schema : ApiContract.API.document().at("/components/schemas").properties()) {
      assertEquals(List.of(), meta.validate(schema.getValue()), schema.getKey());
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (JsonNode reference : ApiContract.API.document().findValues("$ref")) {
      assertFalse(ApiContract.API.document().at(reference.asText().substring(1)).isMissingNode(), reference.asText());
    }
  }

  @Test
  void writesAllowNothingUnknown() {
    for (Route route : ApiContract.API.routes()) {
      JsonNode body = route.body();
      assertTrue(
          body == null || body.path("additionalProperties").isBoolean() && !body.path("additionalProperties").asBoolean(true),
          route.operationId());
    }
  }

  @TestFactory
  Stream<DynamicTest> eachResponseOfEachOperation() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Route route : ApiContract.API.routes()) {
      ApiContract.operation(route).path("responses").fieldNames()
          .forEachRemaining(status -> tests
              .add(dynamicTest(route.operationId() + " " + status, () -> promised(route, Integer.parseInt(status)))));
    }
    return tests.stream();
  }

  private static void promised(Route route, int status) {
    ApiRequests requests = new ApiRequests(route);
    WebResponse response = requests.provoke(status);
    assertEquals(status, response.status(), response::text);
    assertEquals(List.of(), ApiContract.complaints(route, response), response::text);
    ALWAYS.forEach(header -> assertNotNull(response.headers().get(header), header));
    if (status >= 400) {
      JsonNode problem = requests.yard().tree(response);
      assertEquals(status, problem.path("status").asInt());
      assertTrue(
          Stream.of(Code.values()).anyMatch(code -> code.word().equals(problem.path("code").asText()) && code.status() == status),
          response::text);
    }
    assertEquals(status == 500 ? 1 : 0, requests.yard().faults.size(), () -> requests.yard().faults.toString());
    assertFalse(response.text().contains("secret of the inside"));
  }

  @TestFactory
  Stream<DynamicTest> eachExampleOfABodyDoes() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Route route : ApiContract.API.routes()) {
      for (var example : ApiContract.operation(route).path("requestBody").path("content").path(route.bodyType()).path("examples")
          .properties()) {
        tests.add(dynamicTest(route.operationId() + " " + example.getKey(), () -> {
          ApiRequests requests = new ApiRequests(route);
          JsonNode value = example.getValue().path("value");
          WebResponse response = requests.well(value.isTextual() ? value.asText() : value.toString());
          assertTrue(response.status() >= 200 && response.status() < 300, response::text);
          assertEquals(List.of(), ApiContract.complaints(route, response), response::text);
        }));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> eachExampleOfAResponseIsAsItsSchemaSays() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Route route : ApiContract.API.routes()) {
      for (var response : ApiContract.operation(route).path("responses").properties()) {
        for (var content : ApiContract.API.resolve(response.getValue()).path("content").properties()) {
          if (content.getValue().has("example")) {
            tests.add(
                dynamicTest(
                    route.operationId() + " " + response.getKey(),
                    () -> assertEquals(
                        List.of(), ApiContract.against(content.getValue().path("schema"), content.getValue().path("example")))));
          }
        }
      }
    }
    return tests.stream();
  }

  /** ASVS 4.1.3: every cell of role × route. */
  @TestFactory
  Stream<DynamicTest> eachRoleAtEachRoute() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Route route : ApiContract.API.routes()) {
      if (route.right() != null) {
        for (String user : List.of(ApiYard.WRITER, ApiYard.READER, ApiYard.USER, ApiYard.ADMIN)) {
          tests.add(dynamicTest(route.operationId() + " by " + user, () -> cell(route, user)));
        }
      }
    }
    return tests.stream();
  }

  private static void cell(Route route, String user) {
    JsonNode operation = ApiContract.operation(route);
    String role = switch (user) {
      case ApiYard.ADMIN -> "admin";
      case ApiYard.USER -> "user";
      default -> "webservices";
    };
    boolean listed = false;
    for (JsonNode each : operation.path("x-roles")) {
      listed |= each.asText().equals(role);
    }
    boolean may = listed && !(user.equals(ApiYard.READER) && operation.path("x-energy-writer").asBoolean());
    ApiYard yard = new ApiYard(ApiYard.FULL);
    yard.yard.online("cp-1");
    WebResponse response = yard.ask(route.method(), ApiContract.path(route), yard.token(user), ApiContract.exampleText(route));
    assertEquals(may, response.status() != 403, response::text);
    assertTrue(response.status() != 401 && response.status() < 500, response::text);
  }

  /** The description names those roles that the table of rights does, and says where the one login is meant. */
  @Test
  void rolesAreThoseOfTheTableOfRights() {
    for (Route route : ApiContract.API.routes()) {
      TreeSet<String> described = new TreeSet<>();
      ApiContract.operation(route).path("x-roles").forEach(role -> described.add(role.asText()));
      TreeSet<String> expected = new TreeSet<>();
      boolean writer = false;
      String right = route.right();
      if (right != null) {
        var roles = Rights.roles(Right.valueOf(right));
        roles.keySet().forEach(role -> expected.add(role.name().toLowerCase(Locale.ROOT)));
        writer = roles.get(Role.WEBSERVICES) == Rights.Term.WRITER;
      }
      assertEquals(expected, described, route.operationId());
      assertEquals(writer, ApiContract.operation(route).path("x-energy-writer").asBoolean(), route.operationId());
    }
  }
}
