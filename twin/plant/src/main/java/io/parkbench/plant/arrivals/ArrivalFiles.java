package io.parkbench.plant.arrivals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Reads an arrivals file of any known kind, by its name: {@code .csv}, {@code .json}, each also with {@code .gz}. */
public final class ArrivalFiles {
  private ArrivalFiles() {}

  /**
   * Reads {@code file}.
   *
   * @param zone of times that a CSV file gives without offset
   * @param queueStart instant of period 0 of an ACN-Sim event queue, µs; other files tell their own
   * @throws ArrivalFileException where the file is missing, of no known kind or wrong inside
   */
  public static RecordedArrivals read(Path file, ZoneId zone, long queueStart) throws ArrivalFileException {
    String shown = file.toString();
    String name = shown.toLowerCase(Locale.ROOT);
    boolean zipped = name.endsWith(".gz");
    String kind = zipped ? name.substring(0, name.length() - 3) : name;
    try {
      if (kind.endsWith(".csv")) {
        byte[] text = bytes(file, zipped);
        return CsvArrivals.read(
            shown, new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8), zone);
      }
      if (kind.endsWith(".json")) {
        return AcnData.read(shown, bytes(file, zipped), queueStart);
      }
    } catch (IOException e) {
      throw ArrivalFileException.of(shown, "cannot be read (" + e + "); is it there, and whole?");
    }
    throw ArrivalFileException.of(shown, "is of no known kind; give a .csv or an ACN-Data .json (also .gz)");
  }

  private static byte[] bytes(Path file, boolean zipped) throws IOException {
    byte[] raw = Files.readAllBytes(file);
    if (!zipped) {
      return raw;
    }
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      return stream.readAllBytes();
    }
  }
}
