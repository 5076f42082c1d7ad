package io.parkbench.reports;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes verdicts as JUnit XML for a continuous-integration server: a suite per feature, a case per scenario, and with
 * every failure the command that repeats it (R-BENCH-1).
 */
public final class JUnitXml {
  private JUnitXml() {}

  /** Writes the file, replacing one that is there. Characters that XML cannot carry become question marks. */
  public static void write(Verdicts verdicts, Path file) throws IOException {
    Map<String, List<ScenarioVerdict>> suites = verdicts.scenarios().stream()
        .collect(Collectors.groupingBy(ScenarioVerdict::feature, LinkedHashMap::new, Collectors.toList()));
    try (Writer out = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      counts(xml, verdicts.scenarios());
      for (Map.Entry<String, List<ScenarioVerdict>> suite : suites.entrySet()) {
        xml.writeStartElement("testsuite");
        attribute(xml, "name", suite.getKey());
        counts(xml, suite.getValue());
        for (ScenarioVerdict scenario : suite.getValue()) {
          scenario(xml, scenario);
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException wrong) {
      throw new IOException(wrong);
    }
  }

  private static void counts(XMLStreamWriter xml, List<ScenarioVerdict> scenarios) throws XMLStreamException {
    xml.writeAttribute("tests", Integer.toString(scenarios.size()));
    xml.writeAttribute("failures", count(scenarios, Status.FAILED));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", count(scenarios, Status.SKIPPED));
    xml.writeAttribute("time", seconds(scenarios.stream().mapToDouble(ScenarioVerdict::seconds).sum()));
  }

  private static void scenario(XMLStreamWriter xml, ScenarioVerdict scenario) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(xml, "classname", scenario.feature());
    attribute(xml, "name", scenario.name());
    attribute(xml, "file", scenario.uri());
    attribute(xml, "line", Integer.toString(scenario.line()));
    attribute(xml, "time", seconds(scenario.seconds()));
    switch (scenario.status()) {
      case PASSED -> {
        // a case without a child has passed
      }
      case FAILED -> {
        xml.writeStartElement("failure");
        attribute(xml, "message", firstLine(scenario.message()));
        xml.writeCharacters(clean(text(scenario.message()) + "\n\nRepeat: " + scenario.repeat() + '\n' + steps(scenario)));
        xml.writeEndElement();
      }
      case SKIPPED -> {
        xml.writeStartElement("skipped");
        attribute(xml, "message", firstLine(scenario.message()));
        xml.writeEndElement();
      }
    }
    xml.writeStartElement("system-out");
    xml.writeCharacters(clean("Tags: " + String.join(" ", scenario.tags()) + "\nRepeat: " + scenario.repeat() + '\n'));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String steps(ScenarioVerdict scenario) {
    return scenario.steps().stream().map(step -> String.format(Locale.ROOT, "%n%-8s%s", step.status().word(), step.text()))
        .collect(Collectors.joining());
  }

  private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  private static String clean(String text) {
    return text.codePoints()
        .map(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF ? c
            : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  private static String firstLine(@Nullable String message) {
    return text(message).lines().findFirst().orElse("");
  }

  private static String text(@Nullable String message) {
    return message == null ? "" : message;
  }

  private static String count(List<ScenarioVerdict> scenarios, Status status) {
    return Long.toString(scenarios.stream().filter(scenario -> scenario.status() == status).count());
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
