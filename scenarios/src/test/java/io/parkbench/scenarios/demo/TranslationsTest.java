package io.parkbench.scenarios.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's five languages say the same things, and whatever the page asks for by name is there. */
class TranslationsTest {
  private static final Path PAGE = Path.of("src/main/resources/io/parkbench/scenarios/demo/page");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern ASKED = Pattern.compile("\\bt\\(\"([A-Za-z.]+)\"");

  private static JsonNode words(String language) throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(PAGE.resolve("i18n/" + language + ".json")));
  }

  private static TreeSet<String> keys(JsonNode words) {
    TreeSet<String> keys = new TreeSet<>();
    words.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "pt"})
  void haveTheSameKeysAndPlaces(String language) throws IOException {
    JsonNode english = words("en");
    JsonNode other = words(language);
    assertEquals(keys(english), keys(other));
    for (String key : keys(english)) {
      assertEquals(places(english.get(key).asText()), places(other.get(key).asText()), key);
      assertFalse(other.get(key).asText().isBlank(), key);
    }
  }

  @Test
  void haveWhatThePageAsksFor() throws IOException {
    TreeSet<String> known = keys(words("en"));
    TreeSet<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.list(PAGE.resolve("js"))) {
      files.map(TranslationsTest::text).flatMap(text -> ASKED.matcher(text).results()).map(found -> found.group(1))
          .filter(key -> !known.contains(key) && !known.contains(key + ".other")).forEach(missing::add);
    }
    assertTrue(missing.isEmpty(), missing::toString);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
