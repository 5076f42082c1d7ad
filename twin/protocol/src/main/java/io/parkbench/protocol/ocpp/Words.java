package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.Nullable;

/**
 * The words of one enumeration, found by their characters without making a String of them.
 *
 * @param <E> the enumeration
 */
final class Words<E extends Enum<E> & Wire> {
  private final E[] table;
  private final int mask;

  @SuppressWarnings("unchecked") // E is an enumeration's own class, so its array type is E[]
  Words(Class<E> type) {
    E[] constants = type.getEnumConstants();
    int size = Integer.highestOneBit(constants.length * 4);
    table = (E[]) java.lang.reflect.Array.newInstance(type, size);
    mask = size - 1;
    for (E constant : constants) {
      int slot = hash(constant.wire().toCharArray(), 0, constant.wire().length()) & mask;
      while (table[slot] != null) {
        slot = slot + 1 & mask;
      }
      table[slot] = constant;
    }
  }

  /** The constant of that word, or null; upper and lower case differ. */
  @Nullable
  E find(char[] text, int from, int length) {
    int slot = hash(text, from, length) & mask;
    for (E found = table[slot]; found != null; found = table[slot]) {
      if (same(found.wire(), text, from, length)) {
        return found;
      }
      slot = slot + 1 & mask;
    }
    return null;
  }

  private static boolean same(String word, char[] text, int from, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] text, int from, int length) {
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = hash * 31 + text[i];
    }
    return hash ^ hash >>> 15;
  }
}
