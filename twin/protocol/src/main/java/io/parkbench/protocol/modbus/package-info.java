/** Modbus protocol data units, as far as meters and contacts need them. */
@NullMarked
package io.parkbench.protocol.modbus;

import org.jspecify.annotations.NullMarked;
