package io.parkbench.gateway.access;

import io.parkbench.gateway.site.RemoteControl;
import io.parkbench.gateway.site.User.Role;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Answers who may do what, for all of the gateway (R-SEC-1, R-BEMS-3); what the table does not give, nobody has (ASVS 4.1.3, 4.1.5). */
public final class Rights {

  /** On which terms a role has a right. */
  public enum Term {
    /** Always. */
    ROLE,
    /** Only as the login for remote energy management, while that is switched on. */
    WRITER
  }

  private static final Map<Right, Map<Role, Term>> TABLE = table();

  private final Supplier<RemoteControl> remote;

  /**
   * @param remote what holds at the moment; asked at every decision, by any thread
   */
  public Rights(Supplier<RemoteControl> remote) {
    this.remote = remote;
  }

  private static Map<Right, Map<Role, Term>> table() {
    Map<Right, Map<Role, Term>> table = new EnumMap<>(Right.class);
    put(table, Right.READ, Map.of(Role.ADMIN, Term.ROLE, Role.USER, Term.ROLE, Role.WEBSERVICES, Term.ROLE));
    put(table, Right.READ_CONFIGURATION, Map.of(Role.ADMIN, Term.ROLE, Role.USER, Term.ROLE));
    put(table, Right.OWN_ACCOUNT, Map.of(Role.ADMIN, Term.ROLE, Role.USER, Term.ROLE, Role.WEBSERVICES, Term.ROLE));
    put(table, Right.WRITE_SETPOINTS, Map.of(Role.WEBSERVICES, Term.WRITER));
    put(table, Right.OPERATE, Map.of(Role.ADMIN, Term.ROLE, Role.USER, Term.ROLE, Role.WEBSERVICES, Term.WRITER));
    put(table, Right.SET_CLOCK, Map.of(Role.ADMIN, Term.ROLE, Role.WEBSERVICES, Term.WRITER));
    put(table, Right.CONFIGURE, Map.of(Role.ADMIN, Term.ROLE));
    put(table, Right.MANAGE_USERS, Map.of(Role.ADMIN, Term.ROLE));
    put(table, Right.READ_AUDIT, Map.of(Role.ADMIN, Term.ROLE));
    return Collections.unmodifiableMap(table);
  }

  private static void put(Map<Right, Map<Role, Term>> table, Right right, Map<Role, Term> roles) {
    table.put(right, Collections.unmodifiableMap(new EnumMap<>(roles)));
  }

  /** Who has a right and on which terms, as the API's description has to say it too. */
  public static Map<Role, Term> roles(Right right) {
    return TABLE.getOrDefault(right, Map.of());
  }

  /** What a role may, on whatever terms. */
  public static Set<Right> of(Role role) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    TABLE.forEach((right, roles) -> {
      if (roles.containsKey(role)) {
        rights.add(right);
      }
    });
    return rights;
  }

  /** Whether a session may, now. */
  public Decision may(Session session, Right right) {
    Term term = roles(right).get(session.role());
    if (term == null) {
      return right == Right.WRITE_SETPOINTS ? Decision.NOT_ENERGY_WRITER : Decision.FORBIDDEN_ROLE;
    }
    return switch (term) {
      case ROLE -> Decision.GRANTED;
      case WRITER -> writer(session.user());
    };
  }

  private Decision writer(String user) {
    RemoteControl now = remote.get();
    if (!now.enabled()) {
      return Decision.REMOTE_EM_DISABLED;
    }
    return now.isWriter(user) ? Decision.GRANTED : Decision.NOT_ENERGY_WRITER;
  }

  /** Whether this is the login for remote energy management, and that is on. */
  public boolean isEnergyWriter(String user, Role role) {
    return role == Role.WEBSERVICES && remote.get().isWriter(user);
  }
}
