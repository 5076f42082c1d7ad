package io.parkbench.gateway.access;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps accounts in a JSON file that only its owner may see. A file that cannot be understood is told with the place and stays as it is, so that
 * nobody is locked out for good by a slip of the hand.
 */
public final class JsonAccountStore implements AccountStore {
  private static final int FORMAT = 1;
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
          DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
          DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  private record Kept(int format, List<Account> accounts) {}

  private final OwnerFile file;

  /**
   * @param path of the file; it and its folder are made when the first account is
   */
  public JsonAccountStore(Path path) {
    this.file = new OwnerFile(path, "accounts");
  }

  @Override
  public List<Account> load() throws AccountStoreException {
    if (!file.exists()) {
      return List.of();
    }
    Kept kept = read(file.read());
    if (kept.format() != FORMAT) {
      throw file
          .error("has the format " + kept.format() + ", and this gateway knows " + FORMAT + "; use the version that wrote it");
    }
    Set<String> names = new HashSet<>();
    for (Account account : kept.accounts()) {
      check(account, names);
    }
    return kept.accounts();
  }

  private Kept read(String text) throws AccountStoreException {
    try {
      Kept kept = JSON.readValue(text, Kept.class);
      if (kept == null || kept.accounts().contains(null)) {
        throw file.error("has nothing where an account should be; put back a good copy");
      }
      return kept;
    } catch (JacksonException e) {
      String where = e.getLocation() == null ? "" : " near line " + e.getLocation().getLineNr();
      throw file.error("cannot be understood" + where + "; put back a good copy, or move it away to begin without accounts");
    }
  }

  private void check(Account account, Set<String> names) throws AccountStoreException {
    String problem = Accounts.nameProblem(account.name());
    if (problem != null) {
      throw file.error("has an account that cannot be one: " + problem + "; correct or remove it");
    }
    if (!names.add(Accounts.key(account.name()))) {
      throw file.error("has '" + account.name() + "' twice; remove one");
    }
    if (!PasswordHasher.isVerifier(account.verifier())) {
      throw file
          .error("has no verifier for '" + account.name() + "' that can be checked; put back a good copy, or remove this account");
    }
  }

  @Override
  public void save(List<Account> accounts) throws AccountStoreException {
    try {
      file.write(JSON.writeValueAsString(new Kept(FORMAT, accounts)) + "\n");
    } catch (JacksonException e) {
      throw new AccountStoreException("accounts cannot be put into JSON", e);
    }
  }
}
