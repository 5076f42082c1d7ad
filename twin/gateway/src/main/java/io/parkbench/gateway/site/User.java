package io.parkbench.gateway.site;

/** Somebody who may log in to the gateway; how they prove it is no part of the site file. */
public record User(String name, Role role) {

  /** The three roles. */
  public enum Role {
    ADMIN,
    USER,
    WEBSERVICES
  }
}
