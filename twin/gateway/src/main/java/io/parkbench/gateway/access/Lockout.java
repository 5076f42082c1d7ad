package io.parkbench.gateway.access;

import io.parkbench.gateway.site.AccessSettings;
import io.parkbench.gateway.site.AccessSettings.Policy;
import io.parkbench.kernel.Micros;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides whether an account's password is looked at at all (R-SEC-1; ASVS 2.2.1). So many wrong ones in a row lock it, each time twice as long, and
 * in no hour are more than 100 looked at, whatever a right one in between has forgiven. An attempt counts as wrong from its beginning, so that
 * many at the same time do not slip through.
 */
final class Lockout {
  static final int MOST_PER_HOUR = 100;

  private static final class State {
    private final Deque<Long> lastHour = new ArrayDeque<>();
    private int inRow;
    private int locks;
    private long lockedUntil = Long.MIN_VALUE;
  }

  private final Map<String, State> states = new HashMap<>();
  private final int maxAttempts;
  private final long lock;
  private final long longest;
  private final boolean doubling;

  Lockout(AccessSettings settings) {
    this.maxAttempts = settings.maxAttempts();
    this.lock = Micros.of(settings.lock());
    this.longest = Micros.of(settings.longestLock());
    this.doubling = settings.policy() == Policy.ASVS;
  }

  /** Begins an attempt; false while the account is locked, and then the password is not to be looked at. */
  synchronized boolean begin(long now, String account) {
    State state = states.computeIfAbsent(account, name -> new State());
    if (now < state.lockedUntil) {
      return false;
    }
    forget(state, now);
    if (doubling && state.lastHour.size() >= MOST_PER_HOUR) {
      return false;
    }
    state.lastHour.addLast(now);
    if (++state.inRow >= maxAttempts) {
      state.inRow = 0;
      state.lockedUntil = now + length(state.locks++);
    }
    return true;
  }

  private long length(int locks) {
    return doubling ? Math.min(longest, lock << Math.min(locks, 20)) : lock;
  }

  private static void forget(State state, long now) {
    while (!state.lastHour.isEmpty() && state.lastHour.peekFirst() <= now - Micros.HOUR) {
      state.lastHour.removeFirst();
    }
    if (state.lastHour.isEmpty()) {
      state.inRow = 0;
      state.locks = 0;
    }
    while (state.lastHour.size() > MOST_PER_HOUR) {
      state.lastHour.removeFirst();
    }
  }

  /** The attempt that began then was right: what came before it is forgiven, but goes on to count for the hour. */
  synchronized void right(long began, String account) {
    State state = states.get(account);
    if (state != null) {
      state.lastHour.removeLastOccurrence(began);
      state.inRow = 0;
      state.locks = 0;
      state.lockedUntil = Long.MIN_VALUE;
    }
  }

  /** The attempt that began then was not looked at after all; a lock that it brought stays. */
  synchronized void withdraw(long began, String account) {
    State state = states.get(account);
    if (state != null && state.lastHour.removeLastOccurrence(began)) {
      state.inRow = Math.max(0, state.inRow - 1);
    }
  }

  /** Whether the account is locked. */
  synchronized boolean isLocked(long now, String account) {
    State state = states.get(account);
    return state != null && now < state.lockedUntil;
  }

  synchronized void remove(String account) {
    states.remove(account);
  }
}
