package cn.venuepass.bootstrap.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of a few megabytes, in memory, that can be filled up and freed again. */
final class SmallDisk implements AutoCloseable {
  private final Path root;
  private final Thread atExit = new Thread(this::unmount);

  private SmallDisk(Path root) {
    this.root = root;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Mounts one on an empty directory, which takes the rights of root. */
  static SmallDisk mount(Path root, int megabytes) {
    if (run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", "" + root))
        != 0) {
      throw new AssertionError(
          "no small disk, and so no full one: 'mount -t tmpfs' must be allowed to whoever runs"
              + " this test (root, or a container with CAP_SYS_ADMIN)");
    }
    return new SmallDisk(root);
  }

  Path root() {
    return root;
  }

  /** Not a byte is free any more. */
  void fill() {
    var block = new byte[4096];
    try (OutputStream ballast = Files.newOutputStream(ballast())) {
      while (true) {
        ballast.write(block);
      }
    } catch (IOException full) {
      if (!Files.exists(ballast())) {
        throw new UncheckedIOException(full);
      }
    }
  }

  void free() {
    try {
      Files.delete(ballast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    unmount();
  }

  private Path ballast() {
    return root.resolve("ballast");
  }

  /** At once for everybody who looks; what still uses it keeps it until then. */
  private void unmount() {
    if (run(List.of("umount", "-l", root.toString())) != 0) {
      throw new AssertionError("still mounted: " + root);
    }
  }

  private static int run(List<String> command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
