package io.parkbench.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.parkbench.gateway.site.User.Role;
import io.parkbench.kernel.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ASVS 2.10.3, 6.4.1: accounts and pepper on the disk. */
class JsonAccountStoreTest {
  @TempDir private Path folder;

  private final Entropy entropy = Entropy.repeatable(new Seed(3).fork("files"));
  private final PasswordHasher hasher = PasswordHasher.forBench(Pepper.fresh(entropy), entropy, 2);

  private Path file() {
    return folder.resolve("state/accounts.json");
  }

  private Account account(String name) {
    return new Account(name, Role.ADMIN, true, hasher.verifier(Scene.PASSWORD), List.of("Your password was set by chief."));
  }

  @Test
  void whatIsSavedIsLoaded() throws AccountStoreException {
    JsonAccountStore store = new JsonAccountStore(file());
    assertEquals(List.of(), store.load());
    List<Account> accounts = List.of(account("chief"), account("Żaneta 駅").withEnabled(false));
    store.save(accounts);
    assertEquals(accounts, new JsonAccountStore(file()).load());
    store.save(accounts.subList(0, 1));
    assertEquals(accounts.subList(0, 1), store.load());
  }

  @Test
  void asvs2_10_3_onlyTheOwnerCanReadItAndNothingLiesAround() throws AccountStoreException, IOException {
    new JsonAccountStore(file()).save(List.of(account("chief")));
    PepperFile.open(folder.resolve("state/pepper"), entropy, false);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state/pepper"))));
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertEquals(2, files.count());
    }
    assertFalse(Files.readString(file()).contains(Scene.PASSWORD));
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws AccountStoreException, IOException {
    JsonAccountStore store = new JsonAccountStore(file());
    store.save(List.of(account("chief")));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    String message = messageOf(store::load);
    assertEquals(
        "the accounts file " + file() + " is open to other users of this machine; take it away from them (chmod 600) and change"
            + " what they may have seen",
        message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{                                    | cannot be understood near line 1",
      "''                                   | cannot be understood near line 1",
      "null                                 | has nothing where an account should be",
      "{\"format\":1,\"accounts\":[null]}   | has nothing where an account should be",
      "{\"format\":1}                       | cannot be understood",
      "{\"format\":1,\"accounts\":[],\"x\":1} | cannot be understood near line 1",
      "{\"format\":1,\"accounts\":[]} {}    | cannot be understood near line 1",
      "{\"format\":1,\"format\":1,\"accounts\":[]} | cannot be understood near line 1",
      "{\"format\":2,\"accounts\":[]}       | has the format 2, and this gateway knows 1",
      "{\"format\":1,\"accounts\":[{\"name\":\"uma\",\"role\":\"ADMIN\",\"enabled\":true,\"verifier\":\"secret\",\"notices\":[]}]}"
          + " | has no verifier for 'uma' that can be checked",
      "{\"format\":1,\"accounts\":[{\"name\":\"admin\",\"role\":\"ADMIN\",\"enabled\":true,\"verifier\":\"secret\",\"notices\":[]}]}"
          + " | has an account that cannot be one",
      "{\"format\":1,\"accounts\":[{\"name\":\"uma\",\"role\":\"KING\",\"enabled\":true,\"verifier\":\"secret\",\"notices\":[]}]}"
          + " | cannot be understood near line 1"})
  void rSec3_aFileThatIsWrongIsToldAndStaysAsItIs(String text, String problem) throws IOException {
    write(text);
    String message = messageOf(() -> new JsonAccountStore(file()).load());
    assertTrue(message.startsWith("the accounts file " + file() + " " + problem), message);
    assertTrue(message.contains("; "), "no remedy: " + message);
    assertFalse(message.contains("secret"), message);
    assertEquals(text, Files.readString(file()));
  }

  @Test
  void rSec3_aFileThatIsNotTextIsTold() throws IOException {
    write("");
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    String message = messageOf(() -> new JsonAccountStore(file()).load());
    assertTrue(message.contains("is not text in UTF-8"), message);
  }

  @Test
  void aNameTwiceIsTold() throws AccountStoreException {
    JsonAccountStore store = new JsonAccountStore(file());
    store.save(List.of(account("uma"), account("UMA")));
    assertTrue(messageOf(store::load).contains("has 'UMA' twice; remove one"));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldAndTheOldFileStays() throws IOException {
    Files.writeString(folder.resolve("state"), "a file where the folder should be", StandardCharsets.UTF_8);
    String message = messageOf(() -> new JsonAccountStore(file()).save(List.of(account("uma"))));
    assertTrue(message.contains("cannot be written") && message.contains(file().toString()), message);
  }

  @Test
  void asvs2_4_5_thePepperIsMadeOnceAndNotReplacedWhenLost() throws AccountStoreException, IOException {
    Path pepper = folder.resolve("secret/pepper");
    byte[] made = PepperFile.open(pepper, entropy, false).bytes();
    assertEquals(PasswordHasher.text(made), PasswordHasher.text(PepperFile.open(pepper, entropy, true).bytes()));
    Files.delete(pepper);
    String message = messageOf(() -> PepperFile.open(pepper, entropy, true));
    assertTrue(message.startsWith("the pepper file " + pepper + " is missing"), message);
    assertFalse(Files.exists(pepper));
    Files.writeString(pepper, "nonsense");
    Files.setPosixFilePermissions(pepper, PosixFilePermissions.fromString("rw-------"));
    assertTrue(messageOf(() -> PepperFile.open(pepper, entropy, false))
        .contains("holds no pepper"));
  }

  private static String messageOf(Executable task) {
    return String.valueOf(assertThrows(AccountStoreException.class, task).getMessage());
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.createFile(file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file(), text);
  }
}
