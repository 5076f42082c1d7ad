package io.parkbench.gateway.lease;

/**
 * A setpoint held back, with the reason.
 *
 * @param by the connector that holds the room, by its order; −1 where it is not another connector
 * @param until when this ends at the latest, µs; {@link Lease#ENDLESS} where no time is known
 */
public record Hold(HoldReason reason, int by, long until) {}
