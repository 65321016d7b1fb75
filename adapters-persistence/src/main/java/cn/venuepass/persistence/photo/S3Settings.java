package cn.venuepass.persistence.photo;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Where an S3-compatible store is, and who may use it.
 *
 * @param endpoint absent for Amazon's own
 * @param pathStyle whether the bucket stands in the path, as most other stores want it
 */
public record S3Settings(
    Optional<URI> endpoint,
    String region,
    String bucket,
    String accessKey,
    String secretKey,
    boolean pathStyle) {
  private static final String ENDPOINT = "endpoint";
  private static final String REGION = "region";
  private static final String BUCKET = "bucket";
  private static final String ACCESS_KEY = "access-key";
  private static final String SECRET_KEY = "secret-key";
  private static final String PATH_STYLE = "path-style";

  /**
   * Reads the properties endpoint, region, bucket, access-key, secret-key and path-style.
   *
   * @throws IllegalArgumentException when one is missing or wrong; the message names it, never a
   *     value
   */
  public static S3Settings of(Properties file) {
    List<String> missing =
        List.of(REGION, BUCKET, ACCESS_KEY, SECRET_KEY).stream()
            .filter(name -> text(file, name).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("lacks " + String.join(", ", missing));
    }
    return new S3Settings(
        text(file, ENDPOINT).map(S3Settings::uri),
        text(file, REGION).orElseThrow(),
        text(file, BUCKET).orElseThrow(),
        text(file, ACCESS_KEY).orElseThrow(),
        text(file, SECRET_KEY).orElseThrow(),
        text(file, PATH_STYLE).map(Boolean::parseBoolean).orElse(false));
  }

  private static Optional<String> text(Properties file, String name) {
    return Optional.ofNullable(file.getProperty(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static URI uri(String text) {
    try {
      URI uri = URI.create(text);
      if (List.of("http", "https").contains(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("endpoint must be http(s)://host", e);
    }
    throw new IllegalArgumentException("endpoint must be http(s)://host");
  }

  @Override
  public String toString() {
    return "S3Settings[%s, %s, %s, ***]".formatted(endpoint, region, bucket);
  }
}
