/**
 * What may be said to the stations now (R-LEASE-1…8): setpoints as leases that each station falls back from by itself.
 *
 * <p>{@link io.parkbench.gateway.lease.Leasehold} is one connector: its methods are the events, its state the leases that may lie in
 * the station, its answer the highest current that it could be drawing. {@link io.parkbench.gateway.lease.LeaseBook} is all of them:
 * its step says cuts, renewals, and raises whose room is proved free. Both know nothing of OCPP, links or loops, so that a model can
 * drive them through every order of events (LeaseModelTest).
 */
@NullMarked
package io.parkbench.gateway.lease;

import org.jspecify.annotations.NullMarked;
