package io.parkbench.gateway.api;

import io.parkbench.gateway.api.web.OpenApi;
import io.parkbench.gateway.api.web.Operation;
import java.util.Map;
import java.util.Objects;

/** Answers the requests for what this is: the description and the versions, three independent ones (T-11). */
final class Description {
  private final OpenApi api;

  Description(OpenApi api) {
    this.api = api;
  }

  private record Version(String productVersion, String apiVersion, String schemaVersion) {}

  void addTo(Map<String, Operation> operations) {
    operations.put("getDescription", call -> call.answer(200, api.json()));
    operations.put(
        "getVersion",
        call -> call.answer(
            200, new Version(product(), "v2", api.document().at("/info/version").asText())));
  }

  /** As the jar says; {@code 0-development} where the classes lie in a folder. */
  private static String product() {
    return Objects.requireNonNullElse(Description.class.getPackage().getImplementationVersion(), "0-development");
  }
}
