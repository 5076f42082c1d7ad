package io.parkbench.gateway.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.Contact;
import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.Input;
import io.parkbench.kernel.Latency;
import io.parkbench.kernel.MemoryCarrier;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualNet;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.protocol.modbus.Pdu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The inputs of a site together: which are active, what is told, and what a change of the site means to them (R-DI-1, R-SITE-7). */
class InputsTest {
  private final VirtualTime time = new VirtualTime(0, "");
  private final VirtualNet net = new VirtualNet(time, new Seed(1), Recording.NONE, new MemoryCarrier(), Latency.LOCAL);
  private final List<String> told = new ArrayList<>();
  private Inputs inputs = inputs(List.of(input(1, true, 60), input(2, true, 40)));

  private static Input input(int number, boolean enabled, int percent) {
    return new Input(number, "In " + number, enabled, percent, false);
  }

  private Inputs inputs(List<Input> all) {
    return new Inputs(time.loop(), net, all, Recording.NONE, new Inputs.Listener() {
      @Override
      public void changed(InputState input) {
        told.add(input.input().number() + (input.active() ? " on" : " off"));
      }

      @Override
      public void noticed(Input input, String text) {
        told.add(text);
      }
    });
  }

  private void drive(int number, boolean high) {
    net.pins().driver(Input.pin(number)).drive(high);
    time.runFor(Duration.ofSeconds(3));
  }

  @Test
  void thoseThatAreActiveAreKnownByNumberAndInTheOrderOfTheSite() {
    inputs.start();
    drive(2, true);
    drive(1, true);
    assertEquals(List.of(1, 2), inputs.activeInputs().stream().map(Input::number).toList());
    assertTrue(inputs.active(1));
    assertFalse(inputs.active(3), "not there");
    drive(1, false);
    assertEquals(List.of(2), inputs.activeInputs().stream().map(Input::number).toList());
    assertEquals(List.of("2 on", "1 on", "1 off"), told.stream().filter(line -> line.matches("\\d o.*")).toList());
  }

  @Test
  void switchedOffWhileActiveItLimitsNoMoreAndSwitchedOnItDoesAtOnce() {
    inputs.start();
    drive(1, true);
    told.clear();
    inputs.replace(List.of(input(1, false, 60), input(2, true, 40)));
    assertEquals(List.of("input 1 is not active any more", "1 off"), told);
    assertFalse(inputs.active(1));
    assertEquals(true, inputs.states().getFirst().high(), "its level is shown all the same");
    told.clear();
    inputs.replace(List.of(input(1, true, 70), input(2, true, 40)));
    assertEquals(List.of("input 1 is active: 70 % of each zone's maximum remain", "1 on"), told);
  }

  @Test
  void oneThatIsTakenAwayCountsNoMoreAndANewContactBeginsAnew() {
    inputs.start();
    drive(1, true);
    drive(2, true);
    told.clear();
    Contact low = new Contact(
        new ContactSource.Virtual(), false, Contact.DEBOUNCE, Contact.HOLD, Contact.OnLoss.KEEP, Contact.LOST_AFTER);
    inputs.replace(List.of(new Input(1, "In 1", true, 60, false, low)));
    assertEquals(List.of("1 off", "2 off"), told);
    told.clear();
    time.runFor(Duration.ofSeconds(3));
    assertEquals(List.of(), told, "high, and active at the low level");
    drive(2, false);
    drive(1, false);
    assertEquals("1 on", told.getLast());
  }

  @Test
  void whatAModuleRefusesIsToldWithARemedy() {
    List<byte[]> replies = List.of(
        Pdu.exception(2, Pdu.ILLEGAL_FUNCTION), Pdu.exception(2, Pdu.ILLEGAL_ADDRESS), Pdu.exception(2, Pdu.TARGET_SILENT),
        Pdu.exception(2, Pdu.DEVICE_FAILURE), new byte[] {2, 2, 0, 0}, new byte[] {3, 1, 1});
    List<String> remedies = List.of(
        "it has no discrete inputs): read another device", "there is none with that number): correct address",
        "the unit does not answer its gateway): look at unit", "exception 4): look at the module",
        "answers something else than it was asked for", "answers something else than it was asked for");
    Contact contact = new Contact(
        new ContactSource.Modbus("10.0.0.9", 502, 1, 5, Duration.ofMillis(100)), true, Contact.DEBOUNCE, Contact.HOLD,
        Contact.OnLoss.ACTIVE, Contact.LOST_AFTER);
    inputs = inputs(List.of(new Input(3, "Far", true, 60, false, contact)));
    inputs.start();
    time.runFor(Duration.ofSeconds(3));
    assertTrue(String.valueOf(inputs.states().getFirst().why()).contains("there is no connection to 10.0.0.9:502"), "nobody there");
    assertTrue(inputs.active(3), "lost from the beginning on");
    for (int i = 0; i < replies.size(); i++) {
      byte[] answer = replies.get(i);
      net.serve("10.0.0.9", 502, (unit, request, reply) -> reply.send(answer));
      time.runFor(Duration.ofSeconds(1));
      String why = String.valueOf(inputs.states().getFirst().why());
      assertTrue(why.contains(remedies.get(i)), why);
    }
    net.serve("10.0.0.9", 502, (unit, request, reply) -> {});
    time.runFor(Duration.ofSeconds(1));
    assertTrue(String.valueOf(inputs.states().getFirst().why()).contains("does not answer: look at the module's supply"));
    net.serve("10.0.0.9", 502, (unit, request, reply) -> reply.send(Pdu.discreteReply(false)));
    time.runFor(Duration.ofSeconds(1));
    assertFalse(inputs.active(3));
    assertEquals("the source of input 3 is back", told.get(told.size() - 3));
  }

  @Test
  void aContactIsNotPolledOnVirtualTime() {
    inputs.start();
    drive(1, false);
    drive(2, false);
    time.runFor(Duration.ofSeconds(10));
    long before = time.events();
    time.runUntil(time.now() + Micros.DAY);
    assertEquals(before, time.events());
  }
}
