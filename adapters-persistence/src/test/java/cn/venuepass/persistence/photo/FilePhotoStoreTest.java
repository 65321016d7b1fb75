package cn.venuepass.persistence.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.photo.PhotoStore;
import cn.venuepass.testkit.contract.PhotoStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePhotoStoreTest implements PhotoStoreContract {
  private static final UUID NAME = UUID.fromString("0193a4de-7d00-7c3a-8b52-1f6f00a1b2c3");

  @TempDir private Path directory;
  private PhotoStore photos;

  @BeforeEach
  void open() {
    photos = new FilePhotoStore(directory.resolve("photos"));
  }

  @Override
  public PhotoStore photos() {
    return photos;
  }

  @Test
  void filesShouldBeNamedAfterTheirIdsAndNothingElse() throws IOException {
    photos.put(NAME, new byte[] {1});
    assertThat(files()).containsExactly(Path.of("c3", NAME.toString()));
  }

  @Test
  void whatACrashLeftShouldBeShownAndDeletedUnderTheNameItWasToGet() throws IOException {
    photos.put(NAME, new byte[] {1});
    Path part = directory.resolve("photos/c3/" + NAME + ".part");
    Path unused = Files.move(directory.resolve("photos/c3/" + NAME), part);
    Path foreign = Files.writeString(directory.resolve("photos/c3/notes.txt"), "x");
    assertThat(photos.get(NAME)).isEmpty();
    List<UUID> seen = new ArrayList<>();
    photos.visit(seen::add);
    assertThat(seen).containsExactly(NAME);
    photos.delete(NAME);
    assertThat(files()).containsExactly(Path.of("c3", foreign.getFileName().toString()));
  }

  @Test
  void whereNothingCanBeWrittenNothingShouldBeLeft() throws IOException {
    Path unused = Files.writeString(directory.resolve("photos/c3"), "a file in the way");
    assertThatThrownBy(() -> photos.put(NAME, new byte[] {1}))
        .isInstanceOf(TemporarilyUnavailable.class);
    assertThat(files()).containsExactly(Path.of("c3"));
  }

  @Test
  void aNameThatIsTakenByADirectoryShouldLeaveNoPart() throws IOException {
    Path unused = Files.createDirectories(directory.resolve("photos/c3/" + NAME + "/in-the-way"));
    assertThatThrownBy(() -> photos.put(NAME, new byte[] {1}))
        .isInstanceOf(TemporarilyUnavailable.class);
    assertThatThrownBy(() -> photos.get(NAME)).isInstanceOf(TemporarilyUnavailable.class);
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    Path root = directory.resolve("photos");
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(root::relativize).toList();
    }
  }
}
