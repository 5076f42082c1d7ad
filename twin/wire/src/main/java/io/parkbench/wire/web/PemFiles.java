package io.parkbench.wire.web;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads a certificate chain and its key from PEM files. */
final class PemFiles {
  private PemFiles() {}

  /** Throws {@link IllegalArgumentException} that names the file and what to do. */
  static Identity read(Path chain, Path key) {
    return new Identity(key(key), chain(chain));
  }

  private static List<Object> parts(Path file) {
    List<Object> parts = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file); PEMParser parser = new PEMParser(reader)) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        parts.add(part);
      }
      return parts;
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read as PEM: " + e + "; put a readable one there", e);
    }
  }

  private static List<X509Certificate> chain(Path file) {
    List<X509Certificate> chain = new ArrayList<>();
    for (Object part : parts(file)) {
      if (part instanceof X509CertificateHolder holder) {
        try {
          chain.add(new JcaX509CertificateConverter().getCertificate(holder));
        } catch (CertificateException e) {
          throw new IllegalArgumentException(file + " holds a certificate that cannot be used: " + e.getMessage(), e);
        }
      }
    }
    if (chain.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no certificate: put the server's own there, then those that signed it");
    }
    return chain;
  }

  private static PrivateKey key(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          file + " is missing: put the private key of the certificate there, as PEM without a password");
    }
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
    for (Object part : parts(file)) {
      try {
        if (part instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
        if (part instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        }
      } catch (IOException e) {
        throw new IllegalArgumentException(file + " holds a key that cannot be used: " + e.getMessage(), e);
      }
    }
    throw new IllegalArgumentException(file + " holds no private key that can be read without a password: take the password off");
  }
}
