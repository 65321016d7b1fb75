package cn.venuepass.persistence.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.photo.PhotoStore;
import cn.venuepass.testkit.contract.PhotoStoreContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3PhotoStoreTest implements PhotoStoreContract {
  private static final UUID NAME = UUID.fromString("0193a4de-7d00-7c3a-8b52-1f6f00a1b2c3");

  private BucketOnLoopback bucket;

  @BeforeEach
  void start() throws IOException {
    bucket = BucketOnLoopback.start();
  }

  @AfterEach
  void stop() {
    bucket.close();
  }

  @Override
  public PhotoStore photos() {
    return photos(BucketOnLoopback.SECRET_KEY);
  }

  @Test
  void objectsShouldBeNamedAfterTheirIdsAndNothingElse() {
    photos().put(NAME, new byte[] {1});
    assertThat(bucket.keys()).containsExactly("photos/" + NAME);
  }

  @Test
  void visitShouldPassOverWhatIsNotOurs() {
    bucket.put("photos/readme.txt");
    bucket.put("other/" + UUID.randomUUID());
    photos().put(NAME, new byte[] {1});
    List<UUID> seen = new ArrayList<>();
    photos().visit(seen::add);
    assertThat(seen).containsExactly(NAME);
  }

  @Test
  void aStoreThatIsDownShouldBeUnavailableAndKeepNothing() {
    bucket.broken(true);
    assertThatThrownBy(() -> photos().put(NAME, new byte[] {1}))
        .isInstanceOf(TemporarilyUnavailable.class);
    assertThatThrownBy(() -> photos().get(NAME)).isInstanceOf(TemporarilyUnavailable.class);
    bucket.broken(false);
    assertThat(photos().get(NAME)).isEmpty();
    bucket.close();
    assertThatThrownBy(() -> photos().visit(name -> {})).isInstanceOf(TemporarilyUnavailable.class);
  }

  @Test
  void aWrongSecretShouldOpenNothingAndBeToldToNobody() {
    PhotoStore stranger = photos("another-secret");
    assertThatThrownBy(() -> stranger.put(NAME, new byte[] {1}))
        .isInstanceOf(TemporarilyUnavailable.class)
        .hasStackTraceContaining("403")
        .hasMessageNotContaining("secret");
    assertThat(bucket.keys()).isEmpty();
  }

  @Test
  void settingsShouldNameWhatIsMissingOrWrong() {
    var file = new Properties();
    file.setProperty("region", "cn-north-1");
    file.setProperty("bucket", " ");
    file.setProperty("access-key", "a");
    assertThatThrownBy(() -> S3Settings.of(file)).hasMessage("lacks bucket, secret-key");
    file.setProperty("bucket", "photos");
    file.setProperty("secret-key", "hidden-value");
    S3Settings settings = S3Settings.of(file);
    assertThat(settings.endpoint()).isEmpty();
    assertThat(settings.pathStyle()).isFalse();
    assertThat(settings.toString()).doesNotContain("hidden-value");
    for (String wrong : List.of("ftp://x", "no host", "https:/x")) {
      file.setProperty("endpoint", wrong);
      assertThatThrownBy(() -> S3Settings.of(file)).hasMessageContaining("endpoint");
    }
  }

  private PhotoStore photos(String secret) {
    var file = new Properties();
    file.setProperty("endpoint", bucket.uri().toString());
    file.setProperty("region", BucketOnLoopback.REGION);
    file.setProperty("bucket", "bucket");
    file.setProperty("access-key", BucketOnLoopback.ACCESS_KEY);
    file.setProperty("secret-key", secret);
    file.setProperty("path-style", "true");
    return new S3PhotoStore(S3Settings.of(file));
  }
}
