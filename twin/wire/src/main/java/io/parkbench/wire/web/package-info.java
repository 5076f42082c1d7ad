/** HTTP over real sockets: the server by Javalin, the client by the JDK, so that no mistake meets its twin. */
@org.jspecify.annotations.NullMarked
package io.parkbench.wire.web;
