package io.parkbench.scenarios.probe.charger;

import io.parkbench.scenarios.probe.Proof;
import java.util.ArrayList;
import java.util.List;

/** Everything heard, said and done during a probe, in order. */
final class Journal {
  /** So many lines prove enough; of a longer stretch the beginning and the end are shown. */
  private static final int SHOWN = 60;

  private static final int LONGEST = 2_000;

  private final List<Proof> lines = new ArrayList<>();

  void add(long instant, Proof.From from, String text) {
    lines.add(new Proof(instant, from, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…"));
  }

  int mark() {
    return lines.size();
  }

  /** All lines since. */
  List<Proof> all(int mark) {
    return List.copyOf(lines.subList(mark, lines.size()));
  }

  /** The lines since, shortened where there are many. */
  List<Proof> since(int mark) {
    List<Proof> all = lines.subList(mark, lines.size());
    if (all.size() <= SHOWN) {
      return List.copyOf(all);
    }
    List<Proof> some = new ArrayList<>(all.subList(0, SHOWN / 2));
    some.add(new Proof(all.get(SHOWN / 2).instant(), Proof.From.EVENT, (all.size() - SHOWN) + " more lines"));
    some.addAll(all.subList(all.size() - SHOWN / 2, all.size()));
    return some;
  }
}
