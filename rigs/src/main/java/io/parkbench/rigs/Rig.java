package io.parkbench.rigs;

import java.util.List;
import java.util.Locale;

/** What a bench runs on (R-BENCH-2). */
public enum Rig {
  /** Links within the process, virtual time. */
  MEMORY("links within the process, virtual time"),
  /** Real sockets on this machine, still virtual time; the recording's hash is that of {@link #MEMORY}. */
  LOOPBACK("real sockets on this machine, virtual time"),
  /** Real sockets, wall clock; not deterministic. */
  REALTIME("real sockets on this machine, wall clock"),
  /** Some devices are real as a rig file binds them, the rest as on {@link #REALTIME}; not comparable bit for bit. */
  HARDWARE("real devices among simulated ones, wall clock");

  private final String description;

  Rig(String description) {
    this.description = description;
  }

  public String description() {
    return description;
  }

  /** The word on the command line and in tags. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isVirtual() {
    return this == MEMORY || this == LOOPBACK;
  }

  /** The rig of that name; an unknown one fails with {@link IllegalArgumentException} naming those that exist. */
  public static Rig named(String word) {
    for (Rig rig : List.of(MEMORY, LOOPBACK, REALTIME)) {
      if (rig.word().equals(word)) {
        return rig;
      }
    }
    throw new IllegalArgumentException(
        "no rig and no rig file is called '" + word + "'; there are memory, loopback, realtime, and files like rigs/desk.yaml");
  }
}
