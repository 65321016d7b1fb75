package cn.venuepass.domain.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PhotoKeyTest {
  private static final byte[] CONTENT = "what can be seen".getBytes(UTF_8);
  private static final UUID NAME = UUID.randomUUID();

  private final SecureRandom random = new SecureRandom();
  private final PhotoKey key = PhotoKey.fresh(random);

  @Test
  void whatIsSealedShouldBeOpenedByTheSameKeyUnderTheSameName() {
    byte[] sealed = key.seal(NAME, CONTENT, random);
    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("seen");
    assertThat(PhotoKey.of(key.text()).open(NAME, sealed)).isEqualTo(CONTENT);
    assertThatThrownBy(() -> key.open(UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> PhotoKey.fresh(random).open(NAME, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatWasChangedOrCutShouldNotBeOpened() {
    byte[] sealed = key.seal(NAME, CONTENT, random);
    sealed[sealed.length / 2] ^= 1;
    assertThatThrownBy(() -> key.open(NAME, sealed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> key.open(NAME, new byte[5])).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKeyShouldNotPrintNorBeShort() {
    assertThat(key.toString()).doesNotContain(key.text());
    String small = Base64.getEncoder().encodeToString(new byte[16]);
    assertThatThrownBy(() -> PhotoKey.of(small)).isInstanceOf(IllegalArgumentException.class);
  }
}
