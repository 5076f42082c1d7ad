package io.parkbench.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.WebResponse;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-BEMS-10: the page to read and try the API, which is no way around its login. */
class ApiDocsTest {
  private final ApiYard yard = new ApiYard();

  @ParameterizedTest
  @CsvSource({"/api/docs, text/html", "/api/docs/docs.js, text/javascript", "/api/docs/docs.css, text/css"})
  void thePageNeedsNoLoginAndLoadsNothingFromElsewhere(String path, String type) {
    WebResponse response = yard.raw("GET", path, null, "", true);
    assertEquals(200, response.status());
    assertEquals(type + ";charset=utf-8", response.headers().get("Content-Type"));
    String policy = Objects.requireNonNull(response.headers().get("Content-Security-Policy"));
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
    assertFalse(policy.contains("unsafe") || policy.contains("http"), policy);
    assertFalse(response.text().contains("://"), "all that it loads is its own");
    assertFalse(response.text().contains("innerHTML") || response.text().contains("style="));
  }

  @Test
  void theDescriptionNeedsOne() {
    assertEquals(401, yard.ask("GET", "/openapi.json", null, "").status());
    assertEquals("3.1.0", yard.read("/openapi.json").path("openapi").asText());
  }

  @Test
  void nothingElseIsThere() {
    assertEquals(404, yard.raw("GET", "/api/docs/../application.yaml", null, "", true).status());
    assertEquals(404, yard.raw("GET", "/api/docs/", null, "", true).status());
    assertEquals(404, yard.raw("GET", "/", null, "", true).status());
  }

  @Test
  void inTheClearItIsNotServed() {
    assertEquals(308, yard.raw("GET", "/api/docs", null, "", false, "Host", "gateway.example").status());
  }
}
