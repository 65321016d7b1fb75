package cn.venuepass.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** The fat jar's classes as the JVM keeps them for itself, so that each start need not read all. */
final class ClassArchive {
  private final Path jar;
  private final Path archive;
  private final Path lock;

  ClassArchive(Path jar) {
    this.jar = jar;
    this.archive = jar.resolveSibling("venuepass.jsa");
    this.lock = jar.resolveSibling("venuepass.jsa.lock");
  }

  /**
   * The archive of that very jar, made by whoever comes first while the others wait; a JVM that is
   * told of a file which is none starts without.
   *
   * @param maker starts the jar so that it leaves its classes in a file when it ends
   */
  Path orMadeBy(Consumer<Path> maker) {
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      if (held.isValid() && !isOfJar()) {
        Files.deleteIfExists(archive);
        maker.accept(archive);
      }
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOfJar() throws IOException {
    return Files.exists(archive)
        && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) >= 0;
  }
}
