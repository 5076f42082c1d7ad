package io.parkbench.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.view.GatewayView;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.kernel.Links;
import io.parkbench.plant.input.Contact;
import io.parkbench.scenarios.steps.Types.Length;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Digital inputs: what moves their contacts, what is wrong with them, and what the gateway makes of it (R-DI-1, R-DI-4). */
public final class InputSteps {
  private final Scene scene;
  private final Map<Integer, Faults.Guard> lines = new LinkedHashMap<>();

  public InputSteps(Scene scene) {
    this.scene = scene;
  }

  /** Rows with the keys of a site file's inputs; {@code plant} is the contact's entry in {@code plant.contacts}. */
  @Given("the inputs")
  public void inputs(List<Map<String, String>> rows) {
    rows.forEach(scene.site()::input);
  }

  /** From before the stations are switched on. */
  @Given("the contact of input {int} is closed")
  public void isClosed(int input) {
    scene.prepare(() -> contact(input).close());
  }

  /** A welded contact, or one that is blocked. */
  @Given("the contact of input {int} is stuck")
  public void isStuck(int input) {
    scene.prepare(() -> contact(input).stick(true));
  }

  @Given("the contact of input {int} is wired the other way round")
  public void isInverted(int input) {
    scene.prepare(() -> contact(input).invert(true));
  }

  /** By whatever moves it. */
  @When("input {int} closes")
  public void closes(int input) {
    scene.moveContact(input, true);
  }

  @When("input {int} opens")
  public void opens(int input) {
    scene.moveContact(input, false);
  }

  /** At the same instant. */
  @When("inputs {int} and {int} close")
  public void close(int one, int other) {
    change(one, Contact::close);
    contact(other).close();
  }

  /** It closes for so long and opens again. */
  @When("input {int} closes for {duration}")
  public void closesFor(int input, Length length) {
    change(input, Contact::close);
    scene.bench().time().after(length.micros(), contact(input)::open);
  }

  /** It touches and lets go at random, and is then where it was. */
  @When("input {int} bounces for {duration}")
  public void bounces(int input, Length length) {
    change(input, contact -> contact.bounce(length.micros()));
  }

  /** It touches and lets go so many times a second, and is then where it was. */
  @When("input {int} chatters at {int} Hz for {duration}")
  public void chatters(int input, int hertz, Length length) {
    change(input, contact -> contact.chatter(length.micros(), hertz));
  }

  /** A broken wire leaves the pin low, and nobody can tell it from an open contact. */
  @When("the wire of input {int} breaks")
  public void breaks(int input) {
    change(input, contact -> contact.breakWire(true));
  }

  @When("the wire of input {int} is mended")
  public void isMended(int input) {
    change(input, contact -> contact.breakWire(false));
  }

  @When("the contact of input {int} comes loose")
  public void comesLoose(int input) {
    change(input, contact -> contact.stick(false));
  }

  /** The level cannot be read any more: the link to the remote module, or to the pin, is cut. */
  @When("the source of input {int} is cut off")
  public void isCutOff(int input) {
    scene.contact(input);
    scene.changing();
    lines.put(input, scene.bench().net().faults().add(Links.of(Input.pin(input)), new Fault.Cut()));
  }

  @When("the source of input {int} is back")
  public void isBack(int input) {
    scene.changing();
    Faults.Guard line = lines.remove(input);
    if (line == null) {
      throw new IllegalArgumentException("the source of input " + input + " was not cut off");
    }
    line.close();
  }

  @Then("{span} input {int} is active")
  public void isActive(Span span, int input) {
    scene.judge().expect(span, Claim.is("input " + input + " is active:", true, () -> view(input).active()));
  }

  @Then("{span} input {int} is inactive")
  public void isInactive(Span span, int input) {
    scene.judge().expect(span, Claim.is("input " + input + " is active:", false, () -> view(input).active()));
  }

  /** Its source is; what it counts as is another question. */
  @Then("{span} input {int} is lost")
  public void isLost(Span span, int input) {
    source(span, input, "lost");
  }

  @Then("{span} the source of input {int} is {word}")
  public void source(Span span, int input, String word) {
    scene.judge().expect(
        span, Claim.is("the source of input " + input + " is", word, () -> view(input).sourceState().word()));
  }

  /** As it is read, neither debounced nor turned. */
  @Then("{span} input {int} reads {int}")
  public void reads(Span span, int input, int level) {
    scene.judge().expect(span, Claim.is("input " + input + " reads", Integer.toString(level), () -> {
      Boolean high = view(input).high();
      return high == null ? "nothing" : high ? "1" : "0";
    }));
  }

  /** Since the start, its first level included where it is active. */
  @Then("{span} input {int} has changed {int} time(s)")
  public void hasChanged(Span span, int input, int times) {
    scene.judge().expect(
        span, Claim.is("how often input " + input + " has changed:", (long) times, () -> view(input).changes()));
  }

  /** Of this input, once. */
  @Then("a notice of input {string} says {string}")
  public void notice(String name, String text) {
    scene.judge().expect(
        new Span(Span.Kind.NOW, 0),
        Claim.is("notices of input " + name + " that say '" + text + "':", 1L, () -> scene.view().notices().stream()
            .filter(notice -> notice.station().equals(name) && notice.text().contains(text)).count()));
  }

  private void change(int input, Consumer<Contact> how) {
    scene.bench();
    scene.changing();
    how.accept(contact(input));
  }

  private Contact contact(int input) {
    return scene.contact(input);
  }

  private GatewayView.Input view(int input) {
    return scene.view().input(input);
  }
}
