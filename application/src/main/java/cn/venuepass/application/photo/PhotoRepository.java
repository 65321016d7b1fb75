package cn.venuepass.application.photo;

import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.photo.PhotoId;
import cn.venuepass.domain.photo.PhotoKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which photos there are, and the keys to their contents. */
public interface PhotoRepository {

  /**
   * Adds a photo; of concurrent calls no more succeed than there is room for.
   *
   * @return false, with nothing changed, when its inspection has {@link Photo#MOST} already
   */
  boolean add(Photo photo, PhotoKey key);

  Optional<Kept> find(InspectionId inspection, PhotoId photo);

  /** The photos of an inspection, the oldest first. */
  List<Photo> listOf(InspectionId inspection);

  /** Those of the names that some photo has. */
  Set<UUID> known(Collection<UUID> contents);

  /** A photo with the key to its content. */
  record Kept(Photo photo, PhotoKey key) {}
}
