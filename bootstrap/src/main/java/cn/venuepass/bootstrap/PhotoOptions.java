package cn.venuepass.bootstrap;

import cn.venuepass.application.photo.PhotoStore;
import cn.venuepass.persistence.photo.FilePhotoStore;
import cn.venuepass.persistence.photo.S3PhotoStore;
import cn.venuepass.persistence.photo.S3Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Where photos of inspections are kept. */
final class PhotoOptions {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoOptions.class);
  private static final String DIRECTORY = "--photos";
  private static final String BUCKET = "--photos-s3";

  @Option(
      names = DIRECTORY,
      paramLabel = "DIR",
      description = "the directory where photos of inspections are kept, sealed")
  private @Nullable Path directory;

  @Option(
      names = BUCKET,
      paramLabel = "FILE",
      description =
          "instead of it, a properties file that names a bucket of an S3-compatible store:"
              + " endpoint, region, bucket, access-key, secret-key, path-style")
  private @Nullable Path bucket;

  private Optional<Path> kept = Optional.empty();
  private Optional<PhotoStore> store = Optional.empty();

  /**
   * Everything that is wrong with the values.
   *
   * @param otherwise the directory if none is given
   */
  List<String> faults(Optional<Path> otherwise) {
    List<String> faults = new ArrayList<>();
    if (directory != null && bucket != null) {
      faults.add(DIRECTORY + ", " + BUCKET + ": only one of the two");
    } else if (bucket != null) {
      openBucket(bucket, faults);
    } else {
      kept = Optional.ofNullable(directory).or(() -> otherwise);
      kept.filter(path -> Files.exists(path) && !Files.isDirectory(path))
          .ifPresent(path -> faults.add(DIRECTORY + ": is no directory: " + path));
    }
    return faults;
  }

  /** The store, once there are no faults; tells the log if there is none. */
  Optional<PhotoStore> store() {
    Optional<PhotoStore> found = store.or(() -> kept.map(FilePhotoStore::new));
    if (found.isEmpty()) {
      LOG.info("Photos are not set up ({} or {}): none are taken", DIRECTORY, BUCKET);
    }
    return found;
  }

  private void openBucket(Path path, List<String> faults) {
    var file = new Properties();
    try (Reader text = Files.newBufferedReader(path)) {
      file.load(text);
      store = Optional.of(new S3PhotoStore(S3Settings.of(file)));
    } catch (IOException e) {
      faults.add(BUCKET + ": cannot be read: " + path);
    } catch (IllegalArgumentException e) {
      faults.add(BUCKET + ": " + e.getMessage());
    }
  }
}
