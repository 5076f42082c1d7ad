package io.parkbench.gateway.access;

import java.util.List;

/** Where accounts are kept between starts. */
public interface AccountStore {

  /** All accounts, none on a fresh gateway; what cannot be read throws and stays as it is. */
  List<Account> load() throws AccountStoreException;

  /** Replaces them all, or throws and leaves what was there. */
  void save(List<Account> accounts) throws AccountStoreException;

  /** One that lives as long as the process. */
  static AccountStore inMemory() {
    return new AccountStore() {
      private List<Account> kept = List.of();

      @Override
      public synchronized List<Account> load() {
        return kept;
      }

      @Override
      public synchronized void save(List<Account> accounts) {
        kept = List.copyOf(accounts);
      }
    };
  }
}
