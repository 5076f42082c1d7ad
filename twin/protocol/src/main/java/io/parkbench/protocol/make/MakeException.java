package io.parkbench.protocol.make;

import java.util.List;

/** A model file that cannot be used, with everything that is wrong with it; each problem names file, place and remedy. */
public final class MakeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public MakeException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
