package io.parkbench.kernel;

/** The listening side of a {@link Net}: decides who may open a link. */
@FunctionalInterface
public interface Acceptor {
  Admission admit(Handshake handshake);
}
