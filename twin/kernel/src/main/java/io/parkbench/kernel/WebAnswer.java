package io.parkbench.kernel;

/** What became of a request; called on the loop's thread. */
public interface WebAnswer {
  /** The response, or the head of a stream. */
  void answered(WebResponse response);

  /** No response came, or no connection could be made: once, instead of {@link #answered}. */
  void failed(Exchange.Failure why);

  /** A chunk of a stream, in order. */
  default void heard(String text) {}

  /** The stream is over, whoever ended it; not after the asker's own {@link WebCall#cancel}. */
  default void ended() {}
}
