package io.parkbench.rigs.hardware;

import io.parkbench.kernel.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A person who is asked to move the plug, or a contact. */
final class PersonDriver implements EvSimulator, ContactDriver {
  private static final double WH_PER_KWH = 1_000;
  private static final double AS_MUCH_AS_IT_TAKES = 500_000;

  private final Time time;
  private final People people;
  private final String device;
  private final List<People.Asked> open = new ArrayList<>();

  /** @param device what people call it */
  PersonDriver(Time time, People people, String device) {
    this.time = time;
    this.people = people;
    this.device = device;
  }

  @Override
  public void plug(int connector, Car car, Done done) {
    String wants = car.wh() < AS_MUCH_AS_IT_TAKES
        ? String.format(Locale.ROOT, " that takes %.1f kWh", car.wh() / WH_PER_KWH) : " that is not full";
    ask("plug a " + car.model() + " (or a car that draws as much)" + wants + " in at connector " + connector + " of " + device
        + (car.card() == null ? "" : ", and show the card " + car.card()), done);
  }

  @Override
  public void unplug(int connector, Done done) {
    ask("pull the plug out of connector " + connector + " of " + device, done);
  }

  @Override
  public void move(boolean closed, Done done) {
    ask((closed ? "close" : "open") + " the contact of " + device, done);
  }

  private void ask(String what, Done done) {
    open.add(people.ask(what, () -> time.post(() -> done.done(null))));
  }

  @Override
  public double offeredAmps(int connector) {
    return Double.NaN;
  }

  @Override
  public void close() {
    open.forEach(People.Asked::withdraw);
  }
}
