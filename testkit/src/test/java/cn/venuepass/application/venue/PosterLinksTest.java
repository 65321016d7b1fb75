package cn.venuepass.application.venue;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.venuepass.testkit.TestApplication;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosterLinksTest {

  /** In a picture everything is in upper case, and a path would mind. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://venuepass.example/",
        "https://venuepass.example/app",
        "venuepass.example",
        "mailto:office@venuepass.example",
        "ftp://venuepass.example",
        "//venuepass.example",
        "https://venuepass.example?x",
        "https://venuepass.example#x",
        "https://a@venuepass.example"
      })
  void aPublicBaseShouldBeSchemeHostAndPort(String base) {
    var codes = new TestApplication().codes();
    var uri = URI.create(base);
    assertThatIllegalArgumentException().isThrownBy(() -> new PosterLinks(uri, codes));
  }
}
