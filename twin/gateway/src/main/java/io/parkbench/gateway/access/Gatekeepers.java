package io.parkbench.gateway.access;

import io.parkbench.gateway.site.AccessSettings;
import io.parkbench.gateway.site.Site;
import io.parkbench.kernel.Seed;
import java.nio.file.Path;

/** Sets a gateway's gatekeeper up: for somebody real, or for the bench. */
public final class Gatekeepers {
  /** Enough to be the same code, few enough not to be noticed in a run. */
  private static final int BENCH_ITERATIONS = 16;

  private Gatekeepers() {}

  /**
   * One with accounts in files.
   *
   * @param accounts where accounts are kept
   * @param pepper where the pepper is, away from the accounts and their backups
   */
  public static Gatekeeper live(Site site, Path accounts, Path pepper) throws AccountStoreException {
    AccessSettings settings = site.settings().security();
    Entropy entropy = new SecureEntropy();
    JsonAccountStore store = new JsonAccountStore(accounts);
    boolean exist = !store.load().isEmpty();
    PasswordHasher hasher = PasswordHasher.of(PepperFile.open(pepper, entropy, exist), entropy, settings.iterations());
    return new Gatekeeper(settings, site.settings()::remote, new Accounts(settings, site.users(), store, hasher), entropy);
  }

  /** One whose every token follows from the seed and whose hashes are weak: for virtual time only. It begins without accounts. */
  public static Gatekeeper bench(Site site, Seed seed) {
    return bench(site, seed, AccountStore.inMemory(), 0);
  }

  /** The same with accounts that are there already, after so many restarts: logins are others then. */
  public static Gatekeeper bench(Site site, Seed seed, AccountStore store, int restarts) {
    AccessSettings settings = site.settings().security();
    Entropy entropy = Entropy.repeatable(seed.fork("gateway/access"));
    PasswordHasher hasher = PasswordHasher.forBench(Pepper.fresh(entropy), entropy, BENCH_ITERATIONS);
    Entropy tokens = restarts == 0 ? entropy : Entropy.repeatable(seed.fork("gateway/access/" + restarts));
    try {
      return new Gatekeeper(settings, site.settings()::remote,
          new Accounts(settings, site.users(), store, hasher), tokens);
    } catch (AccountStoreException e) {
      throw new IllegalStateException("nothing to read", e);
    }
  }
}
