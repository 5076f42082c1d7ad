package io.parkbench.scenarios.cli;

import io.parkbench.kernel.Responder;
import io.parkbench.protocol.modbus.Pdu;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Says of a device who is asked for what and what becomes of it: each kind of question and answer once, however often it is asked. */
final class AskLog implements Responder {
  /** So that a master which asks for everything in turn fills neither screen nor memory. */
  private static final int KINDS_MAX = 200;

  private final Responder device;
  private final PrintWriter out;
  private final Set<String> said = new LinkedHashSet<>();

  AskLog(Responder device, PrintWriter out) {
    this.device = device;
    this.out = out;
  }

  @Override
  public void asked(int unit, byte[] request, Reply reply) {
    String question = "unit " + unit + " is asked for " + question(request);
    say(question);
    device.asked(unit, request, answer -> {
      int code = Pdu.exception(answer);
      if (code != 0) {
        say(question + ": refused with exception " + String.format(Locale.ROOT, "%02X", code));
      }
      reply.send(answer);
    });
  }

  private static String question(byte[] request) {
    return Pdu.isRead(request)
        ? Pdu.count(request) + (Pdu.function(request) == Pdu.READ_HOLDING ? " holding" : " input") + " registers at address "
            + Pdu.address(request)
        : "something else: " + HexFormat.of().formatHex(request);
  }

  private void say(String line) {
    if (said.size() < KINDS_MAX && said.add(line)) {
      out.println(line);
      out.flush();
    }
  }
}
