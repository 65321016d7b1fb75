package cn.venuepass.rest.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The versions that the build wrote down. */
final class Version {
  private static final Properties VERSIONS = versions();

  static final String PRODUCT = VERSIONS.getProperty("product", "");
  static final String SWAGGER_UI = VERSIONS.getProperty("swagger-ui", "");

  private Version() {}

  private static Properties versions() {
    var versions = new Properties();
    try (InputStream file =
        Optional.ofNullable(
                Version.class.getResourceAsStream("/cn/venuepass/rest/version.properties"))
            .orElseThrow(() -> new IllegalStateException("version.properties is missing"))) {
      versions.load(file);
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
