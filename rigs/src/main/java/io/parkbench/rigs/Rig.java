package io.parkbench.rigs;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a bench runs on (R-BENCH-2). */
public enum Rig {
  /** Links within the process, virtual time. */
  MEMORY("links within the process, virtual time"),
  /** Real sockets on this machine, still virtual time; the recording's hash is that of {@link #MEMORY}. */
  LOOPBACK("real sockets on this machine, virtual time"),
  /** Real sockets, wall clock; not deterministic. */
  REALTIME("real sockets on this machine, wall clock");

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
    return this != REALTIME;
  }

  /** The rig of that name; an unknown one fails with {@link IllegalArgumentException} naming those that exist. */
  public static Rig named(String word) {
    for (Rig rig : values()) {
      if (rig.word().equals(word)) {
        return rig;
      }
    }
    String all = Arrays.stream(values()).map(Rig::word).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("no rig is called '" + word + "'; there are " + all);
  }
}
