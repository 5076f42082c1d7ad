package io.parkbench.plant.input;

import io.parkbench.kernel.Endpoint;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Net;
import io.parkbench.kernel.PinDriver;
import io.parkbench.kernel.Seed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The contacts of a site, each on its pin or at its terminal of a remote module, and what closes them by plan. */
public final class Contacts {
  private final Loop loop;
  private final List<Fitted> fitted;
  private final Map<Integer, Contact> contacts = new TreeMap<>();
  private final Map<String, RemoteInputs> modules = new TreeMap<>();
  /** By how many plans each is closed now. */
  private final Map<Integer, Integer> closedBy = new TreeMap<>();

  /**
   * A contact as it is fitted.
   *
   * @param input the number of the input it is wired to
   * @param pin what faults and the recording call that input's pin
   * @param module where a remote module reads it; null where it is wired to the pin itself
   * @param terminal the module's discrete input
   * @param stuck whether it cannot move, from the beginning on
   * @param broken whether its wire is broken from the beginning on
   */
  public record Fitted(
      int input, String pin, @Nullable Endpoint module, int terminal, ContactSetup setup, boolean stuck, boolean broken,
      List<Closing> closings) {
    public Fitted {
      closings = List.copyOf(closings);
    }
  }

  /**
   * Wires the contacts up; all are open.
   *
   * @param seed of the run: each contact draws from a stream of its own
   */
  public Contacts(Loop loop, Net net, Seed seed, List<Fitted> fitted) {
    this.loop = loop;
    this.fitted = List.copyOf(fitted);
    for (Fitted one : fitted) {
      Contact contact = new Contact(one.setup(), loop, seed.fork(one.pin() + "/contact"), driver(net, one));
      contact.stick(one.stuck());
      contact.breakWire(one.broken());
      contacts.put(one.input(), contact);
    }
  }

  private PinDriver driver(Net net, Fitted one) {
    Endpoint module = one.module();
    if (module == null) {
      return net.pins().driver(one.pin());
    }
    return modules.computeIfAbsent(module.address(), address -> {
      RemoteInputs device = new RemoteInputs();
      net.serve(module.host(), module.port(), device);
      return device;
    }).terminal(module.unit(), one.terminal());
  }

  /** Lets what is planned come. */
  public void start() {
    for (Fitted one : fitted) {
      for (Closing closing : one.closings()) {
        closing.plan(loop, () -> hold(one.input(), 1), () -> hold(one.input(), -1));
      }
    }
  }

  private void hold(int input, int more) {
    int holding = closedBy.merge(input, more, Integer::sum);
    Contact contact = contact(input);
    if (holding > 0) {
      contact.close();
    } else {
      contact.open();
    }
  }

  /** The numbers of the inputs that have one. */
  public Set<Integer> inputs() {
    return contacts.keySet();
  }

  /** The contact of that input; {@link IllegalArgumentException} where there is none. */
  public Contact contact(int input) {
    Contact contact = contacts.get(input);
    if (contact == null) {
      throw new IllegalArgumentException("input " + input + " has no contact here; there are " + contacts.keySet());
    }
    return contact;
  }
}
