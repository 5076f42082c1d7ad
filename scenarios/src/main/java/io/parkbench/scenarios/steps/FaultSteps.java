package io.parkbench.scenarios.steps;

import io.cucumber.java.en.When;
import io.parkbench.kernel.Fault;
import io.parkbench.kernel.Faults;
import io.parkbench.plant.Wiring;
import io.parkbench.plant.fault.Trouble;
import io.parkbench.protocol.ocpp.StatusNotification.ChargePointErrorCode;
import io.parkbench.scenarios.steps.Types.Length;
import io.parkbench.scenarios.steps.Types.Links;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes wrong, and is put right again. */
public final class FaultSteps {
  private final Scene scene;
  private final Map<Links, Faults.Guard> guards = new LinkedHashMap<>();
  private final Map<String, Faults.Guard> troubles = new LinkedHashMap<>();

  public FaultSteps(Scene scene) {
    this.scene = scene;
  }

  @When("{links} is/are cut")
  public void cut(Links links) {
    fault(links, new Fault.Cut());
  }

  @When("{links} go(es) silent")
  public void silent(Links links) {
    fault(links, new Fault.Silence());
  }

  @When("messages on {links} are held")
  public void held(Links links) {
    fault(links, new Fault.Hold());
  }

  @When("{int} % of the messages on {links} are lost")
  public void lost(int percent, Links links) {
    fault(links, new Fault.Drop(percent / 100.0));
  }

  @When("{links} is/are restored")
  public void restored(Links links) {
    scene.changing();
    Faults.Guard guard = guards.remove(links);
    if (guard == null) {
      throw new IllegalArgumentException("there is nothing wrong with them");
    }
    guard.close();
  }

  private void fault(Links links, Fault fault) {
    scene.changing();
    guards.put(links, scene.bench().net().faults().add(links::touch, fault));
  }

  /** Until the central system's time reaches it. */
  @When("the clock of {station} goes {duration} ahead")
  public void clockAhead(String station, Length length) {
    scene.setClock(station, length.micros());
  }

  @When("the clock of {station} goes {duration} behind")
  public void clockBehind(String station, Length length) {
    scene.setClock(station, -length.micros());
  }

  /** What flows there flows on until the plug is pulled, whatever the station does. */
  @When("the contactor of {connector} welds")
  public void welds(Place place) {
    scene.changing();
    scene.station(place.station()).weld(place.connector());
  }

  @When("{station} reboots")
  public void reboots(String station) {
    scene.changing();
    scene.station(station).reboot();
  }

  @When("{station} loses power")
  public void losesPower(String station) {
    scene.changing();
    scene.station(station).losePower();
  }

  @When("{station} has power again")
  public void hasPower(String station) {
    scene.changing();
    scene.station(station).start();
  }

  @When("{int} % of the messages on {links} arrive twice")
  public void twice(int percent, Links links) {
    fault(links, new Fault.Duplicate(percent / 100.0));
  }

  @When("{int} % of the messages on {links} arrive broken")
  public void broken(int percent, Links links) {
    fault(links, new Fault.Corrupt(percent / 100.0));
  }

  /** Each waits for a time of its own, so that those of different links overtake each other. */
  @When("messages on {links} take up to {duration}")
  public void reordered(Links links, Length most) {
    fault(links, new Fault.Delay(0, most.micros()));
  }

  @When("{station} freezes")
  public void freezes(String station) {
    scene.station(station);
    trouble(station + " frozen", new Trouble.Freeze(station));
  }

  @When("{station} thaws")
  public void thaws(String station) {
    over(station + " frozen");
  }

  /** Otherwise than the site says. */
  @When("{connector} is wired {word} instead")
  public void wired(Place place, String wiring) {
    scene.station(place.station());
    trouble(place + " wired", new Trouble.WrongWiring(place.station(), place.connector(), Wiring.valueOf(wiring)));
  }

  /** A segment, a cable or a port, as {@link io.parkbench.plant.fault.Topology} calls it. */
  @When("{string} of the network breaks")
  public void networkBreaks(String part) {
    trouble("network " + part, new Trouble.Broken(part));
  }

  @When("{string} of the network is repaired")
  public void networkIsRepaired(String part) {
    over("network " + part);
  }

  private void trouble(String name, Trouble trouble) {
    scene.changing();
    troubles.put(name, scene.bench().plant().troubles().begin(trouble));
  }

  private void over(String name) {
    scene.changing();
    Faults.Guard guard = troubles.remove(name);
    if (guard == null) {
      throw new IllegalArgumentException(
          "nothing is wrong with '" + name + "'; there is "
              + (troubles.isEmpty() ? "nothing" : String.join(", ", troubles.keySet())));
    }
    guard.close();
  }

  /** An error code of OCPP; its contactor is open meanwhile. */
  @When("the connector {connector} reports the fault {string}")
  public void reports(Place place, String code) {
    scene.bench();
    scene.changing();
    scene.station(place.station()).fault(place.connector(), ChargePointErrorCode.valueOf(code));
  }
}
