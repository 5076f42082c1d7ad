package io.parkbench.gateway.access;

import io.parkbench.gateway.access.Change.Reason;
import io.parkbench.gateway.site.AccessSettings;
import io.parkbench.gateway.site.User;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Knows who can log in and checks their passwords (R-SEC-1). What it changes it writes first. Nobody is asked here for a right: that is
 * {@link UserAdministration}'s job, and this the bench's and the command line's way. For any thread.
 */
public final class Accounts {
  private static final int LONGEST_NAME = 50;
  private static final int HASHES_WAITING = 8;

  /** What a password was found to be. */
  enum Check {
    RIGHT,
    WRONG,
    /** Not looked at: the account is locked. Nobody outside may see a difference to {@link #WRONG}. */
    LOCKED,
    TOO_BUSY
  }

  private final AccountStore store;
  private final PasswordHasher hasher;
  private final PasswordRules rules;
  private final Lockout lockout;
  private final HashGate gate = new HashGate(HASHES_WAITING);
  private final Map<String, User> roster = new LinkedHashMap<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private volatile Map<String, Account> accounts;

  /**
   * Loads the accounts. A user of the site file has the role that is given there; others were made at run time.
   *
   * @param roster the site's users; one without an account cannot log in before {@link #add}
   * @throws AccountStoreException where they cannot be read
   */
  public Accounts(AccessSettings settings, List<User> roster, AccountStore store, PasswordHasher hasher)
      throws AccountStoreException {
    this.store = store;
    this.hasher = hasher;
    this.rules = new PasswordRules(settings.policy());
    this.lockout = new Lockout(settings);
    roster.forEach(user -> this.roster.put(key(user.name()), user));
    Map<String, Account> loaded = new LinkedHashMap<>();
    for (Account account : store.load()) {
      User listed = this.roster.get(key(account.name()));
      loaded.put(key(account.name()), listed == null ? account : account.withRole(listed.role()));
    }
    this.accounts = Collections.unmodifiableMap(loaded);
  }

  /** How names are compared. */
  static String key(String name) {
    return PasswordHasher.normal(name).toLowerCase(Locale.ROOT);
  }

  /** Everybody: who has a password, then the site's users who have none yet. */
  public List<Login> list() {
    List<Login> all = new ArrayList<>();
    Map<String, Account> now = accounts;
    now.forEach((key, a) -> all.add(new Login(a.name(), a.role(), a.enabled(), roster.containsKey(key), true)));
    roster.forEach((key, user) -> {
      if (!now.containsKey(key)) {
        all.add(new Login(user.name(), user.role(), true, true, false));
      }
    });
    return all;
  }

  /** The login of this name, however written; null for none. */
  public @Nullable Login login(String name) {
    return list().stream().filter(login -> key(login.name()).equals(key(name))).findFirst().orElse(null);
  }

  /** Hears whose sessions must end: of the account that was removed, switched off or given another role. Called without locks. */
  void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** The account of this name, however written; null for none. */
  @Nullable
  Account find(String name) {
    return accounts.get(key(name));
  }

  /** Whether there is no administrator who could make others. */
  public boolean needsFirstAdmin() {
    return noAdmin(accounts);
  }

  private static boolean noAdmin(Map<String, Account> accounts) {
    return accounts.values().stream().noneMatch(a -> a.enabled() && a.role() == User.Role.ADMIN);
  }

  /** Adds an account. */
  public Change add(String name, User.Role role, String password) {
    return add(name, role, password, false);
  }

  /** The same where no administrator must have come first. */
  Change addFirstAdmin(String name, String password) {
    return add(name, User.Role.ADMIN, password, true);
  }

  private Change add(String name, User.Role role, String password, boolean first) {
    String normal = PasswordHasher.normal(name);
    String problem = nameProblem(normal);
    if (problem != null) {
      return Change.refused(Reason.NAME, problem);
    }
    User listed = roster.get(key(normal));
    if (listed != null && listed.role() != role) {
      return Change.refused(Reason.NAME,
          "the site file gives '" + listed.name() + "' the role " + listed.role() + "; use that or change the file");
    }
    return withVerifier(normal, password, verifier -> edit(now -> {
      if (first && !noAdmin(now)) {
        return Change.refused(Reason.TAKEN, "there is an administrator already; log in as one");
      }
      if (now.containsKey(key(normal))) {
        return Change.refused(Reason.TAKEN, "there is a login '" + normal + "' already; choose another name");
      }
      now.put(key(normal), new Account(normal, role, true, verifier, List.of()));
      return new Change.Done();
    }));
  }

  /** What is wrong with a name for a login; null for a good one. */
  static @Nullable String nameProblem(String name) {
    if (name.isBlank() || !name.equals(name.strip()) || name.codePoints().anyMatch(c -> Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE)) {
      return "a login's name is one line of text without spaces at its ends";
    }
    if (name.length() > LONGEST_NAME) {
      return "the name has " + name.length() + " characters; " + LONGEST_NAME + " at most";
    }
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return plain.equals("admin") ? "'" + name + "' is the first name anybody tries; choose another" : null;
  }

  /** Removes an account. */
  public Change remove(String name) {
    Change change = edit(now -> now.remove(key(name)) == null ? notFound() : new Change.Done());
    if (change instanceof Change.Done) {
      lockout.remove(key(name));
    }
    return change;
  }

  /** Gives an account another role; that of a user of the site file is given there. */
  public Change setRole(String name, User.Role role) {
    User listed = roster.get(key(name));
    if (listed != null && listed.role() != role) {
      return Change.refused(Reason.NAME,
          "the site file gives '" + listed.name() + "' the role " + listed.role() + "; change it there");
    }
    return replace(name, account -> account.withRole(role));
  }

  /** Both at once. */
  Change set(String name, User.Role role, boolean enabled) {
    User listed = roster.get(key(name));
    if (listed != null && listed.role() != role) {
      return setRole(name, role);
    }
    return replace(name, account -> account.withRole(role).withEnabled(enabled));
  }

  /** Lets an account log in, or not. */
  public Change setEnabled(String name, boolean enabled) {
    return replace(name, account -> account.withEnabled(enabled));
  }

  /** Gives an account another password; {@code notice} is what its user is told at the next login, null for nothing. */
  public Change setPassword(String name, String password, @Nullable String notice) {
    return withVerifier(name, password, verifier -> replace(name, account -> {
      List<String> notices = new ArrayList<>(account.notices());
      if (notice != null) {
        notices.add(notice);
      }
      return account.withVerifier(verifier).withNotices(notices);
    }));
  }

  /** What is wrong with a new password; null for a good one. */
  public @Nullable String passwordProblem(String password, String name) {
    return rules.problem(password, name);
  }

  private Change withVerifier(String name, String password, Function<String, Change> use) {
    String problem = rules.problem(password, name);
    if (problem != null) {
      return Change.refused(Reason.PASSWORD_RULES, problem);
    }
    String verifier = gate.through(() -> hasher.verifier(password));
    return verifier == null ? tooBusy() : use.apply(verifier);
  }

  static Change tooBusy() {
    return new Change.Refused(Reason.TOO_BUSY, "too many logins at the moment; try again", HashGate.RETRY_S);
  }

  private static Change notFound() {
    return Change.refused(Reason.NOT_FOUND, "there is no such login");
  }

  private Change replace(String name, UnaryOperator<Account> with) {
    return edit(now -> now.computeIfPresent(key(name), (key, account) -> with.apply(account)) == null
        ? notFound() : new Change.Done());
  }

  /** Changes a copy, writes it, goes by it only then, and tells of accounts that are not what they were. */
  private Change edit(Function<Map<String, Account>, Change> edit) {
    List<String> changed = new ArrayList<>();
    Change change = edit(edit, changed);
    changed.forEach(name -> listeners.forEach(listener -> listener.accept(name)));
    return change;
  }

  private synchronized Change edit(Function<Map<String, Account>, Change> edit, List<String> changed) {
    Map<String, Account> copy = new LinkedHashMap<>(accounts);
    Change change = edit.apply(copy);
    if (!(change instanceof Change.Done)) {
      return change;
    }
    if (noAdmin(copy) && !noAdmin(accounts)) {
      return Change.refused(Reason.LAST_ADMIN, "this is the last administrator; make another one first");
    }
    try {
      store.save(List.copyOf(copy.values()));
    } catch (AccountStoreException e) {
      return Change.refused(Reason.STORE, "the accounts could not be written, nothing was changed");
    }
    accounts.forEach((key, before) -> {
      Account after = copy.get(key);
      if (after == null || after.role() != before.role() || after.enabled() != before.enabled()) {
        changed.add(before.name());
      }
    });
    accounts = Collections.unmodifiableMap(copy);
    return change;
  }

  /**
   * Looks at a password. It takes as long for a login that is unknown, off or locked (ASVS 2.2.1).
   *
   * @param found the account of that name; null for none
   */
  Check check(long now, @Nullable Account found, String password) {
    Account account = found != null && found.enabled() && password.length() <= 4 * PasswordRules.LONGEST ? found : null;
    String name = account == null ? "" : key(account.name());
    boolean looked = account != null && lockout.begin(now, name);
    String tried = password.length() <= 4 * PasswordRules.LONGEST ? password : "";
    Boolean right = gate.through(() -> looked && account != null
        ? hasher.matches(account.verifier(), tried) : hasher.matchesNothing(tried));
    if (right == null) {
      if (looked) {
        lockout.withdraw(now, name);
      }
      return Check.TOO_BUSY;
    }
    if (right && account != null && isCurrent(account)) {
      lockout.right(now, name);
      renew(account, password);
      return Check.RIGHT;
    }
    return account != null && !looked ? Check.LOCKED : Check.WRONG;
  }

  /** How many passwords are being hashed or wait for it. */
  int hashing() {
    return gate.inside();
  }

  boolean isLocked(long now, Account account) {
    return lockout.isLocked(now, key(account.name()));
  }

  private boolean isCurrent(Account account) {
    Account now = accounts.get(key(account.name()));
    return now != null && now.enabled() && now.role() == account.role() && now.verifier().equals(account.verifier());
  }

  /** A verifier made with other settings is replaced when its password is at hand; if that fails, the old one goes on to do. */
  private void renew(Account account, String password) {
    if (hasher.isOutdated(account.verifier())) {
      String verifier = gate.through(() -> hasher.verifier(password));
      if (verifier != null) {
        edit(now -> {
          now.computeIfPresent(key(account.name()),
              (key, a) -> a.verifier().equals(account.verifier()) ? a.withVerifier(verifier) : a);
          return new Change.Done();
        });
      }
    }
  }

  /** Runs {@code task} unless the account has changed in what a login depends on; nothing can change it meanwhile. */
  synchronized <T> @Nullable T ifStill(String name, User.Role role, Supplier<T> task) {
    Account now = accounts.get(key(name));
    return now != null && now.enabled() && now.role() == role ? task.get() : null;
  }

  /** What an account's user is to be told, once. */
  List<String> takeNotices(String name) {
    Account account = find(name);
    if (account == null || account.notices().isEmpty()) {
      return List.of();
    }
    List<String> notices = account.notices();
    replace(name, a -> a.withNotices(a.notices().equals(notices) ? List.of() : a.notices()));
    return notices;
  }
}
