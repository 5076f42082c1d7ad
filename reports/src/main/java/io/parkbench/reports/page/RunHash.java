package io.parkbench.reports.page;

import io.parkbench.reports.ScenarioVerdict;
import io.parkbench.reports.Verdicts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One hash for all recordings of a run: two runs with the same one are the same to the bit. */
final class RunHash {
  private RunHash() {}

  /** SHA-256 in hex over the lines {@code id hash}, in the order of the scenarios; null where nothing was recorded. */
  static @Nullable String of(Verdicts verdicts) {
    StringBuilder lines = new StringBuilder();
    for (ScenarioVerdict verdict : verdicts.scenarios()) {
      if (verdict.hash() != null) {
        lines.append(verdict.id()).append(' ').append(verdict.hash()).append('\n');
      }
    }
    if (lines.isEmpty()) {
      return null;
    }
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
