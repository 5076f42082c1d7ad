package io.parkbench.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.kernel.Seed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** ASVS 2.1.3, 2.1.4, 2.4: what is kept of passwords. */
class PasswordHasherTest {
  private final Entropy entropy = Entropy.repeatable(new Seed(7).fork("hasher"));
  private final Pepper pepper = Pepper.fresh(entropy);
  private final PasswordHasher hasher = PasswordHasher.forBench(pepper, entropy, 3);

  @Test
  void asvs2_1_3_noCharacterIsCutOff() {
    String head = "abcdefgh".repeat(9);
    String verifier = hasher.verifier(head + "tail one");
    assertTrue(hasher.matches(verifier, head + "tail one"));
    assertFalse(hasher.matches(verifier, head + "tail two"));
    assertFalse(hasher.matches(verifier, head));
  }

  @Test
  void asvs2_1_4_theSameTextTypedOnAnotherKeyboardIsTheSame() {
    String verifier = hasher.verifier("Stra\u00dfe nach Pl\u00f6n");
    assertTrue(hasher.matches(verifier, "Stra\u00dfe nach Plo\u0308n"));
    assertFalse(hasher.matches(verifier, "Stra\u00dfe nach Plon"));
  }

  @Test
  void asvs2_4_1_equalPasswordsHaveDifferentVerifiers() {
    String one = hasher.verifier(Scene.PASSWORD);
    String two = hasher.verifier(Scene.PASSWORD);
    assertNotEquals(one.split(":")[2], two.split(":")[2]);
    assertNotEquals(one.split(":")[3], two.split(":")[3]);
    assertFalse(one.contains(Scene.PASSWORD));
  }

  @Test
  void asvs2_4_2_theSaltHas128Bits() {
    assertEquals(16, Base64.getUrlDecoder().decode(hasher.verifier("x").split(":")[2]).length);
  }

  @Test
  void asvs2_4_3_fewerThan100000IterationsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> PasswordHasher.of(pepper, entropy, 99_999));
    String verifier = PasswordHasher.of(pepper, entropy, 100_000).verifier(Scene.PASSWORD);
    assertTrue(verifier.startsWith("pbkdf2-sha256-pepper:100000:"), verifier);
  }

  @Test
  void asvs2_4_3_theHashIsPbkdf2AsRfc8018HasIt() throws GeneralSecurityException {
    String[] parts = hasher.verifier(Scene.PASSWORD).split(":");
    byte[] salt = Base64.getUrlDecoder().decode(parts[2]);
    byte[] block = new byte[salt.length + 4];
    System.arraycopy(salt, 0, block, 0, salt.length);
    block[block.length - 1] = 1;
    byte[] u = mac(Scene.PASSWORD.getBytes(StandardCharsets.UTF_8), block);
    byte[] sum = u.clone();
    for (int round = 1; round < 3; round++) {
      u = mac(Scene.PASSWORD.getBytes(StandardCharsets.UTF_8), u);
      for (int i = 0; i < sum.length; i++) {
        sum[i] ^= u[i];
      }
    }
    assertEquals(PasswordHasher.text(mac(pepper.bytes(), sum)), parts[3]);
  }

  @Test
  void asvs2_4_5_accountsWithoutThePepperCheckNoPassword() {
    String verifier = hasher.verifier(Scene.PASSWORD);
    PasswordHasher thief = PasswordHasher.forBench(Pepper.fresh(entropy), entropy, 3);
    assertTrue(hasher.matches(verifier, Scene.PASSWORD));
    assertFalse(thief.matches(verifier, Scene.PASSWORD));
  }

  @Test
  void anEmptyPasswordIsHashedLikeAnyOther() {
    assertFalse(hasher.matches(hasher.verifier(Scene.PASSWORD), ""));
    assertFalse(hasher.matchesNothing(""));
  }

  @Test
  void onlyWhatItMadeIsAVerifier() {
    String good = hasher.verifier("x");
    assertTrue(PasswordHasher.isVerifier(good));
    assertFalse(PasswordHasher.isVerifier(good + "A"));
    assertFalse(PasswordHasher.isVerifier(good.replace(":3:", ":0:")));
    assertFalse(PasswordHasher.isVerifier("x"));
  }

  private static byte[] mac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }
}
