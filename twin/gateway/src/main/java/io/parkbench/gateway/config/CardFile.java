package io.parkbench.gateway.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Cards as a table (R-AUTH-3): a line of names, then a card a line. What a spreadsheet would take for a formula is written behind an apostrophe,
 * which is taken away again when it is read (ASVS 7.3.1).
 */
public final class CardFile {
  static final List<String> COLUMNS = List.of("id_tag", "vip", "authorised", "priority", "zones", "comment");
  private static final String FORMULA = "=+-@\t\r'";
  private static final CsvMapper CSV = CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES)
      .enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();
  private static final String BETWEEN_ZONES = ";";

  private CardFile() {}

  /** A table that cannot be read, with all that is wrong with it. */
  public static final class CardFileException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<String> problems;

    CardFileException(List<String> problems) {
      super(String.join("\n", problems));
      this.problems = List.copyOf(problems);
    }

    /** Each with its line. */
    public List<String> problems() {
      return problems;
    }
  }

  /** The table of these cards, entries of a site file. */
  public static String write(List<ObjectNode> cards) {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
    COLUMNS.forEach(schema::addColumn);
    List<Map<String, String>> rows = new ArrayList<>();
    for (ObjectNode card : cards) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("id_tag", safe(card.path("id").asText()));
      row.put("vip", card.path("vip").asText("false"));
      row.put("authorised", card.path("authorised").asText("true"));
      row.put("priority", card.path("priority").asText("0"));
      row.put("zones", safe(zones(card.path("zones"))));
      row.put("comment", safe(card.path("comment").asText("")));
      rows.add(row);
    }
    try {
      return CSV.writer(schema.build()).writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cards that cannot be written", e);
    }
  }

  private static String zones(JsonNode zones) {
    if (!zones.isArray()) {
      return "all";
    }
    List<String> names = new ArrayList<>();
    zones.forEach(zone -> names.add(zone.asText()));
    return String.join(BETWEEN_ZONES, names);
  }

  /** The cards of a table; whether they fit the site is for its reader to say. */
  public static List<ObjectNode> read(String text) throws CardFileException {
    List<ObjectNode> cards = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
        .with(CsvSchema.emptySchema().withHeader()).readValues(plain)) {
      while (rows.hasNextValue()) {
        Map<String, String> row = rows.nextValue();
        if (cards.isEmpty() && problems.isEmpty()) {
          checkColumns(row, problems);
        }
        cards.add(card(row, cards.size() + 1, problems));
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add("line " + line + ": no proper CSV: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("text that cannot be read", e);
    }
    if (cards.isEmpty() && problems.isEmpty() && !plain.strip().startsWith("id_tag")) {
      problems.add("line 1: the first line names the columns: " + String.join(",", COLUMNS));
    }
    if (!problems.isEmpty()) {
      throw new CardFileException(problems);
    }
    return cards;
  }

  private static void checkColumns(Map<String, String> row, List<String> problems) {
    if (!row.containsKey("id_tag")) {
      problems.add("line 1: there is no column id_tag; the columns are " + String.join(",", COLUMNS));
    }
    for (String column : new TreeSet<>(row.keySet())) {
      if (!COLUMNS.contains(column)) {
        problems.add("line 1: the column '" + column + "' is not known; the columns are " + String.join(",", COLUMNS));
      }
    }
  }

  private static ObjectNode card(Map<String, String> row, int number, List<String> problems) {
    ObjectNode card = JsonNodeFactory.instance.objectNode();
    card.put("id", plain(row.getOrDefault("id_tag", "")));
    flag(row, "vip", false, number, card, problems);
    flag(row, "authorised", true, number, card, problems);
    String priority = row.getOrDefault("priority", "");
    if (priority.matches("\\d{1,3}")) {
      long value = Long.parseLong(priority);
      if (value > 0) {
        card.put("priority", value);
      }
    } else if (!priority.isEmpty()) {
      problems.add("card " + number + ": priority '" + priority + "' is not a whole number from 0 to 100");
    }
    String zones = plain(row.getOrDefault("zones", ""));
    if (!zones.isEmpty() && !zones.equals("all")) {
      for (String zone : zones.split(BETWEEN_ZONES, -1)) {
        card.withArray("zones").add(zone.strip());
      }
    }
    String comment = plain(row.getOrDefault("comment", ""));
    if (!comment.isEmpty()) {
      card.put("comment", comment);
    }
    return card;
  }

  private static void flag(
      Map<String, String> row, String column, boolean usual, int number, ObjectNode card, List<String> problems) {
    String word = row.getOrDefault(column, "");
    switch (word) {
      case "" -> {}
      case "true", "false" -> {
        if (word.equals("true") != usual) {
          card.put(column, !usual);
        }
      }
      default -> problems.add("card " + number + ": " + column + " '" + word + "' is neither true nor false");
    }
  }

  private static String safe(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String plain(String text) {
    return text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0 ? text.substring(1) : text;
  }
}
