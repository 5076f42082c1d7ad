package io.parkbench.scenarios.campaign.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parkbench.gateway.lease.LeasePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes cases, and all other JSON of a campaign's folder: names in snake case, null left out. */
public final class CaseFile {
  /** For the records of a campaign; never to be reconfigured. */
  public static final ObjectMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
      .enable(SerializationFeature.INDENT_OUTPUT)
      .addMixIn(LeasePolicy.class, Worded.class)
      .build();

  private CaseFile() {}

  /** Files call a policy by the word that the command line has for it. */
  private interface Worded {
    @JsonValue
    String word();
  }

  /** Fails with {@link IOException} on a file that is missing or not a case. */
  public static CampaignCase read(Path file) throws IOException {
    try {
      return JSON.readValue(file.toFile(), CampaignCase.class);
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is not a campaign case: " + e.getOriginalMessage(), e);
    }
  }

  public static void write(Path file, CampaignCase written) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    JSON.writeValue(file.toFile(), written);
  }

  public static String text(CampaignCase written) {
    try {
      return JSON.writeValueAsString(written);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
