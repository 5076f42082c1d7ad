package io.parkbench.scenarios.probe.meter;

/** The connections of a meter, beneath requests and replies: there on real sockets only. */
public interface Door {
  /** There are no connections to be counted: a serial line, or a net in memory. */
  Door NONE = new Door() {
    @Override
    public boolean isThere() {
      return false;
    }

    @Override
    public int open(int more) {
      return 0;
    }

    @Override
    public long closesAfter(long micros) {
      return -1;
    }
  };

  boolean isThere();

  /** How many of so many connections, made beside the one that is asked on, stay open; they are closed again. */
  int open(int more);

  /** After how many µs the meter closes a connection on which nothing is asked; -1 if it has not within {@code micros}. */
  long closesAfter(long micros);
}
