package io.parkbench.protocol.ocpp;

import io.parkbench.kernel.Handshake;
import io.parkbench.kernel.Link;
import java.util.ArrayList;
import java.util.List;

/** A link that keeps what it is given. */
final class FakeLink implements Link {
  final List<String> sent = new ArrayList<>();
  int closeCode;

  /** What was sent since the last call of this. */
  List<String> take() {
    List<String> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  @Override
  public String identity() {
    return "CP-1";
  }

  @Override
  public Handshake handshake() {
    return Handshake.ocpp16("CP-1");
  }

  @Override
  public void send(String json) {
    sent.add(json);
  }

  @Override
  public void sendRaw(String text) {
    throw new AssertionError("sent raw: " + text);
  }

  @Override
  public void ping() {
    throw new AssertionError("ping");
  }

  @Override
  public void close(int code, String reason) {
    closeCode = code;
  }

  @Override
  public void abandon() {
    throw new AssertionError("abandon");
  }

  @Override
  public boolean isOpen() {
    return closeCode == 0;
  }
}
