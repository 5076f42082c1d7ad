package io.parkbench.rigs.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.rigs.outside.GatewayChoice.ApiAt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --gateway} takes, and what it says to the rest (R-BENCH-4). */
class GatewayChoiceTest {
  @TempDir private Path folder;

  @Test
  void aJarIsAFileThatIsThere() throws IOException {
    Path jar = Files.createFile(folder.resolve("gateway.jar"));
    assertEquals(new GatewayChoice.Jar(jar), GatewayChoice.named("jar:" + jar, null));
    String message = refused("jar:" + folder.resolve("other.jar"));
    assertTrue(message.contains("no such jar") && message.contains("mvnw -q -pl release"), message);
  }

  @Test
  void anImageHasAName() {
    assertEquals(new GatewayChoice.Image("parkbench:latest"), GatewayChoice.named("image:parkbench:latest", null));
    assertTrue(refused("image:--privileged").contains("no name of an image"));
  }

  @Test
  void aUrlServesOneScenarioUnlessEachHasAPlaceOfItsOwn() {
    assertFalse(GatewayChoice.named("url:ws://10.0.0.7:8887/", null).manyAtOnce());
    GatewayChoice.Url many = new GatewayChoice.Url("ws://10.0.0.7:8887/{scenario}/", null);
    assertTrue(many.manyAtOnce());
    assertEquals(URI.create("ws://10.0.0.7:8887/alloc-12/"), many.of("alloc-12"));
  }

  @ParameterizedTest
  @CsvSource({
      "url:http://host/, takes ws://", "url:wss://host/, not supported yet", "url:ws:///x, takes ws://",
      "url:ws://ho st/, takes ws://",
      "url:, --gateway is jar:FILE", "gateway.jar, --gateway is jar:FILE", "war:x, --gateway is jar:FILE"})
  void anythingElseIsRefusedWithTheForms(String text, String words) {
    assertTrue(refused(text).contains(words), refused(text));
  }

  @Test
  void anApiIsGivenForAUrlOnly() {
    ApiAt api = new ApiAt("host", 443, null, "anton", "secret");
    String message = String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> GatewayChoice.named("image:x", api)).getMessage());
    assertTrue(message.contains("--gateway-api"), message);
    assertFalse(api.toString().contains("secret"));
  }

  private static String refused(String text) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, () -> GatewayChoice.named(text, null)).getMessage());
  }
}
