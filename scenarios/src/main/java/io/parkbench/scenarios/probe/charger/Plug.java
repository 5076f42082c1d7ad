package io.parkbench.scenarios.probe.charger;

import org.jspecify.annotations.Nullable;

/**
 * What moves plugs, cards and the mains switch at the device: the virtual bench itself, a rig's driver, or a person who is asked.
 * Each method returns when it is done, and lets time pass meanwhile as it needs; false where nobody can do that here.
 */
public interface Plug {
  /** What has to come. */
  enum Wish {
    /** Any car that charges on all phases the connector has, with a large battery that is not full. */
    CAR,
    /** A car that charges on one phase only. */
    ONE_PHASE_CAR
  }

  /**
   * Plugs a car in.
   *
   * @param card shown to the reader; null: none is
   */
  boolean plugIn(int connector, Wish wish, @Nullable String card);

  /** Pulls the plug; nothing to do where there is none. */
  boolean unplug(int connector);

  /** Switches the device off and on. */
  boolean powerCycle();

  /** Nobody is there: sessions begin only where the device lets them begin without a car. */
  static Plug nobody() {
    return new Plug() {
      @Override
      public boolean plugIn(int connector, Wish wish, @Nullable String card) {
        return false;
      }

      @Override
      public boolean unplug(int connector) {
        return false;
      }

      @Override
      public boolean powerCycle() {
        return false;
      }
    };
  }
}
