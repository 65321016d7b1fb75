package cn.venuepass.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.venuepass.bootstrap.Keys.Purpose;
import cn.venuepass.bootstrap.Keys.Ring;
import cn.venuepass.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysFileTest {
  private static final Set<Ring> ALL = EnumSet.allOf(Ring.class);
  private static final Duration DELAY = Duration.ofMinutes(2);

  @TempDir private Path directory;

  private final MovableClock clock = MovableClock.monday();
  private KeysFile file;

  @BeforeEach
  void create() {
    file = new KeysFile(directory.resolve("keys.json"));
    file.create(Keys.fresh(Purpose.PRODUCTION));
  }

  @Test
  void aChangeShouldReplaceTheFileForItsOwnerOnly() throws IOException {
    KeysFile.Stamp before = file.stamp();
    Keys changed = rotate();
    assertThat(file.read()).isEqualTo(changed);
    assertThat(file.stamp()).isNotEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(directory).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aChangeShouldFollowALink() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link.json"), file.path());
    Keys changed = new KeysFile(link).change(keys -> keys.rotated(ALL, now(), now().plus(DELAY)));
    assertThat(link).isSymbolicLink();
    assertThat(file.read()).isEqualTo(changed);
  }

  @Test
  void aChangeThatFailsShouldLeaveTheFileAsItIs() {
    Keys once = rotate();
    assertThatIllegalArgumentException().isThrownBy(this::rotate).withMessageContaining("waiting");
    assertThat(file.read()).isEqualTo(once);
    assertThat(directory).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void oneChangeShouldBeMadeAtATime() throws IOException {
    Keys before = file.read();
    Path other = Files.createFile(directory.resolve("keys.json.new"));
    assertThatIllegalArgumentException()
        .isThrownBy(this::rotate)
        .withMessageContaining("another change");
    assertThat(file.read()).isEqualTo(before);
    assertThat(other).exists();
  }

  @Test
  void aRunningServiceShouldUseTheNextKeysFromTheirInstantOn() {
    LiveKeys live = LiveKeys.of(file, clock);
    int first = live.fields().encryptionKey();
    rotate();
    live.look();
    assertThat(live.fields().encryptionKey()).isEqualTo(first);
    assertThat(live.fields().hashesToClaim("kind", "value")).hasSize(2);
    assertThat(live.posters().primary()).isEqualTo((byte) 1);
    clock.advance(DELAY.minusMillis(1));
    assertThat(live.fields().encryptionKey()).isEqualTo(first);
    clock.advance(Duration.ofMillis(1));
    assertThat(live.fields().encryptionKey()).isNotEqualTo(first);
    assertThat(live.fields().hashKey()).isEqualTo((byte) 2);
    assertThat(live.fields().hashesToClaim("kind", "value")).hasSize(2);
    assertThat(live.posters().ids()).containsExactly((byte) 2, (byte) 1);
    assertThat(live.tokens())
        .hasToString(new KeysFile(file.path()).read().tokenKeys(now()).toString());
  }

  @Test
  void aFileThatCannotBeUsedShouldChangeNothing() throws IOException {
    LiveKeys live = LiveKeys.of(file, clock);
    int first = live.fields().encryptionKey();
    byte[] good = rotate().json();
    for (byte[] bad :
        new byte[][] {
          new byte[0], {'{'}, Keys.fresh(Purpose.PRODUCTION).json(), new byte[good.length]
        }) {
      Files.write(file.path(), bad);
      live.look();
      assertThat(live.fields().encryptionKey()).isEqualTo(first);
      assertThat(live.fields().hashesToClaim("kind", "value")).hasSize(1);
    }
    Files.delete(file.path());
    live.look();
    assertThat(live.fields().encryptionKey()).isEqualTo(first);
    Files.write(file.path(), good);
    live.look();
    assertThat(live.fields().hashesToClaim("kind", "value")).hasSize(2);
  }

  private Keys rotate() {
    return file.change(keys -> keys.rotated(ALL, now(), now().plus(DELAY)));
  }

  private Instant now() {
    return clock.instant();
  }
}
