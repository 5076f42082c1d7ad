package io.parkbench.scenarios.demo.world;

import io.parkbench.kernel.Faults.Guard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is broken now by somebody's command, until it is healed. */
public final class Breakages {
  private final Map<Integer, Breakage> all = new LinkedHashMap<>();
  private int last;

  /**
   * Something that is broken.
   *
   * @param fault its name
   * @param on as it was said: a station, {@code zone:ID}, {@code half}, …
   * @param touched stations and meters that it is on
   * @param since µs since 1970
   */
  public record Breakage(int id, String fault, String on, List<String> touched, long since, List<Guard> guards) {
    public Breakage {
      touched = List.copyOf(touched);
      guards = List.copyOf(guards);
    }
  }

  /** Keeps what has been broken; returns it with its number. */
  public Breakage add(String fault, String on, List<String> touched, long since, List<Guard> guards) {
    Breakage breakage = new Breakage(++last, fault, on, touched, since, guards);
    all.put(breakage.id(), breakage);
    return breakage;
  }

  /** Heals it; null where there is no such thing (any more). */
  public @Nullable Breakage heal(int id) {
    Breakage breakage = all.remove(id);
    if (breakage != null) {
      breakage.guards().forEach(Guard::close);
    }
    return breakage;
  }

  /** All, oldest first. */
  public List<Breakage> all() {
    return new ArrayList<>(all.values());
  }

  /** The faults that are on a station or a meter. */
  public List<String> on(String device) {
    return all.values().stream().filter(each -> each.touched().contains(device)).map(Breakage::fault).toList();
  }
}
