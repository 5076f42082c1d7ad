package io.parkbench.plant.charger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.parkbench.kernel.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One timer for all duties: each at its instant, at one instant in the order of their making. */
class AgendaTest {
  private final VirtualTime time = new VirtualTime(0, "");
  private final Agenda agenda = new Agenda(time);
  private final List<String> done = new ArrayList<>();

  private Agenda.Entry entry(String name) {
    return agenda.entry(() -> done.add(name + time.now()));
  }

  @Test
  void dutiesComeDueInOrder() {
    Agenda.Entry a = entry("a");
    Agenda.Entry b = entry("b");
    b.at(10);
    a.at(10);
    time.runUntil(9);
    assertEquals(List.of(), done);
    a.at(20);
    entry("c").at(10);
    time.runUntil(100);
    assertEquals(List.of("b10", "c10", "a20"), done);
  }

  @Test
  void whatIsPutOffOrForgottenDoesNotCome() {
    Agenda.Entry a = entry("a");
    a.at(10);
    a.at(50);
    a.atLatest(40);
    Agenda.Entry b = entry("b");
    b.at(10);
    b.never();
    time.runUntil(100);
    assertEquals(List.of("a40"), done);
  }

  @Test
  void aDutyMaySetItselfAndOthersAgain() {
    Agenda.Entry later = entry("later");
    Agenda.Entry[] self = new Agenda.Entry[1];
    self[0] = agenda.entry(() -> {
      done.add("self" + time.now());
      later.at(time.now());
      self[0].after(10);
    });
    self[0].at(10);
    time.runUntil(25);
    assertEquals(List.of("self10", "later10", "self20", "later20"), done);
    agenda.clear();
    time.runUntil(100);
    assertEquals(4, done.size());
  }
}
