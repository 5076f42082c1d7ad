package io.parkbench.scenarios.probe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a battery came to.
 *
 * @param device what people call the device
 * @param facts what it said of itself: label and value, in order
 * @param command what repeats it
 */
public record Sheet(String device, List<Fact> facts, List<Result> results, String command) {
  /** A line about the device. */
  public record Fact(String label, String value) {}

  public Sheet {
    facts = List.copyOf(facts);
    results = List.copyOf(results);
  }

  public int count(Verdict verdict) {
    return (int) results.stream().filter(result -> result.verdict() == verdict).count();
  }

  /** The words of the catalogue that were found, each once, in the order in which they were. */
  public List<String> quirks() {
    Set<String> words = new LinkedHashSet<>();
    results.forEach(result -> words.addAll(result.finding().quirks()));
    return List.copyOf(words);
  }

  /** Probes that found something that the catalogue has no word for. */
  public List<Result> oddities() {
    return results.stream().filter(result -> result.verdict() == Verdict.QUIRK && result.finding().quirks().isEmpty()).toList();
  }

  /** All figures by name. */
  public Map<String, Figure> figures() {
    Map<String, Figure> figures = new TreeMap<>();
    results.forEach(result -> result.finding().figures().forEach(figure -> figures.put(figure.name(), figure)));
    return figures;
  }

  /** The results under each heading, in order. */
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (Result result : results) {
      if (groups.isEmpty() || !groups.getLast().name().equals(result.group())) {
        groups.add(new Group(result.group(), new ArrayList<>()));
      }
      groups.getLast().results().add(result);
    }
    return groups;
  }

  /** The results under one heading. */
  public record Group(String name, List<Result> results) {}
}
