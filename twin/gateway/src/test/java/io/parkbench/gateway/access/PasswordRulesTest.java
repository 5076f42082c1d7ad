package io.parkbench.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.parkbench.gateway.site.AccessSettings.Policy;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ASVS 2.1: which new passwords do. */
class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules(Policy.ASVS);

  @Test
  void asvs2_1_1_elevenCharactersAreTooFewAndTwelveDo() {
    assertEquals("the password has 11 characters; use at least 12, a few words for example", rules.problem("kqjtwmzxpvb", "uma"));
    assertNull(rules.problem("kqjtwmzxpvbn", "uma"));
  }

  @Test
  void asvs2_1_2_upTo128CharactersAreAllowed() {
    assertNull(rules.problem(varied(64), "uma"));
    assertNull(rules.problem(varied(128), "uma"));
    assertEquals("the password has 129 characters; use at most 128", rules.problem(varied(129), "uma"));
  }

  @Test
  void asvs2_1_4_anythingThatCanBeTypedIsACharacter() {
    assertNull(rules.problem("🔌🚗⚡🔋🏠🌙🍀🎈🧭🪁🛶🌵", "uma"));
    assertEquals("the password has 11 characters; use at least 12, a few words for example",
        rules.problem("🔌🚗⚡🔋🏠🌙🍀🎈🧭🪁🛶", "uma"));
    assertNull(rules.problem("Вечерний чай с мёдом", "uma"));
    assertNotNull(rules.problem("violet\u0000harbour 47", "uma"));
    assertNotNull(rules.problem("violet\ud800harbour 47", "uma"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"password1234", "passwordpassword", "Passw0rd12345", "qwertyuiop123", "123456789012", "aaaaaaaaaaaaaaaa",
      "letmeinletmein", "abcdefghijkl", "qwertyqwerty", "1q2w3e4r5t6y", "unicornunicorn",
      "01.01.1990 01.01.1990 01.01.1990 01.01.1990 ", "parkbench123", "umaumaumauma"})
  void asvs2_1_7_whatAnybodyWouldTryFirstIsRefused(String password) {
    String problem = rules.problem(password, "uma");
    assertNotNull(problem, password);
    assertTrue(problem.startsWith("the password is one of the first that anybody would try"), problem);
  }

  @Test
  void asvs2_1_7_noneOfTheCommonPasswordsGetsThrough() throws IOException {
    List<String> longEnough = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
        .filter(p -> p.codePointCount(0, p.length()) >= 12).toList();
    assertTrue(longEnough.size() > 200, "only " + longEnough.size());
    assertEquals(List.of(), longEnough.stream().filter(p -> rules.problem(p, "uma") == null).toList());
  }

  @Test
  void asvs2_1_9_nobodyAsksForDigitsOrCapitals() {
    assertNull(rules.problem("kqjtwmzxpvbnhgfd", "uma"));
    assertNull(rules.problem("KQJTWMZXPVBNHGFD", "uma"));
    assertNull(rules.problem("7402958316604927", "uma"));
  }

  @Test
  void rSec1_compatibilityAsksForEightOfEachKind() {
    PasswordRules seed = new PasswordRules(Policy.SEED);
    assertNull(seed.problem("aB3$efgh", "uma"));
    for (String bad : List.of("aB3$efg", "ab3$efgh", "AB3$EFGH", "aBc$efgh", "aB3defgh")) {
      assertNotNull(seed.problem(bad, "uma"), bad);
    }
  }

  private static String varied(int length) {
    return IntStream.range(0, length).mapToObj(i -> String.valueOf((char) ('a' + (i * i * 7 + i / 3) % 26)))
        .collect(Collectors.joining());
  }
}
