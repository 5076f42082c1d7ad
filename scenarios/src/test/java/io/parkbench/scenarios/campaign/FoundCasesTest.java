package io.parkbench.scenarios.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.parkbench.scenarios.campaign.plan.CaseFile;
import io.parkbench.scenarios.campaign.run.CaseRun;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases that a campaign has found and shrunk, each named after what was wrong: they stay right. */
class FoundCasesTest {
  static Stream<Path> cases() throws IOException, URISyntaxException {
    URL folder = FoundCasesTest.class.getResource("/campaign");
    assertNotNull(folder);
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void staysRight(Path file) throws IOException {
    assertEquals(List.of(), CaseRun.run(CaseFile.read(file)).failures());
  }
}
