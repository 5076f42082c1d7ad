package io.parkbench.rigs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.input.InputState;
import io.parkbench.gateway.input.Inputs;
import io.parkbench.gateway.site.Contact;
import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.Input;
import io.parkbench.kernel.Micros;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.Recording;
import io.parkbench.kernel.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a gateway hears of a contact, whatever its source is (R-DI-4). */
abstract class ContactContract {
  private static final long PATIENCE = 10 * Micros.SECOND;
  /** Longer than any source takes to tell. */
  private static final long WHILE = 400 * Micros.MILLISECOND;

  private final List<Boolean> changes = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private @Nullable Inputs inputs;

  /** Where a contact is heard, and the other end of that. */
  interface Stage extends AutoCloseable {
    Time time();

    Net net();

    ContactSource source();

    /** The contact's end gives its pin this level. */
    void set(boolean high);

    /** Nothing can be heard of the contact any more. */
    void lose();

    /** It can be heard again. */
    void recover();

    @Override
    void close();
  }

  abstract Stage stage();

  private @Nullable Stage stage;

  /** Made when first needed, after assumptions. */
  private Stage on() {
    Stage present = stage;
    if (present == null) {
      present = stage();
      stage = present;
    }
    return present;
  }

  @AfterEach
  void close() {
    if (inputs != null) {
      inputs.close();
    }
    if (stage != null) {
      stage.close();
    }
  }

  private Inputs listen() {
    Contact contact = new Contact(
        on().source(), true, Duration.ZERO, Duration.ZERO, Contact.OnLoss.KEEP, Duration.ofMillis(200));
    Inputs heard = new Inputs(
        on().time().loop(), on().net(), List.of(new Input(1, "Grid", true, 60, false, contact)), Recording.NONE,
        new Inputs.Listener() {
          @Override
          public void changed(InputState input) {
            changes.add(input.active());
          }

          @Override
          public void noticed(Input input, String text) {
            notices.add(text);
          }
        });
    inputs = heard;
    heard.start();
    return heard;
  }

  private void await(String what, BooleanSupplier condition) {
    assertTrue(on().time().runUntil(condition, on().time().now() + PATIENCE), () -> what + "; now " + inputs().states());
  }

  private Inputs inputs() {
    return Objects.requireNonNull(inputs, "nobody listens");
  }

  private InputState.Source source() {
    return inputs().states().getFirst().source();
  }

  private void awaitGood() {
    await("heard", () -> source() == InputState.Source.GOOD);
  }

  private void rest() {
    on().time().runUntil(on().time().now() + WHILE);
  }

  @Test
  void theLevelAtTheStartIsTold() {
    on().set(true);
    Inputs heard = listen();
    assertFalse(heard.active(1), "nothing is known before time passes");
    awaitGood();
    assertTrue(heard.active(1));
    assertEquals(true, heard.states().getFirst().high());
    assertEquals(List.of(true), changes);
    assertEquals(List.of("Grid"), heard.activeInputs().stream().map(Input::name).toList());
  }

  @Test
  void eachEdgeIsToldOnceAndNoneIsLost() {
    on().set(false);
    listen();
    awaitGood();
    rest();
    assertEquals(List.of(), changes);
    List<Boolean> expected = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      boolean high = i % 2 == 0;
      on().set(high);
      expected.add(high);
      await("edge " + i, () -> changes.size() == expected.size());
      assertEquals(expected, changes);
    }
    rest();
    assertEquals(expected, changes);
    assertEquals(6, inputs().states().getFirst().changes());
  }

  @Test
  void aLossIsToldWithARemedyAndWhatHappenedMeanwhileWhenItIsOver() {
    on().set(true);
    listen();
    awaitGood();
    on().lose();
    await("lost", () -> source() == InputState.Source.LOST);
    String why = String.valueOf(inputs().states().getFirst().why());
    assertTrue(why.contains(": "), "no remedy: " + why);
    assertTrue(notices.getLast().contains(why), notices.toString());
    assertTrue(inputs().active(1), "kept");
    on().set(false);
    on().recover();
    awaitGood();
    await("the edge that was missed", () -> !inputs().active(1));
    assertEquals(List.of(true, false), changes);
  }

  @Test
  void closedItHearsNothingAndTheSourceIsFree() {
    on().set(false);
    listen();
    awaitGood();
    inputs().close();
    on().set(true);
    rest();
    assertEquals(List.of(), changes);
    listen();
    awaitGood();
    assertEquals(List.of(true), changes);
  }
}
