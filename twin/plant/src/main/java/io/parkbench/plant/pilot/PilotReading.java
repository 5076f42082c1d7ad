package io.parkbench.plant.pilot;

/**
 * What a meter at a connector's pilot shows at one instant.
 *
 * @param duty the share of each millisecond that is positive, 0 to 1; 1 where it is steady
 * @param offeredAmps what the duty cycle says, A per conductor; of DC 0, which is told otherwise
 * @param cableAmps what the cable can carry, A; infinite of a tethered one, and without one
 * @param closed whether the contactor is
 */
public record PilotReading(PilotState state, double duty, double offeredAmps, double cableAmps, boolean closed) {}
