package io.parkbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.reports.page.SampleRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The XML is well-formed whatever the texts, and a failure carries the command that repeats it. */
class JUnitXmlTest {
  @TempDir Path path;

  @Test
  void aFailureCarriesItsRepeatCommand() throws Exception {
    Document xml = write(Objects.requireNonNull(SampleRun.scenarios(path).verdicts()));

    assertEquals("3", xml.getDocumentElement().getAttribute("tests"));
    assertEquals("1", xml.getDocumentElement().getAttribute("failures"));
    assertEquals(2, xml.getElementsByTagName("testsuite").getLength());
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertTrue(failure.getTextContent().contains("Repeat: parkbench run features/alloc/disobedient.feature:31"));
  }

  @Test
  void anyTextIsWellFormed() throws Exception {
    String bad = "\u0000\u001b[31m<&\"'>]]>" + SampleRun.HOSTILE;
    Document xml = write(new Verdicts(List.of(new ScenarioVerdict("x", bad, bad, bad, 1, List.of(bad), Status.FAILED, 0, bad, bad,
        null, null, List.of(new StepVerdict(bad, Status.FAILED, bad))))));

    Element scenario = (Element) xml.getElementsByTagName("testcase").item(0);
    assertEquals("??[31m<&\"'>]]>" + SampleRun.HOSTILE, scenario.getAttribute("name"));
  }

  private Document write(Verdicts verdicts) throws Exception {
    Path file = path.resolve("junit.xml");
    JUnitXml.write(verdicts, file);
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }
}
