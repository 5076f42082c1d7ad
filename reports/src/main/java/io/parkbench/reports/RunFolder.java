package io.parkbench.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a run leaves what it did: {@code run.json}, {@code verdicts.json}, {@code summary.json} or {@code comparison.json}, and
 * {@code recordings/}. Names in the files are the record components in snake case; absent means null. A reader
 * passes over fields it does not know.
 */
public record RunFolder(Path path) {
  private static final ObjectMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  private static final String RUN = "run.json";
  private static final String VERDICTS = "verdicts.json";
  private static final String SUMMARY = "summary.json";
  private static final String COMPARISON = "comparison.json";
  private static final String RECORDINGS = "recordings";

  /** Creates the folder, with {@code recordings/} in it, unless it exists. */
  public static RunFolder create(Path path) throws IOException {
    Files.createDirectories(path.resolve(RECORDINGS));
    return new RunFolder(path);
  }

  public void write(RunInfo run) throws IOException {
    write(RUN, run);
  }

  public void write(Verdicts verdicts) throws IOException {
    write(VERDICTS, verdicts);
  }

  public void write(Summary summary) throws IOException {
    write(SUMMARY, summary);
  }

  public void write(Comparison comparison) throws IOException {
    write(COMPARISON, comparison);
  }

  /** Where the recording of the scenario (or {@code sim}) with this id belongs. */
  public Path recording(String id) {
    return path.resolve(RECORDINGS).resolve(id + ".jsonl.zst");
  }

  /** All recordings of the folder, by name. */
  public List<Path> recordings() throws IOException {
    Path directory = path.resolve(RECORDINGS);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jsonl.zst")).sorted().toList();
    }
  }

  /** A path inside this folder as the files name it, with forward slashes, e.g. {@code recordings/sim.jsonl.zst}. */
  public String name(Path inside) {
    return path.relativize(inside).toString().replace('\\', '/');
  }

  /** Where the evidence report is put. */
  public Path report() {
    return path.resolve("report.html");
  }

  /** Reads {@code run.json}; throws if it is missing or no JSON of that form. */
  public RunInfo run() throws IOException {
    return JSON.readValue(path.resolve(RUN).toFile(), RunInfo.class);
  }

  /** Reads {@code verdicts.json}; null for a run without scenarios. */
  public @Nullable Verdicts verdicts() throws IOException {
    return readIfThere(VERDICTS, Verdicts.class);
  }

  /** Reads {@code summary.json}; null for a run of scenarios. */
  public @Nullable Summary summary() throws IOException {
    return readIfThere(SUMMARY, Summary.class);
  }

  /** Reads {@code comparison.json}; null for a run that compares nothing. */
  public @Nullable Comparison comparison() throws IOException {
    return readIfThere(COMPARISON, Comparison.class);
  }

  private <T> @Nullable T readIfThere(String name, Class<T> type) throws IOException {
    Path file = path.resolve(name);
    return Files.exists(file) ? JSON.readValue(file.toFile(), type) : null;
  }

  private void write(String name, Object content) throws IOException {
    JSON.writeValue(path.resolve(name).toFile(), content);
  }
}
