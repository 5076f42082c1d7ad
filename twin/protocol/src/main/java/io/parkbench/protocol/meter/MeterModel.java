package io.parkbench.protocol.meter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A make of meters: which quantities it shows, and in which registers.
 *
 * @param addressBase 1 where the document's register numbers are one more than the address on the wire, as in all of Schneider's; 0 where
 *     they are the same
 * @param points one for each quantity it shows, at least one
 */
public record MeterModel(String name, int addressBase, WordOrder wordOrder, List<Point> points) {
  private static final int REGISTERS = 65_536;

  /** Fails with a {@link MeterModelException} that names all {@link #problems}. */
  public MeterModel {
    points = List.copyOf(points);
    List<String> wrong = new ArrayList<>();
    for (Problem problem : problems(name, addressBase, points)) {
      wrong.add((name.isBlank() ? "meter model" : name) + ": " + problem);
    }
    if (!wrong.isEmpty()) {
      throw new MeterModelException(wrong);
    }
  }

  /**
   * What is wrong with a model.
   *
   * @param at the point it concerns, or null for the model as a whole
   * @param text what is wrong, and what would be right
   */
  public record Problem(@Nullable Quantity at, String text) {
    @Override
    public String toString() {
      return at == null ? text : at.text() + ": " + text;
    }
  }

  /** All that would keep a model from being made of these parts; empty if nothing does. */
  public static List<Problem> problems(String name, int addressBase, List<Point> points) {
    List<Problem> found = new ArrayList<>();
    if (name.isBlank()) {
      found.add(new Problem(null, "a model has a name"));
    }
    if (addressBase != 0 && addressBase != 1) {
      found.add(
          new Problem(null, "address_base is 1 where the document's register numbers are the wire address + 1, otherwise 0; not "
              + addressBase));
    }
    if (points.isEmpty()) {
      found.add(new Problem(null, "a model shows at least one quantity; give current_l1, current_l2 and current_l3"));
    }
    Map<Quantity, Point> known = new EnumMap<>(Quantity.class);
    for (Point point : points) {
      check(point, addressBase == 0 ? 0 : 1, found);
      Point twin = known.putIfAbsent(point.quantity(), point);
      if (twin != null) {
        found.add(
            new Problem(point.quantity(), "given twice, at " + twin.register() + " and " + point.register() + "; leave one out"));
      }
      for (Point other : known.values()) {
        if (other.quantity() != point.quantity() && overlap(other, point)) {
          found.add(
              new Problem(point.quantity(), registers(point) + " overlap " + other.quantity().text() + " at " + registers(other)
                  + "; mend the register or the format of one"));
        }
      }
    }
    return List.copyOf(found);
  }

  private static void check(Point point, int base, List<Problem> found) {
    int highest = REGISTERS - 1 + base;
    if (point.register() < base || point.last() > highest) {
      found.add(new Problem(point.quantity(), registers(point) + " are out of range; they lie in " + base + " to " + highest
          + " with address_base " + base));
    }
    if (!(point.scale() > 0 && point.scale() < Double.POSITIVE_INFINITY)) {
      found.add(new Problem(point.quantity(), "scale is above 0: 1 for " + point.quantity().unit() + ", 1000 for k"
          + point.quantity().unit() + "; not " + point.scale()));
    }
  }

  private static boolean overlap(Point one, Point other) {
    return one.type() == other.type() && one.register() <= other.last() && other.register() <= one.last();
  }

  private static String registers(Point point) {
    return "registers " + point.register() + " to " + point.last();
  }

  /** Where it shows {@code quantity}, or null if it does not. */
  public @Nullable Point point(Quantity quantity) {
    for (Point point : points) {
      if (point.quantity() == quantity) {
        return point;
      }
    }
    return null;
  }

  public boolean shows(Quantity quantity) {
    return point(quantity) != null;
  }

  /** The address of a point's first register on the wire, 0 to 65535. */
  public int wireAddress(Point point) {
    return point.register() - addressBase;
  }
}
