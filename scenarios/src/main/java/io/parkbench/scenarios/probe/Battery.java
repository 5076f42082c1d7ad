package io.parkbench.scenarios.probe;

import io.parkbench.kernel.Micros;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Probes in the order in which they are put: later ones use what earlier ones have found.
 *
 * @param name what kind of device it is for
 */
public record Battery<D extends Subject>(String name, List<Probe<D>> probes) {
  /** How often a probe is put again when the wire was disturbed meanwhile. */
  private static final int AGAIN = 1;

  public Battery {
    probes = List.copyOf(probes);
    Set<String> ids = new LinkedHashSet<>();
    for (Probe<D> probe : probes) {
      if (!ids.add(probe.id())) {
        throw new IllegalArgumentException("two probes are called " + probe.id());
      }
    }
  }

  /** The same with some of its probes only: those whose ids, or whose group's name, are given. */
  public Battery<D> only(Collection<String> which) {
    List<Probe<D>> some = probes.stream().filter(probe -> which.contains(probe.id()) || which.contains(probe.group())).toList();
    if (some.isEmpty()) {
      throw new IllegalArgumentException("no probe and no group of probes is called " + String.join(" or ", which) + "; there are "
          + String.join(", ", new LinkedHashSet<>(probes.stream().map(Probe::group).toList())) + ", and "
          + String.join(", ", probes.stream().map(Probe::id).toList()));
    }
    return new Battery<>(name, some);
  }

  /** Hears how far the battery has come. */
  public interface Listener {
    void begins(int number, Probe<?> probe);

    void ended(int number, Result result);

    /** Hears nothing. */
    static Listener none() {
      return new Listener() {
        @Override
        public void begins(int number, Probe<?> probe) {}

        @Override
        public void ended(int number, Result result) {}
      };
    }
  }

  /**
   * Puts every probe, and leaves the device as it was.
   *
   * @param risky whether also those that could endanger hardware
   */
  public List<Result> run(D device, boolean risky, Listener listener) {
    List<Result> results = new ArrayList<>();
    for (Probe<D> probe : probes) {
      listener.begins(results.size(), probe);
      long begun = device.now();
      int mark = device.mark();
      Finding finding = probe.isRisky() && !risky ? Finding.untried("off unless asked for with --also risky: " + probe.risk())
          : put(probe, device);
      double seconds = (device.now() - begun) / (double) Micros.SECOND;
      results.add(new Result(probe.id(), probe.group(), probe.title(), finding, seconds, device.since(mark)));
      listener.ended(results.size() - 1, results.getLast());
    }
    device.after();
    return List.copyOf(results);
  }

  private Finding put(Probe<D> probe, D device) {
    Finding finding = Finding.untried("never put");
    String disturbance = "";
    for (int i = 0; i <= AGAIN; i++) {
      String absence = device.before();
      if (!absence.isEmpty()) {
        return Finding.unsure(absence);
      }
      int mark = device.mark();
      finding = probe.question().apply(device);
      disturbance = device.disturbance(mark);
      if (probe.robust() || finding.verdict() != Verdict.QUIRK || disturbance.isEmpty()) {
        return finding;
      }
    }
    return finding.doubted(disturbance);
  }
}
