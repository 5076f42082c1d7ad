package io.parkbench.wire.web;

import java.io.ByteArrayOutputStream;

/** The first message of a client that speaks one old version of TLS, as bytes. */
final class ClientHello {
  private static final int[] SUITES = {0xC0, 0x09, 0xC0, 0x13, 0xC0, 0x2B, 0xC0, 0x2F};
  /** The curve secp256r1, its points uncompressed, and signatures by ECDSA with SHA-256. */
  private static final int[] EXTENSIONS = {0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 4, 0, 2, 4, 3};

  private ClientHello() {}

  /** @param minor 1 for TLS 1.0, 2 for 1.1, 3 for 1.2 */
  static byte[] of(int minor) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    put(body, 3, minor);
    body.writeBytes(new byte[32]); // random
    put(body, 0); // no session
    put(body, 0, SUITES.length);
    put(body, SUITES);
    put(body, 1, 0); // no compression
    put(body, 0, EXTENSIONS.length);
    put(body, EXTENSIONS);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    put(record, 22, 3, 1, 0, body.size() + 4, 1, 0, 0, body.size());
    record.writeBytes(body.toByteArray());
    return record.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, int... bytes) {
    for (int each : bytes) {
      out.write(each);
    }
  }
}
