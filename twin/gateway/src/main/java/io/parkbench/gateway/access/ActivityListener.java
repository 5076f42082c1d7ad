package io.parkbench.gateway.access;

/** Hears of activity that somebody should look at. */
@FunctionalInterface
public interface ActivityListener {

  /** Called by the thread that noticed it: any thread; must be quick. {@code text} is one plain line without secrets. */
  void unusual(long now, Origin origin, String text);
}
