package io.parkbench.wire.web;

import io.parkbench.kernel.Micros;
import io.parkbench.kernel.RealTime;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The certificates of a server, in a folder that only its owner can read (R-SEC-2). At first start one is made that signs itself, and kept
 * as {@value #OWN}. Whoever has a better one puts it there as {@value #CHAIN} and {@value #KEY} (PEM, the key without a password), or as
 * {@value #STORE} with its password in {@value #PASSWORD}; these go first.
 */
public final class Certificates {
  static final String OWN = "self-signed.p12";
  static final String CHAIN = "server.pem";
  static final String KEY = "server.key";
  static final String STORE = "server.p12";
  static final String PASSWORD = "server.password";

  private static final String REMEDY = "; put a valid one there, or take it away and a self-signed one is used";
  private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

  private Certificates() {}

  /** A certificate for this machine and {@code hosts} that is kept nowhere. */
  public static Identity passing(List<String> hosts) {
    return SelfSigned.make(hosts);
  }

  /**
   * The certificate in {@code folder}; made where there is none, or the one that was made here has run out.
   *
   * @param hosts names and IP addresses, beside this machine's own, for a certificate that is made
   * @throws IllegalArgumentException when a file there cannot be used, with its name and what to do
   * @throws IOException when the folder cannot be written
   */
  public static Identity in(Path folder, List<String> hosts) throws IOException {
    return in(folder, hosts, Micros.toInstant(RealTime.micros()));
  }

  static Identity in(Path folder, List<String> hosts, Instant now) throws IOException {
    Files.createDirectories(folder);
    restrict(folder, OWNER_ONLY_FOLDER);
    Path chain = folder.resolve(CHAIN);
    Path store = folder.resolve(STORE);
    if (Files.exists(chain)) {
      return checked(chain, PemFiles.read(chain, folder.resolve(KEY)), now);
    }
    if (Files.exists(folder.resolve(KEY))) {
      throw new IllegalArgumentException(folder.resolve(KEY) + " has no certificate beside it: put it there as " + CHAIN);
    }
    if (Files.exists(store)) {
      Path password = folder.resolve(PASSWORD);
      String secret = Files.exists(password) ? Files.readString(password).strip() : "";
      return checked(store, load(store, secret.toCharArray()), now);
    }
    Path own = folder.resolve(OWN);
    if (Files.exists(own)) {
      Identity kept = load(own, new char[0]);
      if (kept.certificate().getNotAfter().toInstant().isAfter(now)) {
        return checked(own, kept, now);
      }
    }
    Identity made = SelfSigned.make(hosts);
    keep(made, own);
    return made;
  }

  private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  private static void keep(Identity identity, Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    Files.createFile(next);
    restrict(next, OWNER_ONLY_FILE);
    try (OutputStream out = Files.newOutputStream(next, StandardOpenOption.WRITE)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", identity.key(), new char[0], identity.chain().toArray(X509Certificate[]::new));
      store.store(out, new char[0]);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " cannot be written: " + e.getMessage(), e);
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Identity load(Path file, char[] password) {
    try {
      KeyStore store = KeyStore.getInstance(file.toFile(), password);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password) instanceof PrivateKey key && store.getCertificateChain(alias) != null) {
          return new Identity(key, List.of(store.getCertificateChain(alias)).stream().map(X509Certificate.class::cast).toList());
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read as PKCS#12: " + e.getMessage() + "; check the password in " + PASSWORD + REMEDY, e);
    }
    throw new IllegalArgumentException(file + " holds no private key with a certificate" + REMEDY);
  }

  private static Identity checked(Path file, Identity identity, Instant now) {
    X509Certificate certificate = identity.certificate();
    if (certificate.getNotAfter().toInstant().isBefore(now)) {
      throw new IllegalArgumentException(
          "the certificate in " + file + " has expired on " + certificate.getNotAfter().toInstant() + REMEDY);
    }
    if (certificate.getNotBefore().toInstant().isAfter(now)) {
      throw new IllegalArgumentException(
          "the certificate in " + file + " is not valid before " + certificate.getNotBefore().toInstant() + REMEDY);
    }
    if (!isPair(identity)) {
      throw new IllegalArgumentException("the key does not belong to the certificate in " + file + REMEDY);
    }
    return identity;
  }

  /** Whether the certificate verifies what the key signs. */
  private static boolean isPair(Identity identity) {
    PublicKey open = identity.certificate().getPublicKey();
    String algorithm = switch (open.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> open.getAlgorithm();
    };
    try {
      byte[] proof = {1, 2, 3};
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(identity.key());
      signature.update(proof);
      byte[] signed = signature.sign();
      signature.initVerify(open);
      signature.update(proof);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
