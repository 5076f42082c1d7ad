/** A simulated charge point that speaks OCPP 1.6J (Core and SmartCharging complete) to any central system: R-CHG-1. */
@NullMarked
package io.parkbench.plant.charger;

import org.jspecify.annotations.NullMarked;
