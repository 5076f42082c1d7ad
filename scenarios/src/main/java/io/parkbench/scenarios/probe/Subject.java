package io.parkbench.scenarios.probe;

import java.util.List;

/** A device while it is probed, as the battery sees it. */
public interface Subject {
  /** Microseconds since 1970. */
  long now();

  /** A place in what was heard and done, to be given to the other methods. */
  int mark();

  /** What was heard and done since, as much of it as proves something. */
  List<Proof> since(int mark);

  /** Brings the device into a state from which the next probe can begin; says why none can, as a sentence without its stop, else is empty. */
  String before();

  /** What has happened since a mark that makes findings doubtful, as the end of a sentence; empty where nothing has. */
  String disturbance(int mark);

  /** Leaves the device as it was found. */
  void after();
}
