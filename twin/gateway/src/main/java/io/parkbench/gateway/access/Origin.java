package io.parkbench.gateway.access;

/**
 * Where a request comes from.
 *
 * @param address of the client as the server sees it, never as a header claims
 * @param traceId what the answer and the audit log call this request
 */
public record Origin(String address, String traceId) {}
