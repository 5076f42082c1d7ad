/** Modbus over real sockets and serial lines: masters by j2mod, slaves by another stack, so that no mistake meets its twin. */
@org.jspecify.annotations.NullMarked
package io.parkbench.wire.modbus;
