package io.parkbench.gateway.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes a small file that only its owner may see, whole or not at all. */
final class OwnerFile {
  private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final int LONGEST = 16 << 20;

  private final Path path;
  private final String kind;

  /**
   * @param kind how messages call what is in it, e.g. {@code "accounts"}
   */
  OwnerFile(Path path, String kind) {
    this.path = path.toAbsolutePath();
    this.kind = kind;
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Its text; one that others may read or that cannot be read is an error. */
  String read() throws AccountStoreException {
    try {
      if (hasPermissions(path)) {
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        others.removeAll(PosixFilePermissions.fromString("rwx------"));
        if (!others.isEmpty()) {
          throw error(
              "is open to other users of this machine; take it away from them (chmod 600) and change what they may have seen");
        }
      }
      if (Files.size(path) > LONGEST) {
        throw error("is larger than any such file; put back the right one");
      }
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw error("is not text in UTF-8; put back a good copy");
    } catch (IOException e) {
      throw new AccountStoreException(about("cannot be read (" + e.getClass().getSimpleName()
          + "); let the gateway's user read it, or put back a good copy"), e);
    }
  }

  /** Replaces it at once: written beside it, flushed to the disk, moved over it. */
  void write(String text) throws AccountStoreException {
    Path beside = null;
    try {
      Path folder = path.getParent();
      if (folder == null) {
        throw error("is no place for a file; name another");
      }
      Files.createDirectories(folder);
      beside = Files.createTempFile(folder, "." + path.getFileName(), ".new", attributes(folder));
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      remove(beside, e);
      throw new AccountStoreException(about("cannot be written (" + e.getClass().getSimpleName()
          + "), and stays as it was; let the gateway's user write its folder, and see that there is room"), e);
    }
  }

  private static void remove(@Nullable Path beside, IOException because) {
    try {
      if (beside != null) {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private static boolean hasPermissions(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  private static FileAttribute<?>[] attributes(Path folder) throws IOException {
    return hasPermissions(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
  }

  AccountStoreException error(String problem) {
    return new AccountStoreException(about(problem));
  }

  private String about(String problem) {
    return "the " + kind + " file " + path + " " + problem;
  }
}
