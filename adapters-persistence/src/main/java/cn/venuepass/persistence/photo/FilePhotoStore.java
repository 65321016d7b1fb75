package cn.venuepass.persistence.photo;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.photo.PhotoStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Photos as files, each named after its id, in up to 256 directories. A file has its name only once
 * it is whole and on the disk; what a crash left of one is shown under the name that it was to get.
 */
public final class FilePhotoStore implements PhotoStore {
  private static final String PART = ".part";
  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\\.part)?");
  private static final int DIRECTORY_DIGITS = 2;

  private final Path root;

  /**
   * A store in that directory, which is made if it is missing.
   *
   * @throws TemporarilyUnavailable when it cannot be made
   */
  public FilePhotoStore(Path root) {
    this.root = root;
    try {
      Path unused = Files.createDirectories(root);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void put(UUID name, byte[] sealed) {
    Path file = file(name);
    Path part = part(file);
    try {
      Path directory = made(directory(name));
      write(part, sealed);
      Path unused = Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      force(directory);
    } catch (IOException e) {
      forget(part);
      throw unavailable(e);
    }
  }

  private Path made(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Path unused = Files.createDirectories(directory);
      force(root);
    }
    return directory;
  }

  @Override
  public Optional<byte[]> get(UUID name) {
    try {
      return Optional.of(Files.readAllBytes(file(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void delete(UUID name) {
    Path file = file(name);
    try {
      boolean unusedFile = Files.deleteIfExists(file);
      boolean unusedPart = Files.deleteIfExists(part(file));
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void visit(Consumer<UUID> visitor) {
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path directory : directories) {
        visit(directory, visitor);
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static void visit(Path directory, Consumer<UUID> visitor) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          visitor.accept(UUID.fromString(name.group(1)));
        }
      }
    }
  }

  private static void write(Path part, byte[] sealed) throws IOException {
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer content = ByteBuffer.wrap(sealed);
      while (content.hasRemaining()) {
        int unused = channel.write(content);
      }
      channel.force(true);
    }
  }

  /** Makes the new name durable, where directories can be opened. */
  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** What stays all the same is swept away later. */
  private static void forget(Path part) {
    try {
      boolean unused = Files.deleteIfExists(part);
    } catch (IOException e) {
      // The sweep finds it.
    }
  }

  private Path directory(UUID name) {
    String text = name.toString();
    return root.resolve(text.substring(text.length() - DIRECTORY_DIGITS));
  }

  private Path file(UUID name) {
    return directory(name).resolve(name.toString());
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + PART);
  }

  private static TemporarilyUnavailable unavailable(IOException cause) {
    return new TemporarilyUnavailable("the directory of photos does not work", cause);
  }
}
