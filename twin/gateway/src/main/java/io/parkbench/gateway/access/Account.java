package io.parkbench.gateway.access;

import io.parkbench.gateway.site.User;
import java.util.List;

/**
 * Somebody who can log in, as it is kept.
 *
 * @param name as typed, in Unicode's NFC; unique without regard to case
 * @param verifier what a password is checked against, see {@link PasswordHasher}
 * @param notices what its user is to be told at the next login, oldest first
 */
public record Account(String name, User.Role role, boolean enabled, String verifier, List<String> notices) {
  private static final int MOST_NOTICES = 10;

  public Account {
    notices = List.copyOf(notices.size() > MOST_NOTICES ? notices.subList(notices.size() - MOST_NOTICES, notices.size()) : notices);
  }

  Account withRole(User.Role other) {
    return new Account(name, other, enabled, verifier, notices);
  }

  Account withEnabled(boolean on) {
    return new Account(name, role, on, verifier, notices);
  }

  Account withVerifier(String other) {
    return new Account(name, role, enabled, other, notices);
  }

  Account withNotices(List<String> others) {
    return new Account(name, role, enabled, verifier, others);
  }

  /** Without the verifier, so that no log can hold it. */
  @Override
  public String toString() {
    return name + " (" + role + (enabled ? ")" : ", off)");
  }
}
