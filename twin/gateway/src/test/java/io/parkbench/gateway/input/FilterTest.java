package io.parkbench.gateway.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.input.Filter.Event;
import io.parkbench.gateway.site.Contact;
import io.parkbench.gateway.site.Contact.OnLoss;
import io.parkbench.gateway.site.ContactSource;
import io.parkbench.kernel.Chance;
import io.parkbench.kernel.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an input is active, from one word of its source to the next (R-DI-4). Instants are ms. */
class FilterTest {
  private static final long MILLI = 1_000;

  private final List<String> changes = new ArrayList<>();
  private Filter filter = filter(true, OnLoss.KEEP);
  private long now;

  private static Filter filter(boolean activeHigh, OnLoss onLoss) {
    return new Filter(
        new Contact(
            new ContactSource.Virtual(), activeHigh, Duration.ofMillis(50), Duration.ofSeconds(1), onLoss, Duration.ofSeconds(2)),
        0);
  }

  /** Lets time pass, waking the filter exactly when it asks for it. */
  private void until(long millis) {
    while (filter.nextAt() <= millis * MILLI) {
      now = Math.max(now, filter.nextAt());
      step(new Event.Tick());
    }
    now = millis * MILLI;
  }

  private void step(Event event) {
    boolean before = filter.active();
    filter.step(event, now);
    assertTrue(filter.nextAt() > now, "asks for now again: it would never end");
    if (filter.active() != before) {
      changes.add((filter.active() ? "on " : "off ") + now / MILLI);
    }
  }

  private void level(long millis, boolean high) {
    until(millis);
    step(new Event.Level(high));
  }

  private void silent(long millis) {
    until(millis);
    step(new Event.Silent("cut"));
  }

  @Test
  void theFirstLevelCountsAtOnce() {
    level(3, true);
    assertEquals(List.of("on 3"), changes);
    assertEquals(InputState.Source.GOOD, filter.source());
  }

  @Test
  void aGlitchOf10MsIsIgnoredAndALevelOf60MsIsSeen() {
    level(0, false);
    level(100, true);
    level(110, false);
    until(1_000);
    assertEquals(List.of(), changes);
    level(1_000, true);
    until(1_049);
    assertEquals(List.of(), changes);
    level(1_060, false);
    until(5_000);
    assertEquals(List.of("on 1050", "off 2050"), changes, "and held for a second");
  }

  @Test
  void chatterAt100HzIsOneChangeWhenItEnds() {
    level(0, false);
    boolean high = false;
    for (int at = 1_000; at <= 3_000; at += 5) {
      high = !high;
      level(at, high);
    }
    until(10_000);
    assertEquals(List.of("on 3050"), changes);
  }

  @Test
  void sayingTheSameAgainChangesNothing() {
    level(0, false);
    for (int at = 1_000; at < 2_000; at += 20) {
      level(at, true);
    }
    assertEquals(List.of("on 1050"), changes);
  }

  @Test
  void whatIsActiveIsHeldAndWhatIsToBecomeActiveIsNot() {
    level(0, false);
    level(100, true);
    level(200, false);
    until(3_000);
    assertEquals(List.of("on 150", "off 1150"), changes);
    level(3_000, true);
    until(5_000);
    level(5_000, false);
    level(5_060, true);
    until(9_000);
    assertEquals(List.of("on 150", "off 1150", "on 3050", "off 5050", "on 5110"), changes);
  }

  @Test
  void aLevelThatIsBackBeforeTheHoldEndsIsNoChange() {
    level(0, false);
    level(100, true);
    level(300, false);
    level(1_000, true);
    until(9_000);
    assertEquals(List.of("on 150"), changes);
  }

  @Test
  void activeLowTurnsItRound() {
    filter = filter(false, OnLoss.KEEP);
    level(0, true);
    level(100, false);
    until(200);
    assertEquals(List.of("on 150"), changes);
    assertEquals(false, filter.high());
  }

  @Test
  void aSourceThatWasNeverHeardIsLostAfterTheTimeAllowed() {
    until(1_999);
    assertEquals(InputState.Source.AWAITED, filter.source());
    until(2_000);
    assertEquals(InputState.Source.LOST, filter.source());
    assertEquals(List.of(), changes);
    assertTrue(String.valueOf(filter.why()).contains("look at its source"));
    level(4_000, true);
    assertEquals(List.of("on 4000"), changes, "its first level counts at once all the same");
    assertNull(filter.why());
  }

  @Test
  void lostCountsAsTheSiteSays() {
    for (OnLoss policy : OnLoss.values()) {
      for (boolean before : new boolean[] {false, true}) {
        filter = filter(true, policy);
        now = 0;
        level(0, before);
        silent(5_000);
        until(6_999);
        assertEquals(before, filter.active(), policy + " before it is lost");
        until(7_000);
        assertEquals(InputState.Source.LOST, filter.source());
        assertNull(filter.high(), "nobody knows");
        assertEquals(switch (policy) {
          case ACTIVE -> true;
          case INACTIVE -> false;
          case KEEP -> before;
        }, filter.active(), policy + " after " + before);
        level(9_000, before);
        until(12_000);
        assertEquals(before, filter.active());
        assertEquals(InputState.Source.GOOD, filter.source());
      }
    }
  }

  @Test
  void nothingCountsWhileTheSourceIsSilentAndWhatStoodCountsWhenItIsBack() {
    level(0, false);
    level(100, true);
    silent(120);
    until(1_000);
    assertEquals(List.of(), changes, "nobody knows whether it still stands");
    level(1_000, true);
    assertEquals(List.of("on 1000"), changes);
  }

  @Test
  void afterALossALevelIsDebouncedAnew() {
    level(0, false);
    silent(1_000);
    until(4_000);
    level(4_000, true);
    level(4_010, false);
    until(9_000);
    assertEquals(List.of(), changes);
  }

  @Test
  void silenceThatIsToldAgainAndAgainCountsFromItsBeginning() {
    level(0, true);
    for (int at = 1_000; at < 4_000; at += 100) {
      silent(at);
      assertEquals(at >= 3_000 ? InputState.Source.LOST : InputState.Source.GOOD, filter.source(), "at " + at);
    }
  }

  /** Whatever is told: it follows a level that stands, does not change more often than hold and debounce allow, and always ends. */
  @Test
  void randomWordsKeepThePromises() {
    for (long seed = 1; seed <= 500; seed++) {
      Chance chance = new Seed(seed).fork("words");
      filter = filter(true, OnLoss.KEEP);
      changes.clear();
      now = 0;
      long at = 0;
      boolean high = false;
      level(0, false);
      for (int i = 0; i < 200; i++) {
        at += chance.between(1, chance.happens(0.1) ? 2_500 : 40);
        if (chance.happens(0.05)) {
          silent(at);
        } else {
          high = chance.happens(0.5);
          level(at, high);
        }
      }
      level(at + 1, high);
      until(at + 5_000);
      assertEquals(high, filter.active(), "seed " + seed);
      long on = -1;
      for (String change : changes) {
        long instant = Long.parseLong(change.substring(change.indexOf(' ') + 1));
        if (change.startsWith("on")) {
          on = instant;
        } else {
          assertFalse(instant - on < 1_000, "seed " + seed + ": held for less than a second: " + changes);
        }
      }
    }
  }
}
