package io.parkbench.wire.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts the bytes of an event stream into texts of whole events, however the network has cut them. */
final class EventText {
  private byte[] rest = {};

  /** All events that are complete with {@code more}; empty if none is. */
  String add(byte[] more) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(rest);
    all.writeBytes(more);
    byte[] bytes = all.toByteArray();
    int end = bytes.length;
    while (end > 0 && !(end > 1 && bytes[end - 1] == '\n' && bytes[end - 2] == '\n')) {
      end--;
    }
    rest = Arrays.copyOfRange(bytes, end, bytes.length);
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** What is left when nothing more comes. */
  String rest() {
    String text = new String(rest, StandardCharsets.UTF_8);
    rest = new byte[0];
    return text;
  }
}
