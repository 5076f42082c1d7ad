package io.parkbench.wire.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-SEC-2: self-signed certificate made at first start, replaceable. */
class CertificatesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path folder;

  /** As most tools write a key today. */
  private void key(PrivateKey key) throws IOException {
    pem(Certificates.KEY, new PemObject("PRIVATE KEY", key.getEncoded()));
  }

  private Identity made(Duration valid) {
    return SelfSigned.make(List.of(), NOW, valid);
  }

  private void pem(String name, Object content) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(content);
    }
    Files.writeString(folder.resolve(name), text.toString());
  }

  private String refusal() {
    return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Certificates.in(folder, List.of(), NOW)).getMessage());
  }

  private static void assertNames(String message, String... words) {
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  @Test
  void atFirstStartOneIsMadeForThisMachineAndKept() throws Exception {
    Path inside = folder.resolve("tls");
    Identity first = Certificates.in(inside, List.of("gateway.lan", "192.168.1.10"));
    Identity second = Certificates.in(inside, List.of());
    assertEquals(first.fingerprint(), second.fingerprint());
    assertTrue(first.fingerprint().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), first.fingerprint());
    X509Certificate certificate = first.certificate();
    assertEquals(
        List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "gateway.lan", "192.168.1.10"),
        certificate.getSubjectAlternativeNames().stream().map(name -> name.get(1)).toList());
    assertEquals("EC", certificate.getPublicKey().getAlgorithm());
    Duration valid = Duration.between(certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
    assertEquals(731, valid.toDays());
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(inside)));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(inside.resolve(Certificates.OWN))));
  }

  @Test
  void oneThatWasMadeHereAndHasRunOutIsMadeAnew() throws IOException {
    Identity first = Certificates.in(folder, List.of());
    Identity later = Certificates.in(folder, List.of(), first.certificate().getNotAfter().toInstant().plusSeconds(1));
    assertNotEquals(first.fingerprint(), later.fingerprint());
  }

  @Test
  void aPemChainWithItsKeyGoesFirst() throws IOException {
    Certificates.in(folder, List.of());
    Identity better = made(Duration.ofDays(90));
    pem(Certificates.CHAIN, better.certificate());
    key(better.key());
    Identity used = Certificates.in(folder, List.of(), NOW);
    assertEquals(better.fingerprint(), used.fingerprint());
    BigInteger secret = ((ECPrivateKey) better.key()).getS();
    byte[] old = new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, SECObjectIdentifiers.secp256r1).getEncoded();
    pem(Certificates.KEY, new PemObject("EC PRIVATE KEY", old));
    assertEquals(secret, ((ECPrivateKey) Certificates.in(folder, List.of(), NOW).key()).getS(), "as openssl ecparam writes it");
    Files.delete(folder.resolve(Certificates.KEY));
    assertNames(refusal(), Certificates.KEY, "missing");
    key(made(Duration.ofDays(1)).key());
    assertNames(refusal(), Certificates.CHAIN, "does not belong");
    Files.writeString(folder.resolve(Certificates.KEY), "rubbish");
    assertNames(refusal(), Certificates.KEY, "no private key");
    Files.writeString(folder.resolve(Certificates.CHAIN), "rubbish");
    assertNames(refusal(), Certificates.KEY);
    Files.delete(folder.resolve(Certificates.CHAIN));
    assertNames(refusal(), Certificates.KEY, Certificates.CHAIN);
  }

  @Test
  void oneThatHasRunOutOrIsNotValidYetIsRefused() throws IOException {
    Identity old = SelfSigned.make(List.of(), NOW.minus(Duration.ofDays(30)), Duration.ofDays(10));
    pem(Certificates.CHAIN, old.certificate());
    key(old.key());
    assertNames(refusal(), Certificates.CHAIN, "expired", "2026-02-09");
    Identity early = SelfSigned.make(List.of(), NOW.plus(Duration.ofDays(30)), Duration.ofDays(10));
    pem(Certificates.CHAIN, early.certificate());
    key(early.key());
    assertNames(refusal(), Certificates.CHAIN, "not valid before");
  }

  @Test
  void aStoreWithItsPasswordIsReadToo() throws IOException, GeneralSecurityException {
    Identity better = made(Duration.ofDays(90));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = "Secret-1".toCharArray();
    store.setKeyEntry("a", better.key(), password, new X509Certificate[] {better.certificate()});
    try (OutputStream out = Files.newOutputStream(folder.resolve(Certificates.STORE))) {
      store.store(out, password);
    }
    assertNames(refusal(), Certificates.STORE, Certificates.PASSWORD);
    Files.writeString(folder.resolve(Certificates.PASSWORD), "Secret-1\n");
    assertEquals(better.fingerprint(), Certificates.in(folder, List.of(), NOW).fingerprint());
    Files.writeString(folder.resolve(Certificates.STORE), "rubbish");
    assertNames(refusal(), Certificates.STORE);
  }

  @Test
  void whatIsNoHostIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Certificates.passing(List.of("a b")));
    assertThrows(IllegalArgumentException.class, () -> Trust.pinned("AB:CD"));
  }
}
