package io.parkbench.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries frames and what else travels within the process: returns what it was given. */
public final class MemoryCarrier implements Carrier {
  private final List<@Nullable Wire> wires = new ArrayList<>();
  private final Map<Integer, ArrayDeque<String>> streams = new HashMap<>();

  private record Wire(ArrayDeque<Frame> up, ArrayDeque<Frame> down) {
    ArrayDeque<Frame> lane(Direction direction) {
      return direction == Direction.UP ? up : down;
    }
  }

  @Override
  public void open(int wire, Handshake handshake, @Nullable String subprotocol) {
    while (wires.size() <= wire) {
      wires.add(null);
    }
    wires.set(wire, new Wire(new ArrayDeque<>(), new ArrayDeque<>()));
  }

  @Override
  public void refuse(Handshake handshake, int status) {}

  @Override
  public void carry(int wire, Direction direction, Frame frame) {
    wire(wire).lane(direction).add(frame);
  }

  @Override
  public Frame collect(int wire, Direction direction) {
    return wire(wire).lane(direction).remove();
  }

  @Override
  public void close(int wire, Direction direction, int code, String reason) {
    wires.set(wire, null);
  }

  @Override
  public void sever(int wire) {
    wires.set(wire, null);
  }

  @Override
  public void exchange(Endpoint with, byte[] request, byte[] reply) {}

  @Override
  public void web(Endpoint to, WebRequest request, WebResponse response) {}

  @Override
  public void openStream(int stream, Endpoint to, WebRequest request, WebResponse head) {
    streams.put(stream, new ArrayDeque<>());
  }

  @Override
  public void carryChunk(int stream, String text) {
    stream(stream).add(text);
  }

  @Override
  public String collectChunk(int stream) {
    return stream(stream).remove();
  }

  @Override
  public void closeStream(int stream, Direction by) {
    if (!stream(stream).isEmpty()) {
      throw new IllegalStateException("chunks were left on stream " + stream);
    }
    streams.remove(stream);
  }

  private ArrayDeque<String> stream(int number) {
    ArrayDeque<String> stream = streams.get(number);
    if (stream == null) {
      throw new IllegalStateException("stream " + number + " is not open");
    }
    return stream;
  }

  private Wire wire(int number) {
    Wire wire = number < wires.size() ? wires.get(number) : null;
    if (wire == null) {
      throw new IllegalStateException("wire " + number + " is not open");
    }
    return wire;
  }

  @Override
  public void close() {
    wires.clear();
    streams.clear();
  }
}
