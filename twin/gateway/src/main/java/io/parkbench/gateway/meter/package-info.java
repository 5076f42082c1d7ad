/** Readings of the site's power meters: polled over Modbus, believed or not (R-DYN-2, R-DYN-5, R-DYN-6). */
@NullMarked
package io.parkbench.gateway.meter;

import org.jspecify.annotations.NullMarked;
