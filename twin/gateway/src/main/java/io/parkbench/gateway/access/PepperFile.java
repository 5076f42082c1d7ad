package io.parkbench.gateway.access;

import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/** Keeps the pepper in a file of its own, which belongs in another place than the accounts and their backups (ASVS 2.4.5). */
public final class PepperFile {
  private static final Pattern TEXT = Pattern.compile("[\\w-]{43}");

  private PepperFile() {}

  /**
   * The pepper of a gateway, made at its first start.
   *
   * @param accountsExist whether there are passwords already, which a new pepper would make worthless: then a missing file is an error
   */
  public static Pepper open(Path path, Entropy entropy, boolean accountsExist) throws AccountStoreException {
    OwnerFile file = new OwnerFile(path, "pepper");
    if (file.exists()) {
      String text = file.read().strip();
      if (!TEXT.matcher(text).matches()) {
        throw file.error("holds no pepper; put back a good copy, without which no password can be checked");
      }
      return new Pepper(Base64.getUrlDecoder().decode(text));
    }
    if (accountsExist) {
      throw file.error(
          "is missing, and without it no password can be checked; put back a copy, or move the accounts file away to begin anew");
    }
    Pepper pepper = Pepper.fresh(entropy);
    file.write(PasswordHasher.text(pepper.bytes()) + "\n");
    return pepper;
  }
}
