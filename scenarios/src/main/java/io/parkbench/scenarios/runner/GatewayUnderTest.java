package io.parkbench.scenarios.runner;

import io.parkbench.rigs.outside.GatewayChoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Says in a report which gateway was put to the test, so that nobody takes one release for another. */
final class GatewayUnderTest {
  private static final String NOT_REPEATABLE = "; by the wall clock, so that no two runs are alike bit for bit";

  private GatewayUnderTest() {}

  /** A jar by name, version and hash, an image by name, another by its URL. */
  static String text(GatewayChoice choice) throws IOException {
    return switch (choice) {
      case GatewayChoice.Jar jar ->
          jar.file().getFileName() + " " + version(jar.file()) + " (SHA-256 " + hash(jar.file()) + ")" + NOT_REPEATABLE;
      case GatewayChoice.Image image -> "image " + image.name() + NOT_REPEATABLE;
      case GatewayChoice.Url url ->
          "at " + url.ocpp() + (url.api() == null ? ", no REST API" : ", REST API at " + url.api()) + NOT_REPEATABLE;
    };
  }

  private static String version(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      String version = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      return version == null ? "of no version" : version;
    }
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
