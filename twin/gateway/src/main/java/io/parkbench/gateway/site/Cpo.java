package io.parkbench.gateway.site;

import java.net.URI;

/**
 * The charge point operator that the gateway connects its stations to.
 *
 * @param url ws:// or wss://, to which the station's identity is appended
 */
public record Cpo(URI url) {}
