package io.parkbench.gateway.access;

import io.parkbench.gateway.access.Accounts.Check;
import io.parkbench.gateway.access.AuditRecord.Outcome;
import io.parkbench.gateway.access.Change.Reason;
import io.parkbench.gateway.site.User;
import io.parkbench.kernel.Micros;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets users change their own password and end their own sessions, and administrators change others; whoever does has to give the own password
 * again (ASVS 2.1.5, 3.3.3, 3.3.4, 3.7.1). Wrong ones count towards the account's lock. Slow as a login is.
 */
public final class UserAdministration {
  private final Gatekeeper gatekeeper;
  private final Accounts accounts;
  private final Sessions sessions;
  private final FirstRun firstRun;

  UserAdministration(Gatekeeper gatekeeper, Accounts accounts, Sessions sessions, FirstRun firstRun) {
    this.gatekeeper = gatekeeper;
    this.accounts = accounts;
    this.sessions = sessions;
    this.firstRun = firstRun;
  }

  /** The open sessions of one's own, the oldest first. */
  public List<Session> sessionsOf(long now, Session by) {
    return sessions.of(now, by.user());
  }

  /** Ends one of one's own sessions; another's is not found (ASVS 4.2.1). */
  public Change endSession(long now, Origin origin, Session by, String password, String id) {
    return proved(now, origin, by, password, "end session " + id, () -> {
      int ended = sessions.end(s -> s.user().equals(by.user()) && s.id().equals(id), SessionEnd.ENDED_BY_USER);
      return ended == 0 ? Change.refused(Reason.NOT_FOUND, "you have no such session") : new Change.Done();
    });
  }

  /** Changes the own password; {@code endOthers} ends all one's other sessions. */
  public Change changePassword(long now, Origin origin, Session by, String old, String fresh, boolean endOthers) {
    return proved(now, origin, by, old, "change own password", () -> {
      Change change = accounts.setPassword(by.user(), fresh, "Your password was changed by yourself at " + time(now) + ".");
      if (change instanceof Change.Done && endOthers) {
        sessions.end(s -> s.user().equals(by.user()) && !s.id().equals(by.id()), SessionEnd.PASSWORD_CHANGED);
      }
      return change;
    });
  }

  /** Everybody, for an administrator; null for anybody else. */
  public @Nullable List<Login> list(long now, Origin origin, Session by) {
    return gatekeeper.may(now, origin, by, Right.MANAGE_USERS).isGranted() ? accounts.list() : null;
  }

  public Change add(long now, Origin origin, Session by, String ownPassword, String name, User.Role role, String password) {
    return managed(now, origin, by, ownPassword, "add " + name + " as " + role, () -> accounts.add(name, role, password));
  }

  public Change remove(long now, Origin origin, Session by, String ownPassword, String name) {
    return managed(now, origin, by, ownPassword, "remove " + name, () -> accounts.remove(name));
  }

  /** Sets both at once. */
  public Change set(long now, Origin origin, Session by, String ownPassword, String name, User.Role role, boolean enabled) {
    return managed(now, origin, by, ownPassword, "make " + name + " " + role + (enabled ? "" : ", switched off"),
        () -> accounts.set(name, role, enabled));
  }

  /** Whether somebody who wants to do something grave is the one who has logged in. */
  public Change prove(long now, Origin origin, Session by, String ownPassword, String what) {
    return proved(now, origin, by, ownPassword, what, Change.Done::new);
  }

  public Change setRole(long now, Origin origin, Session by, String ownPassword, String name, User.Role role) {
    return managed(now, origin, by, ownPassword, "make " + name + " " + role, () -> accounts.setRole(name, role));
  }

  public Change setEnabled(long now, Origin origin, Session by, String ownPassword, String name, boolean enabled) {
    return managed(now, origin, by, ownPassword, (enabled ? "switch on " : "switch off ") + name,
        () -> accounts.setEnabled(name, enabled));
  }

  /** Gives somebody another password and ends their sessions; they are told at their next login (ASVS 2.2.3). */
  public Change resetPassword(long now, Origin origin, Session by, String ownPassword, String name, String password) {
    return managed(now, origin, by, ownPassword, "set password of " + name, () -> {
      Change change = accounts.setPassword(name, password, "Your password was set by " + by.user() + " at " + time(now) + ".");
      if (change instanceof Change.Done) {
        sessions.end(s -> Accounts.key(s.user()).equals(Accounts.key(name)), SessionEnd.PASSWORD_CHANGED);
      }
      return change;
    });
  }

  /** A code to make the first administrator with; null where there is one. It voids the code before it. */
  public @Nullable FirstRunCode firstRunCode(long now) {
    return accounts.needsFirstAdmin() ? firstRun.issue(now) : null;
  }

  /** Makes the first administrator; the code is used up only if that goes well. */
  public Change claim(long now, Origin origin, String code, String name, String password) {
    long wait = gatekeeper.takeAttempt(now, origin);
    if (wait > 0) {
      gatekeeper.refused(now, origin, null, null, AuditAction.CREDENTIALS,
          "first administrator: too many attempts from this address");
      return new Change.Refused(Reason.RATE_LIMITED, "too many attempts from this address; try again later", wait);
    }
    if (!firstRun.isGood(now, code)) {
      gatekeeper.refused(now, origin, null, null, AuditAction.CREDENTIALS, "first administrator: code refused");
      return Change.refused(Reason.CODE, "the code is wrong or too old; restart the gateway for a new one");
    }
    Change change = accounts.addFirstAdmin(name, password);
    if (change instanceof Change.Done) {
      firstRun.close();
    }
    written(now, origin, null, "first administrator " + name, change);
    return change;
  }

  private Change managed(long now, Origin origin, Session by, String ownPassword, String what, Supplier<Change> task) {
    return gatekeeper.may(now, origin, by, Right.MANAGE_USERS).isGranted()
        ? proved(now, origin, by, ownPassword, what, task)
        : Change.refused(Reason.FORBIDDEN, "only an administrator may");
  }

  private Change proved(long now, Origin origin, Session by, String password, String what, Supplier<Change> task) {
    Account account = accounts.find(by.user());
    Check check = accounts.check(now, account, password);
    return switch (check) {
      case RIGHT -> {
        Change change = task.get();
        written(now, origin, by, what, change);
        sessions.tell();
        yield change;
      }
      case WRONG, LOCKED -> {
        gatekeeper.refused(now, origin, by, by.user(), AuditAction.CREDENTIALS, what + ": " + gatekeeper.why(now, account, check));
        yield Change.refused(Reason.WRONG_PASSWORD, "your own password is wrong");
      }
      case TOO_BUSY -> Accounts.tooBusy();
    };
  }

  private void written(long now, Origin origin, @Nullable Session by, String what, Change change) {
    String who = by == null ? null : by.user();
    switch (change) {
      case Change.Done done -> gatekeeper.audit().add(now, who, origin, AuditAction.CREDENTIALS, Outcome.DONE, what);
      case Change.Refused refused ->
          gatekeeper.audit().add(now, who, origin, AuditAction.CREDENTIALS, Outcome.DENIED, what + ": " + refused.reason());
    }
  }

  private static String time(long now) {
    return Micros.toInstant(now).toString();
  }
}
