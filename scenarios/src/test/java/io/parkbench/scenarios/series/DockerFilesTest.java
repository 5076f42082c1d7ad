package io.parkbench.scenarios.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.parkbench.reports.series.Field;
import io.parkbench.reports.series.grafana.Dashboard;
import io.parkbench.reports.series.grafana.GrafanaJson;
import io.parkbench.reports.series.grafana.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What lies in {@code docker/}: it parses, names files that exist, and the dashboards are those of the panel table. */
class DockerFilesTest {
  private static final Path DOCKER = Path.of(System.getProperty("parkbench.root", "..")).resolve("docker");
  private static final String WRITE = "parkbench.write-dashboards";

  private static JsonNode yaml(String file) throws IOException {
    return Http.JSON.valueToTree(new Yaml().load(Files.readString(DOCKER.resolve(file))));
  }

  @Test
  void composeNamesFilesServicesAndVolumesThatExist() throws IOException {
    JsonNode compose = yaml("compose.yaml");
    List<String> wrong = new ArrayList<>();
    compose.path("services").properties().forEach(entry -> {
      JsonNode service = entry.getValue();
      service.path("depends_on").fieldNames().forEachRemaining(other -> {
        if (!compose.path("services").has(other)) {
          wrong.add(entry.getKey() + " depends on " + other);
        }
      });
      service.path("volumes").forEach(volume -> {
        String from = volume.asText().split(":", -1)[0];
        if (from.startsWith(".") ? !Files.exists(DOCKER.resolve(from)) : !compose.path("volumes").has(from)) {
          wrong.add(entry.getKey() + " mounts " + from);
        }
      });
      JsonNode build = service.path("build");
      if (!build.isMissingNode()
          && !Files.exists(DOCKER.resolve(build.path("context").asText()).resolve(build.path("dockerfile").asText()))) {
        wrong.add(entry.getKey() + " is built by " + build);
      }
    });
    assertEquals(List.of(), wrong);
    assertEquals(Influx2.IMAGE, compose.path("services").path("influxdb").path("image").asText(), "tested is what is shipped");
  }

  @Test
  void dataSourcesAreThoseThatTheDashboardsName() throws IOException {
    Map<String, String> types = new TreeMap<>();
    yaml("grafana/provisioning/datasources/parkbench.yaml").path("datasources")
        .forEach(source -> types.put(source.path("uid").asText(), source.path("type").asText()));
    for (Language language : Language.values()) {
      assertEquals(language.type(), types.get(language.uid()), "the data source " + language.uid());
    }
    JsonNode services = yaml("compose.yaml").path("services");
    yaml("grafana/provisioning/datasources/parkbench.yaml").path("datasources").forEach(source -> {
      String host = source.path("url").asText().replaceAll("^http://([^:]+):.*$", "$1");
      assertTrue(services.has(host), "compose has no service " + host);
    });
  }

  @Test
  void providersReadFoldersThatComposeMounts() throws IOException {
    String mounted = "/var/lib/grafana/dashboards";
    boolean isMounted = yaml("compose.yaml").path("services").path("grafana").path("volumes").valueStream()
        .anyMatch(volume -> volume.asText().startsWith("./grafana/dashboards:" + mounted));
    assertTrue(isMounted);
    yaml("grafana/provisioning/dashboards/parkbench.yaml").path("providers").forEach(provider -> {
      String path = provider.path("options").path("path").asText();
      assertTrue(path.startsWith(mounted + "/"), path);
      assertTrue(Files.isDirectory(DOCKER.resolve("grafana/dashboards").resolve(path.substring(mounted.length() + 1))), path);
    });
  }

  /** {@code ./mvnw test -pl scenarios -am -Dtest=DockerFilesTest -Dparkbench.write-dashboards=true …} writes them anew. */
  @Test
  void theDashboardsAreThoseOfThePanelTable() throws IOException {
    for (Language language : Language.values()) {
      Path folder = DOCKER.resolve("grafana/dashboards").resolve(language.server().toLowerCase(Locale.ROOT));
      for (Dashboard dashboard : Dashboard.all()) {
        Path file = folder.resolve(dashboard.id() + ".json");
        String wanted = GrafanaJson.write(dashboard, language);
        if (Boolean.getBoolean(WRITE)) {
          Files.createDirectories(folder);
          Files.writeString(file, wanted);
        }
        assertEquals(wanted, Files.readString(file), file + " is not as the table says; -D" + WRITE + "=true writes it");
        assertNotNull(Http.JSON.readTree(wanted).path("panels").get(0));
      }
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(Dashboard.all().size(), files.count(), "files in " + folder);
      }
    }
  }

  @Test
  void theReadmeHasTheTableOfFields() throws IOException {
    String readme = Files.readString(DOCKER.resolve("README.md"));
    List<String> missing = Stream.of(Field.values()).map(Field::row).filter(row -> !readme.contains(row)).toList();
    assertEquals(List.of(), missing, "rows that docker/README.md has not");
  }
}
