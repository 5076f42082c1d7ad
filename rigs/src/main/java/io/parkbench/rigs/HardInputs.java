package io.parkbench.rigs;

import io.parkbench.gateway.site.Contact;
import io.parkbench.gateway.site.ContactSource;
import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.site.Meter;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Loop;
import io.parkbench.kernel.Micros;
import io.parkbench.plant.world.Plant;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Tells the judge what inputs marked hard leave of every limit (R-LEASE-6, R-DI-5): the least percentage of those whose contacts truly give
 * their pins the active level, each from when it has stood so long that the gateway must know of it. A broken wire counts as what it looks
 * like: nobody can tell it.
 */
final class HardInputs {
  private final Loop loop;
  private final Supplier<Site> site;
  private final Plant plant;
  private final Map<Integer, Long> since = new TreeMap<>();

  /**
   * @param site as it is now
   */
  HardInputs(Loop loop, Supplier<Site> site, Plant plant) {
    this.loop = loop;
    this.site = site;
    this.plant = plant;
    for (int input : plant.contacts().inputs()) {
      since.put(input, loop.now());
      plant.contact(input).watch(level -> {
        since.put(input, loop.now());
        look();
      });
    }
    look();
  }

  /** Contacts, or what the site says of them, are others than before. */
  void look() {
    double share = 1;
    for (Input input : site.get().inputs()) {
      Long edge = since.get(input.number());
      if (edge == null || !input.hard() || !input.enabled()
          || plant.contact(input.number()).isHigh() != input.contact().activeHigh()) {
        continue;
      }
      long counts = edge + Micros.of(detection(input.contact()));
      if (counts <= loop.now()) {
        share = Math.min(share, input.maxPercent() / 100.0);
      } else {
        loop.at(counts, this::look);
      }
    }
    plant.checker().chargingShare(share);
  }

  /** Until a level is known at the latest: a source that was cut off is heard again or lost, polls come round, and it is no bounce. */
  static Duration detection(Contact contact) {
    Duration heard = contact.lostAfter().plus(contact.debounce());
    return contact.source() instanceof ContactSource.Modbus modbus
        ? heard.plus(modbus.poll().multipliedBy(2)).plus(Meter.timeout(modbus.poll())) : heard;
  }
}
