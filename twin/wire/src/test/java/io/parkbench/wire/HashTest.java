package io.parkbench.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-BENCH-3: the recording's hash is that of the seed, whatever carries the frames and whichever process runs. */
class HashTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theHashOverSocketsIsThatInMemory(long seed) {
    assertEquals(RandomTraffic.hash(false, seed, -1), RandomTraffic.hash(true, seed, -1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theHashOfPollingOverModbusIsThatInMemory(long seed) {
    String hash = RandomPolling.hash(false, seed);
    assertEquals(hash, RandomPolling.hash(true, seed));
    assertNotEquals(hash, RandomPolling.hash(false, seed + 100));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theHashOfWebTrafficOverHttpsIsThatInMemory(long seed) {
    String hash = RandomWeb.hash(false, seed);
    assertEquals(hash, RandomWeb.hash(true, seed));
    assertNotEquals(hash, RandomWeb.hash(false, seed + 100));
  }

  @Test
  void anotherSeedOrOneAlteredByteChangesIt() {
    String hash = RandomTraffic.hash(false, 1, -1);
    assertNotEquals(hash, RandomTraffic.hash(false, 2, -1));
    for (int frame = 0; frame < 50; frame++) {
      assertNotEquals(hash, RandomTraffic.hash(false, 1, frame), "frame " + frame);
    }
  }

  @Test
  void twoProcessesAgree() throws IOException {
    String hash = RandomTraffic.hash(false, 11, -1);
    assertEquals(hash, inAnotherProcess("memory"));
    assertEquals(hash, inAnotherProcess("loopback"));
  }

  private static String inAnotherProcess(String carrier) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(
        java, "-cp", System.getProperty("java.class.path"), RandomTraffic.class.getName(), carrier, "11").redirectErrorStream(true)
        .start();
    try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      return String.valueOf(out.readLine());
    }
  }
}
