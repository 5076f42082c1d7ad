package io.parkbench.plant.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.parkbench.plant.fault.Topology.Segment;
import io.parkbench.plant.fault.Topology.Shape;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R-PLANT-6: who is cut off by what. */
class TopologyTest {
  private final Topology network = new Topology(List.of(
      new Segment("hall", Shape.STAR, null, List.of("S1", "S2")),
      new Segment("row", Shape.CHAIN, "hall", List.of("C1", "C2", "C3")),
      new Segment("deck", Shape.RING, "hall", List.of("R1", "R2", "R3")),
      new Segment("yard", Shape.STAR, null, List.of("Y1"))));

  private String lost(String... broken) {
    return String.join(" ", network.cutOff(Set.of(broken)));
  }

  @Test
  void aStarLosesTheStationOfItsCableAndAllWithItsSwitch() {
    assertEquals("", lost());
    assertEquals("S2", lost("hall/2"));
    assertEquals("S1", lost("hall:S1"));
    assertEquals("Y1", lost("yard"));
    assertEquals("S1 S2 C1 C2 C3 R1 R2 R3", lost("hall"));
  }

  @Test
  void aChainLosesAllBehindTheBreak() {
    assertEquals("C2 C3", lost("row/2"));
    assertEquals("C1 C2 C3", lost("row/1"));
    assertEquals("C2 C3", lost("row:C2"));
    assertEquals("C1 C2 C3", lost("row"));
  }

  @Test
  void aRingHealsOneBreakAndLosesWhatLiesBetweenTwo() {
    for (int cable = 1; cable <= 4; cable++) {
      assertEquals("", lost("deck/" + cable));
    }
    assertEquals("R2", lost("deck:R2"));
    assertEquals("R2", lost("deck/2", "deck/3"));
    assertEquals("R1 R2", lost("deck/1", "deck/3"));
    assertEquals("R1 R2 R3", lost("deck/1", "deck/4"));
    assertEquals("R1 R2 R3", lost("deck"));
  }

  @Test
  void whatDoesNotExistIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> network.check("deck/5"));
    assertThrows(IllegalArgumentException.class, () -> network.check("attic"));
    assertThrows(IllegalArgumentException.class,
        () -> new Topology(List.of(new Segment("a", Shape.STAR, "b", List.of()))));
    assertThrows(IllegalArgumentException.class,
        () -> new Topology(
            List.of(new Segment("a", Shape.STAR, null, List.of("X")), new Segment("b", Shape.STAR, null, List.of("X")))));
  }
}
