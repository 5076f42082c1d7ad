package io.parkbench.rigs;

import com.github.luben.zstd.ZstdOutputStream;
import io.parkbench.kernel.JsonLines;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recordings as files: JSON lines, compressed with zstd at level 1. */
public final class Recorder {
  private static final int BUFFER_BYTES = 128 * 1024;

  private Recorder() {}

  /** Records into {@code file}, which is overwritten; its folders are made. */
  public static JsonLines to(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return new JsonLines(new BufferedOutputStream(new ZstdOutputStream(Files.newOutputStream(file), 1), BUFFER_BYTES));
  }

  /** Keeps no lines, only their hash. */
  public static JsonLines hashOnly() {
    return new JsonLines(OutputStream.nullOutputStream());
  }
}
