package io.parkbench.plant.meter;

import io.parkbench.protocol.meter.MeterModel;
import io.parkbench.protocol.meter.Point;
import io.parkbench.protocol.meter.Quantity;
import io.parkbench.protocol.meter.RegisterType;
import io.parkbench.protocol.modbus.Pdu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The registers of a meter as bytes, ready to be copied into replies. Reads of what is not there are refused as meters do: function 01,
 * address 02, count or part of a number 03.
 */
final class RegisterImage {
  private static final int BYTE = 0xFF;

  private final List<Block> blocks = new ArrayList<>();
  private final Block[] blockOf = new Block[Quantity.COUNT];
  private final int[] at = new int[Quantity.COUNT];

  /** Registers without a gap. */
  private static final class Block {
    final RegisterType type;
    final int address;
    final byte[] bytes;
    /** Whether a number begins at a register; true beyond the last. */
    final boolean[] begins;

    Block(MeterModel model, List<Point> points) {
      type = points.getFirst().type();
      address = model.wireAddress(points.getFirst());
      int registers = model.wireAddress(points.getLast()) + points.getLast().format().registers() - address;
      bytes = new byte[2 * registers];
      begins = new boolean[registers + 1];
      begins[registers] = true;
      for (Point point : points) {
        begins[model.wireAddress(point) - address] = true;
      }
    }

    int end() {
      return address + bytes.length / 2;
    }
  }

  RegisterImage(MeterModel model) {
    List<Point> open = new ArrayList<>();
    List<Point> sorted = model.points().stream().sorted(Comparator.comparing(Point::type).thenComparingInt(Point::register))
        .toList();
    for (int i = 0; i < sorted.size(); i++) {
      Point point = sorted.get(i);
      open.add(point);
      boolean goesOn = i + 1 < sorted.size() && sorted.get(i + 1).type() == point.type()
          && sorted.get(i + 1).register() == point.last() + 1;
      if (!goesOn) {
        add(new Block(model, open), model, open);
        open.clear();
      }
    }
  }

  private void add(Block block, MeterModel model, List<Point> points) {
    blocks.add(block);
    for (Point point : points) {
      blockOf[point.quantity().index()] = block;
      at[point.quantity().index()] = 2 * (model.wireAddress(point) - block.address);
    }
  }

  /** Where the bytes of a quantity that the model shows are, from {@link #at} on. */
  byte[] bytes(Quantity quantity) {
    return blockOf[quantity.index()].bytes;
  }

  int at(Quantity quantity) {
    return at[quantity.index()];
  }

  /** The reply to a request that reads, in the table of {@code function}. */
  byte[] read(int function, byte[] request) {
    int address = Pdu.address(request);
    int count = Pdu.count(request);
    boolean table = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.type.function() == function) {
        table = true;
        if (address >= block.address && address + count <= block.end()) {
          return copy(block, address - block.address, count, request[0]);
        }
      }
    }
    return Pdu.exception(request[0], table ? Pdu.ILLEGAL_ADDRESS : Pdu.ILLEGAL_FUNCTION);
  }

  private static byte[] copy(Block block, int from, int count, int function) {
    if (!block.begins[from] || !block.begins[from + count]) {
      return Pdu.exception(function, Pdu.ILLEGAL_VALUE);
    }
    byte[] reply = Pdu.reply(function, count);
    System.arraycopy(block.bytes, 2 * from, reply, Pdu.HEADER, 2 * count);
    return reply;
  }

  /** The reply of a meter that has something at every address: what is mapped, and 0 between. */
  byte[] peek(int function, byte[] request, int shift) {
    int count = Pdu.count(request);
    byte[] reply = Pdu.reply(request[0], count);
    for (int i = 0; i < count; i++) {
      Pdu.put(reply, i, register(function, Pdu.address(request) + i + shift));
    }
    return reply;
  }

  private int register(int function, int address) {
    for (Block block : blocks) {
      if (block.type.function() == function && address >= block.address && address < block.end()) {
        int from = 2 * (address - block.address);
        return (block.bytes[from] & BYTE) << 8 | block.bytes[from + 1] & BYTE;
      }
    }
    return 0;
  }
}
