package io.parkbench.protocol.api;

import java.util.List;

/**
 * What a login is answered with: {@code POST /login/login}.
 *
 * @param accessToken to be sent as {@code Authorization: Bearer}
 * @param idleTimeoutS the token ends after so long without use, s
 * @param energyWriter whether it may set reductions
 * @param notices what happened to the credentials since the last login
 */
public record TokenResource(
    String accessToken, String tokenType, String issuedAt, String expiresAt, long idleTimeoutS, String role, boolean energyWriter,
    List<String> notices) {

  /** Without the token, so that no log can hold it. */
  @Override
  public String toString() {
    return "TokenResource[" + role + ", until " + expiresAt + "]";
  }
}
