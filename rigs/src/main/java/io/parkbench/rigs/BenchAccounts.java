package io.parkbench.rigs;

import io.parkbench.gateway.access.Accounts;
import io.parkbench.gateway.access.Change;
import io.parkbench.gateway.site.Site;
import io.parkbench.gateway.site.User;
import io.parkbench.plant.bems.BemsPlan;
import org.jspecify.annotations.Nullable;

/**
 * Gives the users of a simulated site their passwords, so that they can log in to the gateway's API (R-SEC-1). The accounts of a real
 * gateway are made by its administrator.
 */
public final class BenchAccounts {
  /** That of everybody on a bench but the simulated building's client; it does by both sets of rules. */
  public static final String PASSWORD = "Otters park 4 kerbs!";

  private BenchAccounts() {}

  /** The password of a user of this site. */
  public static String password(Site site, User user) {
    return password(user, PlantSection.of(site).installation().bems());
  }

  /**
   * The password of a user.
   *
   * @param building the simulated building's client, whose password is in its plan; null where there is none
   */
  static String password(User user, @Nullable BemsPlan building) {
    return building != null && building.user().equals(user.name()) ? building.password() : PASSWORD;
  }

  /** Makes an account for each user of the site; a password that breaks the rules fails with {@link IllegalArgumentException}. */
  static void open(Site site, Accounts accounts) {
    BemsPlan building = PlantSection.of(site).installation().bems();
    for (User user : site.users()) {
      Change change = accounts.add(user.name(), user.role(), password(user, building));
      if (change instanceof Change.Refused refused) {
        throw new IllegalArgumentException("user " + user.name() + ": " + refused.text());
      }
    }
  }
}
