package io.parkbench.gateway.access;

import io.parkbench.gateway.site.User;
import java.time.Duration;

/**
 * One login as it was made; the token is not part of it.
 *
 * @param id names it in lists, tells nothing about its token
 * @param user the login's name
 * @param energyWriter whether this was the login for remote energy management when it began; {@link Rights} asks anew
 * @param from the address it was made from
 * @param issuedAt µs since 1970
 * @param expiresAt when it ends however busy, µs since 1970
 * @param idle after so long without use it ends
 */
public record Session(
    String id, String user, User.Role role, boolean energyWriter, String from, long issuedAt, long expiresAt, Duration idle) {}
