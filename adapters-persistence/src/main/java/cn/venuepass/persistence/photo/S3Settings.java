package cn.venuepass.persistence.photo;

import java.net.URI;
import java.util.Optional;

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
  @Override
  public String toString() {
    return "S3Settings[%s, %s, %s, ***]".formatted(endpoint, region, bucket);
  }
}
