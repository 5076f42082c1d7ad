package io.parkbench.rigs;

import io.parkbench.gateway.site.Input;
import io.parkbench.gateway.site.PerPhase;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.Zone;
import io.parkbench.plant.PhaseAmps;
import io.parkbench.plant.grid.InvariantChecker;
import io.parkbench.plant.input.Contact;
import io.parkbench.plant.world.Plant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the judge the hard limits as they truly are (R-LEASE-6): the zones' maxima, and while the pin of an input marked hard is at its active
 * level, its percentage of them (R-DI-5). What the gateway knows of it plays no part.
 */
final class HardLimits {
  private final Plant plant;
  private final List<Input> hard;
  private final Map<String, Maximum> maxima = new LinkedHashMap<>();

  private record Maximum(PhaseAmps amps, @Nullable Double kw) {
    Maximum part(int percent) {
      double share = percent / 100.0;
      return new Maximum(
          new PhaseAmps(amps.on(1) * share, amps.on(2) * share, amps.on(3) * share),
          kw == null ? null : Double.valueOf(kw * share));
    }
  }

  /** Watches the contacts of {@code site} from now on. */
  HardLimits(Site site, Plant plant) {
    this.plant = plant;
    hard = site.inputs().stream().filter(input -> input.enabled() && input.hard()).toList();
    for (Zone zone : site.zones()) {
      maxima.put(zone.id(), new Maximum(PlantModels.amps(zone.maxDa()), PlantModels.kw(zone.maxW())));
    }
    hard.forEach(input -> plant.contact(input.number()).watch(this::tellAll));
    if (!hard.isEmpty()) {
      tellAll();
    }
  }

  /** A zone's maximum is another from now on; {@link InvariantChecker#limit} for what is refused. */
  void maximum(String zone, PerPhase da, @Nullable Integer watts) {
    maxima.put(zone, new Maximum(PlantModels.amps(da), PlantModels.kw(watts)));
    tell(zone);
  }

  private void tellAll() {
    maxima.keySet().forEach(this::tell);
  }

  private void tell(String zone) {
    Maximum maximum = maxima.get(zone);
    if (maximum != null) {
      Maximum left = maximum.part(percent());
      plant.checker().limit(zone, left.amps(), left.kw());
    }
  }

  private int percent() {
    int percent = 100;
    for (Input input : hard) {
      Contact contact = plant.contact(input.number());
      percent = contact.isHigh() == input.contact().activeHigh() ? Math.min(percent, input.maxPercent()) : percent;
    }
    return percent;
  }
}
