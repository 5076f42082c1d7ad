package io.parkbench.protocol.ocpp;

/** The payload of a call or of its answer. */
public sealed interface Message permits Request, Response {}
