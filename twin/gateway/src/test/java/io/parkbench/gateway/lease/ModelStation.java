package io.parkbench.gateway.lease;

import java.util.ArrayList;
import java.util.List;

/**
 * A station of the model with its link and its car: it obeys the lease in force by its own clock and may draw anything up to it; a
 * told cut is applied within a tick and followed within another, a fallback followed within one. Currents in 0.1 A, times in ticks.
 */
final class ModelStation {
  static final int NEVER = 100;

  enum Link {
    UP,
    /** Nothing comes up any more, words down may still arrive, and the gateway does not know. */
    HALF_OPEN,
    DOWN
  }

  /** How far a session has come: the station may know more than the gateway. */
  enum Car {
    NONE,
    CHARGING_UNKNOWN,
    CHARGING
  }

  /** A lease on its way. {@code endIn}: ticks until it runs out by the station's clock. */
  record Word(int valueDa, int degradedDa, int endIn, boolean awaited) {
    Word later() {
      return new Word(valueDa, degradedDa, endIn == NEVER ? NEVER : Math.max(endIn - 1, 0), awaited);
    }
  }

  private static final List<Link> LINKS = List.of(Link.values());
  private static final List<Car> CARS = List.of(Car.values());

  Link link = Link.UP;
  Car car = Car.CHARGING;
  final List<Word> down = new ArrayList<>();
  /** What was written to an earlier link and may still be read. */
  final List<Word> ghost = new ArrayList<>();
  boolean answerUnderWay;

  int limitDa;
  int degradedDa;
  int endIn = NEVER;
  /** What the car may draw above the limit until the next tick, and until the one after. */
  int fadingDa;
  int slowDa;

  /** For how many ticks nothing has come up a link that is half-open. */
  int silent;

  /** How many ticks ago the sample under way was taken; −1 for none. */
  int sampleAge = -1;
  int sampleDa;

  /** How far the station's clock makes leases end late (early, if negative). */
  int clockError;

  boolean ranOut;

  /** The highest current that it could truly be drawing now. */
  int drawDa() {
    return car == Car.NONE ? 0 : Math.max(limitDa, Math.max(fadingDa, slowDa));
  }

  void obey(Word word) {
    int before = limitDa;
    boolean over = word.endIn() == 0;
    limitDa = over ? word.degradedDa() : word.valueDa();
    degradedDa = word.degradedDa();
    endIn = over ? NEVER : word.endIn();
    if (limitDa < before) {
      slowDa = Math.max(slowDa, before);
    }
  }

  /** Whether something is on its way that will surely come. */
  boolean underWay() {
    return link == Link.UP && !down.isEmpty() || answerUnderWay || sampleAge >= 0;
  }

  /** Whether something is on its way that may be lost. */
  boolean atRisk() {
    return link != Link.UP && !down.isEmpty() || !ghost.isEmpty();
  }

  void lose() {
    ghost.clear();
    if (link != Link.UP) {
      down.clear();
    }
  }

  void tick() {
    fadingDa = slowDa;
    slowDa = 0;
    ranOut = false;
    if (endIn != NEVER && --endIn == 0) {
      ranOut = true;
      endIn = NEVER;
      if (degradedDa < limitDa) {
        fadingDa = Math.max(fadingDa, limitDa);
      }
      limitDa = degradedDa;
    }
    down.replaceAll(Word::later);
    ghost.replaceAll(Word::later);
    ghost.removeIf(word -> word.endIn() == 0);
    silent = link == Link.HALF_OPEN ? silent + 1 : 0;
    if (sampleAge >= 0) {
      sampleAge++;
    }
  }

  void walk(Bytes bytes) {
    link = LINKS.get(bytes.number(LINKS.indexOf(link)));
    car = CARS.get(bytes.number(CARS.indexOf(car)));
    walk(bytes, down);
    walk(bytes, ghost);
    answerUnderWay = bytes.flag(answerUnderWay);
    limitDa = bytes.current(limitDa);
    degradedDa = bytes.current(endIn == NEVER ? 0 : degradedDa);
    endIn = bytes.ticks(endIn);
    slowDa = bytes.current(slowDa > limitDa ? slowDa : 0);
    fadingDa = bytes.current(fadingDa > Math.max(limitDa, slowDa) ? fadingDa : 0);
    sampleAge = bytes.ticks(sampleAge);
    sampleDa = bytes.number(sampleAge < 0 ? 0 : sampleDa / 5) * 5;
    silent = bytes.ticks(silent);
    clockError = bytes.ticks(clockError);
    ranOut = bytes.flag(ranOut);
  }

  private static void walk(Bytes bytes, List<Word> words) {
    int count = bytes.number(words.size());
    if (bytes.reading()) {
      words.clear();
    }
    for (int i = 0; i < count; i++) {
      Word word = bytes.reading() ? new Word(0, 0, 0, false) : words.get(i);
      Word walked = new Word(
          bytes.current(word.valueDa()), bytes.current(word.degradedDa()), bytes.ticks(word.endIn()), bytes.flag(word.awaited()));
      if (bytes.reading()) {
        words.add(walked);
      }
    }
  }
}
