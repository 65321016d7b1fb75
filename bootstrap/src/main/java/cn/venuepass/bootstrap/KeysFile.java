package cn.venuepass.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;

/**
 * The file with the keys of an installation, readable by its owner only. Whoever reads it while it
 * changes reads the old or the new one, never half of it.
 */
record KeysFile(Path path) {

  /** What tells that a file was written again. */
  record Stamp(Object identity, Object modified, long size) {}

  /**
   * Reads the keys.
   *
   * @throws IllegalArgumentException when it is no keys file
   */
  Keys read() {
    try {
      return Keys.read(Files.readAllBytes(path));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("no keys file: " + path);
    }
  }

  /**
   * What the file looks like from outside.
   *
   * @throws IllegalArgumentException when it is not there
   */
  Stamp stamp() {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Object identity = attributes.fileKey() == null ? path : attributes.fileKey();
      return new Stamp(identity, attributes.lastModifiedTime(), attributes.size());
    } catch (IOException e) {
      throw new IllegalArgumentException("no keys file: " + path);
    }
  }

  /**
   * Writes the first keys.
   *
   * @throws UncheckedIOException when there is such a file already, or it cannot be written
   */
  void create(Keys keys) {
    try {
      write(create(path), keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Replaces the keys by what becomes of them. The new ones are written beside the file first, on
   * disk before they take its name; one change at a time.
   *
   * @throws IllegalArgumentException when these are no keys, or another change is under way
   * @throws UncheckedIOException when the file cannot be written
   */
  Keys change(UnaryOperator<Keys> change) {
    try {
      Path file = path.toRealPath();
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Path created = create(beside);
      try {
        Keys changed = change.apply(new KeysFile(file).read());
        write(created, changed);
        if (!Files.getOwner(created).equals(Files.getOwner(file))) {
          Path unused = Files.setOwner(created, Files.getOwner(file));
        }
        Path unused =
            Files.move(
                created, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(file);
        return changed;
      } finally {
        boolean unused = Files.deleteIfExists(created);
      }
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(
          e.getFile() + " is there: another change is under way, or was cut off; then remove it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The new name is on disk too, where the system can do that. */
  private static void sync(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Path create(Path file) throws IOException {
    FileAttribute<?>[] ownerOnly =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return Files.createFile(file, ownerOnly);
  }

  private static void write(Path file, Keys keys) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(keys.json());
      while (bytes.hasRemaining()) {
        int unused = channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
