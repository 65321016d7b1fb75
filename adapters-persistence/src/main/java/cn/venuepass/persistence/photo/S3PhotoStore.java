package cn.venuepass.persistence.photo;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.photo.PhotoStore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Photos as objects of a bucket, each named after its id. Uses nothing that only Amazon's own store
 * knows: no chunked signatures, no checksums in trailers.
 */
public final class S3PhotoStore implements PhotoStore {
  private static final String PREFIX = "photos/";
  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration ANSWERING = Duration.ofSeconds(10);
  private static final Duration ALTOGETHER = Duration.ofSeconds(20);

  private final S3Client client;
  private final String bucket;

  public S3PhotoStore(S3Settings settings) {
    this.bucket = settings.bucket();
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECTING)
                    .socketTimeout(ANSWERING))
            .overrideConfiguration(limits -> limits.apiCallTimeout(ALTOGETHER))
            .serviceConfiguration(
                S3Configuration.builder()
                    .pathStyleAccessEnabled(settings.pathStyle())
                    .chunkedEncodingEnabled(false)
                    .build())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    settings.endpoint().ifPresent(builder::endpointOverride);
    this.client = builder.build();
  }

  @Override
  public void put(UUID name, byte[] sealed) {
    var unused =
        asked(
            () ->
                client.putObject(
                    request -> request.bucket(bucket).key(key(name)),
                    RequestBody.fromBytes(sealed)));
  }

  @Override
  public Optional<byte[]> get(UUID name) {
    return asked(
        () -> {
          try {
            return Optional.of(
                client
                    .getObjectAsBytes(request -> request.bucket(bucket).key(key(name)))
                    .asByteArray());
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void delete(UUID name) {
    var unused = asked(() -> client.deleteObject(request -> request.bucket(bucket).key(key(name))));
  }

  @Override
  public void visit(Consumer<UUID> visitor) {
    var pages =
        asked(
            () ->
                client
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(PREFIX))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList());
    pages.forEach(key -> id(key).ifPresent(visitor));
  }

  private static String key(UUID name) {
    return PREFIX + name;
  }

  /** The id in a key; a bucket may hold what is not ours. */
  private static Optional<UUID> id(String key) {
    try {
      return Optional.of(UUID.fromString(key.substring(PREFIX.length())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (SdkException e) {
      throw new TemporarilyUnavailable("the bucket of photos does not work", e);
    }
  }
}
