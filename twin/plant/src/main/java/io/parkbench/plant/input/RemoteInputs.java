package io.parkbench.plant.input;

import io.parkbench.kernel.PinDriver;
import io.parkbench.kernel.Responder;
import io.parkbench.protocol.modbus.Pdu;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Remote I/O modules behind one address, each with a unit id: they reply to Modbus's Read Discrete Inputs with the levels at their
 * terminals (R-DI-4). Nobody hears anything of a unit that is not there.
 */
public final class RemoteInputs implements Responder {
  /** A module has so many terminals at least. */
  private static final int TERMINALS_MIN = 16;

  private final Map<Integer, Module> modules = new TreeMap<>();

  private static final class Module {
    final BitSet levels = new BitSet();
    int terminals = TERMINALS_MIN;
  }

  /**
   * The contact's end of a terminal, which is low until it is driven.
   *
   * @param unit 0…255
   * @param address of the discrete input, 0…65535
   */
  public PinDriver terminal(int unit, int address) {
    Module module = modules.computeIfAbsent(unit, number -> new Module());
    module.terminals = Math.max(module.terminals, address + 1);
    return high -> module.levels.set(address, high);
  }

  @Override
  public void asked(int unit, byte[] request, Reply reply) {
    Module module = modules.get(unit);
    if (module != null) {
      reply.send(answer(module, request));
    }
  }

  private static byte[] answer(Module module, byte[] request) {
    int function = Pdu.function(request);
    if (function != Pdu.READ_DISCRETE) {
      return Pdu.exception(function, Pdu.ILLEGAL_FUNCTION);
    }
    if (!Pdu.isDiscreteRead(request) || Pdu.count(request) == 0 || Pdu.count(request) > Pdu.BITS_MAX) {
      return Pdu.exception(function, Pdu.ILLEGAL_VALUE);
    }
    if (Pdu.address(request) + Pdu.count(request) > module.terminals) {
      return Pdu.exception(function, Pdu.ILLEGAL_ADDRESS);
    }
    boolean[] levels = new boolean[Pdu.count(request)];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = module.levels.get(Pdu.address(request) + i);
    }
    return Pdu.discreteReply(levels);
  }
}
