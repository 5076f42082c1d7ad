package io.parkbench.gateway.access;

import io.parkbench.gateway.access.Accounts.Check;
import io.parkbench.gateway.access.AuditRecord.Outcome;
import io.parkbench.gateway.site.AccessSettings;
import io.parkbench.gateway.site.RemoteControl;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in: logs them in and out, knows them by their tokens, says what they may and how often, and writes all of it down (R-SEC-1, R-BEMS-3,
 * R-BEMS-9). Instants are µs since 1970. For any thread; {@link #login} takes the time of a slow hash and waits behind others, so that on a live
 * gateway it belongs on the HTTP server's threads, while all else is quick.
 */
public final class Gatekeeper {
  static final String NO_SUCH_LOGIN = "(no such login)";

  private final Accounts accounts;
  private final Rights rights;
  private final Sessions sessions;
  private final SourceLimit sources;
  private final RateLimiter requests;
  private final UnusualActivity unusual = new UnusualActivity();
  private final AuditLog audit;
  private final UserAdministration users;
  private final List<ActivityListener> activityListeners = new CopyOnWriteArrayList<>();

  /**
   * @param remote remote energy management as it is set at the moment
   */
  public Gatekeeper(AccessSettings settings, Supplier<RemoteControl> remote, Accounts accounts, Entropy entropy) {
    this.accounts = accounts;
    this.rights = new Rights(remote);
    this.sessions = new Sessions(settings, entropy);
    this.sources = new SourceLimit(settings.loginsPerMinute());
    this.requests = new RateLimiter(settings.requestsPerSecond(), settings.requestBurst());
    this.audit = new AuditLog(settings.auditRecords());
    this.users = new UserAdministration(this, accounts, sessions, new FirstRun(entropy, settings.firstRunCode()));
    sessions.onEnd((session, why) -> requests.forget(session));
    accounts.onChange(name -> {
      sessions.end(session -> session.user().equals(name), SessionEnd.ACCOUNT_CHANGED);
      sessions.tell();
    });
  }

  /** Logs somebody in (ASVS 2.2.1, 3.2.1). */
  public LoginResult login(long now, Origin origin, Door door, String username, String password) {
    Account account = accounts.find(username);
    String who = account == null ? NO_SUCH_LOGIN : account.name();
    long wait = sources.take(now, origin.address());
    if (wait > 0) {
      refused(now, origin, null, who, AuditAction.LOGIN, "too many logins from this address");
      return new LoginResult.Refused(LoginResult.Code.RATE_LIMITED, wait);
    }
    Check check = accounts.check(now, account, password);
    Sessions.Opened opened = check != Check.RIGHT || account == null ? null
        : accounts.ifStill(account.name(), account.role(), () -> sessions.open(now, account.name(), account.role(),
            rights.isEnergyWriter(account.name(), account.role()), origin.address(), door));
    sessions.tell();
    if (opened != null) {
      audit.add(now, who, origin, AuditAction.LOGIN, Outcome.DONE, "session " + opened.session().id());
      return new LoginResult.Granted(opened.session(), opened.token(), accounts.takeNotices(who));
    }
    if (check == Check.TOO_BUSY) {
      audit.add(now, who, origin, AuditAction.LOGIN, Outcome.FAILED, "too many logins at the same time");
      return new LoginResult.Refused(LoginResult.Code.TOO_BUSY, HashGate.RETRY_S);
    }
    refused(now, origin, null, who, AuditAction.LOGIN, why(now, account, check));
    return new LoginResult.Refused(LoginResult.Code.INVALID_CREDENTIALS, 0);
  }

  /** Why a password did not do, which only the audit log is told. */
  String why(long now, @Nullable Account account, Check check) {
    String why = account == null ? "unknown login"
        : !account.enabled() ? "account is off" : check == Check.LOCKED ? "account is locked" : "wrong password";
    boolean locks = account != null && check == Check.WRONG && accounts.isLocked(now, account);
    return locks ? why + ", locked now" : why;
  }

  /** What a request's token is worth; using it keeps the session alive. Null for a request without one. */
  public Authentication authenticate(long now, Origin origin, @Nullable String token) {
    Authentication found = sessions.authenticate(now, token, true);
    sessions.tell();
    switch (found) {
      case Authentication.Valid valid -> {}
      case Authentication.Expired expired ->
          refused(now, origin, null, null, AuditAction.AUTHENTICATE, "session is over: " + expired.why());
      case Authentication.Unknown unknown ->
          refused(now, origin, null, null, AuditAction.AUTHENTICATE, token == null ? "no token" : "unknown token");
    }
    return found;
  }

  /** The same for what goes on by itself, such as an event stream: keeps no session alive and is not written down. */
  public Authentication look(long now, @Nullable String token) {
    Authentication found = sessions.authenticate(now, token, false);
    sessions.tell();
    return found;
  }

  /** Whether a session may; a refusal is written down (ASVS 7.2.2). */
  public Decision may(long now, Origin origin, Session session, Right right) {
    Decision decision = rights.may(session, right);
    if (!decision.isGranted()) {
      refused(now, origin, session, session.user(), AuditAction.ACCESS, right + " " + decision.problem());
    }
    return decision;
  }

  /** Counts a request of a session: 0 if it may go on, else after how many seconds another may. */
  public long admit(long now, Origin origin, Session session) {
    long wait = requests.take(now, session);
    if (wait > 0) {
      refused(now, origin, session, session.user(), AuditAction.RATE, "too many requests");
    }
    return wait;
  }

  /** Ends a session at its user's wish, at once. */
  public void logout(long now, Origin origin, Session session) {
    sessions.end(each -> each.id().equals(session.id()), SessionEnd.LOGOUT);
    audit.add(now, session.user(), origin, AuditAction.LOGOUT, Outcome.DONE, "session " + session.id());
    sessions.tell();
  }

  /** Writes down input that was refused; {@code what} must not quote secrets (ASVS 7.1.3). */
  public void inputRefused(long now, Origin origin, @Nullable Session session, String what) {
    audit.add(now, session == null ? null : session.user(), origin, AuditAction.INPUT, Outcome.DENIED, what);
  }

  /** Writes down a change of settings, a reduction, an availability. */
  public void changed(long now, Origin origin, Session session, String what) {
    audit.add(now, session.user(), origin, AuditAction.CONFIGURATION, Outcome.DONE, what);
  }

  /** Ends the sessions that are due; call it at {@link #nextEnd}. */
  public void sweep(long now) {
    sessions.sweep(now);
    sessions.tell();
  }

  /** When the next session ends if nobody uses it, µs since 1970; {@link Long#MAX_VALUE} where there is none. */
  public long nextEnd() {
    return sessions.nextEnd();
  }

  /** Hears of every session that ends. */
  public void onSessionEnd(SessionListener listener) {
    sessions.onEnd(listener);
  }

  /** Hears of activity that is unusual (ASVS 11.1.8). */
  public void onUnusual(ActivityListener listener) {
    activityListeners.add(listener);
  }

  /** What users may do about themselves and administrators about others. */
  public UserAdministration users() {
    return users;
  }

  /** The accounts themselves, for the bench and the command line; nobody is asked for a right there. */
  public Accounts accounts() {
    return accounts;
  }

  public Rights rights() {
    return rights;
  }

  public AuditLog audit() {
    return audit;
  }

  /** Writes down a refusal, and says so if they are many. */
  void refused(long now, Origin origin, @Nullable Session session, @Nullable String who, AuditAction action, String detail) {
    audit.add(now, who, origin, action, Outcome.DENIED, detail);
    String source = session == null ? "address " + SourceLimit.network(origin.address()) : "login " + session.user();
    if (unusual.refused(now, source)) {
      String text = AuditLog.plain(UnusualActivity.MANY + " refusals within 5 min, the last: " + action + " " + detail);
      audit.add(now, who, origin, AuditAction.UNUSUAL, Outcome.DONE, text);
      activityListeners.forEach(listener -> listener.unusual(now, origin, text));
    }
  }

  /** Counts an attempt with a password or code from this address: 0 if it may go on, else after how many seconds another may. */
  long takeAttempt(long now, Origin origin) {
    return sources.take(now, origin.address());
  }
}
