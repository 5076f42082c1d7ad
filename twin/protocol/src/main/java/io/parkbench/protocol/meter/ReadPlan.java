package io.parkbench.protocol.meter;

import io.parkbench.protocol.modbus.Pdu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which requests read all points of a meter model, and what their replies say. Points that lie together are read together, so that they
 * are of one instant; no request goes over a value's half.
 */
public final class ReadPlan {
  private final List<Chunk> chunks;

  /**
   * Up to {@link Pdu#REGISTERS_MAX} registers at a time, and none between points: meters refuse to read registers that they do not have, or
   * show 0 there.
   */
  public static ReadPlan of(MeterModel model) {
    return of(model, Pdu.REGISTERS_MAX, 0);
  }

  /**
   * @param registersMax the most registers a request may ask for, 4 to {@link Pdu#REGISTERS_MAX}; some gateways take less than Modbus does
   * @param gapMax how many registers that are no point's may lie between two points of one request, 0 or more
   */
  public static ReadPlan of(MeterModel model, int registersMax, int gapMax) {
    if (registersMax < Format.INT64.registers() || registersMax > Pdu.REGISTERS_MAX || gapMax < 0) {
      throw new IllegalArgumentException(
          "a request reads 4 to " + Pdu.REGISTERS_MAX + " registers over gaps of 0 or more; not " + registersMax + " over "
              + gapMax);
    }
    List<Chunk> chunks = new ArrayList<>();
    for (RegisterType type : RegisterType.values()) {
      List<Point> open = new ArrayList<>();
      for (Point point : model.points().stream().filter(p -> p.type() == type).sorted(Comparator.comparingInt(Point::register))
          .toList()) {
        if (!open.isEmpty() && (point.register() - open.getLast().last() - 1 > gapMax
            || point.last() - open.getFirst().register() + 1 > registersMax)) {
          chunks.add(new Chunk(model, open));
          open = new ArrayList<>();
        }
        open.add(point);
      }
      if (!open.isEmpty()) {
        chunks.add(new Chunk(model, open));
      }
    }
    return new ReadPlan(chunks);
  }

  private ReadPlan(List<Chunk> chunks) {
    this.chunks = List.copyOf(chunks);
  }

  /** In order of type and address. */
  public List<Chunk> chunks() {
    return chunks;
  }

  /** One request, and the points in its reply. */
  public static final class Chunk {
    private final byte[] request;
    private final WordOrder order;
    private final Point[] points;
    private final int[] at;
    private final Set<Quantity> quantities = EnumSet.noneOf(Quantity.class);

    Chunk(MeterModel model, List<Point> together) {
      int first = together.getFirst().register();
      request = Pdu.read(together.getFirst().type().function(), model.wireAddress(together.getFirst()),
          together.getLast().last() - first + 1);
      order = model.wordOrder();
      points = together.toArray(Point[]::new);
      at = new int[points.length];
      for (int i = 0; i < points.length; i++) {
        at[i] = Pdu.HEADER + 2 * (points[i].register() - first);
        quantities.add(points[i].quantity());
      }
    }

    /** What to ask; the same array each time, not to be changed. */
    public byte[] request() {
      return request;
    }

    /** What the reply shows. */
    public Set<Quantity> quantities() {
      return EnumSet.copyOf(quantities);
    }

    /**
     * Puts what a reply shows, in A, W and Wh, to its places in {@code values}; NaN where it is not available.
     *
     * @param reply one that {@link Pdu#answers} the request; a shorter one throws {@link ArrayIndexOutOfBoundsException}
     * @param values a place for each quantity, by its index; those of other chunks are left as they are
     */
    public void decode(byte[] reply, double[] values) {
      for (int i = 0; i < points.length; i++) {
        Point point = points[i];
        values[point.quantity().index()] = Registers.decode(reply, at[i], point.format(), order) * point.scale();
      }
    }
  }
}
