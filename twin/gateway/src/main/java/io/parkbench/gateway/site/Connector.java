package io.parkbench.gateway.site;

/**
 * One connector of a station (R-SITE-5).
 *
 * @param number 1…, as in OCPP
 * @param maxDa the most current per phase in 0.1 A; of a DC connector what its power can draw from the AC supply, rounded up, standby aside
 * @param maxW the most power in W: of a DC connector its rating, of an AC one maximum × phases × nominal voltage
 * @param floorDa the least current of a session in 0.1 A by standard, socket and model, for as many conductors as the wiring has
 *     (R-ALLOC-3); {@link Site#floorDa} has it for a car that uses fewer
 * @param fixedFloorDa the exception of socket or model that overrides the standard, in 0.1 A; 0 for none
 * @param priority its class: a higher one is filled first (R-ALLOC-10); 0 is the ordinary one
 */
public record Connector(
    int number,
    Socket socket,
    int maxDa,
    int maxW,
    Wiring wiring,
    int floorDa,
    int fixedFloorDa,
    int priority) {

  public boolean dc() {
    return socket.dc();
  }
}
