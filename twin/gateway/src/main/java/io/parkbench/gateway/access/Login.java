package io.parkbench.gateway.access;

import io.parkbench.gateway.site.User;

/**
 * An account as it may be shown.
 *
 * @param listed whether the site file gives its role
 * @param hasPassword whether anybody can log in with it; false only where it is listed
 */
public record Login(String name, User.Role role, boolean enabled, boolean listed, boolean hasPassword) {}
