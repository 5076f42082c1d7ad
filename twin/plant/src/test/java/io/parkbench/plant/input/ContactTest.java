package io.parkbench.plant.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Seed;
import io.parkbench.kernel.VirtualTime;
import io.parkbench.protocol.modbus.Pdu;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contacts that bounce, stick and break, and the modules that read them (R-PLANT-3, R-DI-4). */
class ContactTest {
  private static final long MILLI = Micros.MILLISECOND;

  private final VirtualTime time = new VirtualTime(0, "");
  private final List<String> edges = new ArrayList<>();

  private Contact contact(ContactSetup setup, long seed) {
    return new Contact(setup, time.loop(), new Seed(seed).fork("contact"), high -> edges.add(time.now() + (high ? " 1" : " 0")));
  }

  @Test
  void aSolidStateContactHasCleanEdges() {
    Contact contact = contact(ContactSetup.USUAL.bouncing(0), 1);
    time.runUntil(10 * MILLI);
    contact.close();
    time.runUntil(20 * MILLI);
    contact.open();
    time.runUntil(30 * MILLI);
    assertEquals(List.of("0 0", "10000 1", "20000 0"), edges);
  }

  @Test
  void aRelayBouncesForItsTimeAndEndsWhereItWasMoved() {
    Contact contact = contact(ContactSetup.USUAL, 1);
    contact.close();
    assertTrue(contact.isHigh(), "the first touch is at once");
    time.runUntil(Micros.SECOND);
    assertTrue(contact.isHigh());
    assertTrue(edges.size() > 4 && edges.size() % 2 == 0, "bounced: " + edges);
    assertTrue(Long.parseLong(edges.getLast().split(" ", -1)[0]) <= 5 * MILLI, "for 5 ms at most: " + edges);
    assertEquals(edges, bounceAgain(1), "the same chance, the same bounce");
    assertNotEquals(edges, bounceAgain(2));
  }

  private static List<String> bounceAgain(long seed) {
    ContactTest other = new ContactTest();
    other.contact(ContactSetup.USUAL, seed).close();
    other.time.runUntil(Micros.SECOND);
    return other.edges;
  }

  @Test
  void chatterHasItsFrequencyAndEndsWhereItBegan() {
    Contact contact = contact(ContactSetup.USUAL, 1);
    contact.chatter(Micros.SECOND, 100);
    time.runUntil(2 * Micros.SECOND);
    assertEquals(201, edges.size(), "100 Hz are 200 edges a second, and one before");
    assertFalse(contact.isHigh());
  }

  @Test
  void aStuckOneStaysAndFollowsWhenItComesLoose() {
    Contact contact = contact(ContactSetup.USUAL.bouncing(0), 1);
    contact.stick(true);
    contact.close();
    assertFalse(contact.isClosed());
    contact.stick(false);
    assertTrue(contact.isClosed());
    contact.stick(true);
    contact.open();
    assertTrue(contact.isHigh(), "welded");
  }

  @Test
  void aBrokenWireLeavesThePinLowHoweverItIsWired() {
    for (boolean inverted : new boolean[] {false, true}) {
      Contact contact = contact(ContactSetup.USUAL.bouncing(0).inverted(inverted), 1);
      assertEquals(inverted, contact.isHigh());
      contact.breakWire(true);
      assertFalse(contact.isHigh());
      contact.close();
      assertFalse(contact.isHigh());
      contact.breakWire(false);
      assertEquals(!inverted, contact.isHigh());
    }
  }

  @Test
  void disturbancesAreShort() {
    contact(ContactSetup.USUAL.disturbedEvery(Micros.SECOND), 1);
    time.runUntil(Micros.MINUTE);
    assertTrue(edges.size() > 60 && edges.size() < 240, edges.size() + " edges in a minute");
    for (int i = 1; i + 1 < edges.size(); i += 2) {
      long up = Long.parseLong(edges.get(i).split(" ", -1)[0]);
      long down = Long.parseLong(edges.get(i + 1).split(" ", -1)[0]);
      assertTrue(down - up <= 10 * MILLI, edges.get(i) + " to " + edges.get(i + 1));
    }
    assertThrows(IllegalArgumentException.class, () -> ContactSetup.USUAL.bouncing(-1));
  }

  @Test
  void aModuleRepliesWithTheLevelsAtItsTerminals() {
    RemoteInputs module = new RemoteInputs();
    Contact contact = new Contact(
        ContactSetup.USUAL.bouncing(0), time.loop(), new Seed(1).fork("contact"), module.terminal(7, 3));
    assertEquals("020100", ask(module, 7, Pdu.readDiscrete(0, 8)));
    contact.close();
    assertEquals("020108", ask(module, 7, Pdu.readDiscrete(0, 8)));
    assertEquals("020101", ask(module, 7, Pdu.readDiscrete(3, 1)));
    assertEquals("02020800", ask(module, 7, Pdu.readDiscrete(0, 16)));
    assertEquals("", ask(module, 8, Pdu.readDiscrete(0, 8)), "no such unit");
    assertEquals("8202", ask(module, 7, Pdu.readDiscrete(0, 17)), "no such terminal");
    assertEquals("8203", ask(module, 7, Pdu.readDiscrete(0, 0)));
    assertEquals("8203", ask(module, 7, new byte[] {2, 0}));
    assertEquals("8301", ask(module, 7, Pdu.read(3, 0, 1)));
  }

  private static String ask(RemoteInputs module, int unit, byte[] request) {
    StringBuilder answer = new StringBuilder();
    module.asked(unit, request, reply -> answer.append(HexFormat.of().formatHex(reply)));
    return answer.toString();
  }

  @Test
  void closingsComeEachDayByTheClocksOfTheSite() {
    Instant start = Instant.parse("2026-03-28T08:30:00Z");
    VirtualTime site = new VirtualTime(Micros.of(start), "");
    List<String> seen = new ArrayList<>();
    Closing.EachDay daily = new Closing.EachDay(LocalTime.of(9, 0), Duration.ofHours(2), ZoneId.of("Europe/Paris"));
    daily.plan(site.loop(), () -> seen.add("close " + Micros.toInstant(site.now())),
        () -> seen.add("open " + Micros.toInstant(site.now())));
    site.runUntil(Micros.of(start.plus(Duration.ofDays(2))));
    assertEquals(List.of(
        "close 2026-03-28T08:30:00Z", "open 2026-03-28T10:00:00Z",
        "close 2026-03-29T07:00:00Z", "open 2026-03-29T09:00:00Z",
        "close 2026-03-30T07:00:00Z"), seen, "one that has begun is caught up with, and summer time comes in between");
    assertThrows(IllegalArgumentException.class,
        () -> new Closing.EachDay(LocalTime.NOON, Duration.ofDays(1), ZoneId.of("UTC")));
  }

  @Test
  void aClosingOnceComesAfterTheStart() {
    new Closing.Once(Duration.ofSeconds(1), Duration.ofSeconds(2))
        .plan(time.loop(), () -> edges.add("close"), () -> edges.add("open"));
    new Closing.Once(Duration.ofSeconds(2), null).plan(time.loop(), () -> edges.add("for good"), () -> edges.add("never"));
    time.runUntil(Micros.MINUTE);
    assertEquals(List.of("close", "for good", "open"), edges);
  }
}
