package io.parkbench.protocol.ocpp;

/** The central system asks for the version of the local authorization list (OCPP 1.6 sections 5.10, 6.27, 6.28). */
public final class GetLocalListVersion {
  private GetLocalListVersion() {}

  public record Req() implements Request<Conf> {}

  /**
   * @param listVersion 0: the list is empty, -1: there are no local lists
   */
  public record Conf(int listVersion) implements Response {}
}
