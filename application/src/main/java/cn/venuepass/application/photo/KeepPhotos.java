package cn.venuepass.application.photo;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.photo.PhotoId;
import java.util.List;
import java.util.Optional;

/** Photos of what was found, and of what a venue put right; who sees the inspection sees them. */
public interface KeepPhotos {

  /**
   * Keeps a photo without its metadata. Denied with UNREADABLE_PHOTO for what is no picture, with
   * PHOTOS_FULL when there are ten, with INSPECTION_NOT_OPEN for a venue that has nothing to put
   * right, and with PHOTOS_NOT_KEPT where no place for photos is set up.
   */
  Result<Photo> add(
      Caller caller, InspectionId inspection, byte[] picture, Optional<CreationKey> key);

  /** The photos of the inspection, the oldest first. */
  Result<List<Photo>> list(Caller caller, InspectionId inspection);

  /** The photo as a JPEG. */
  Result<byte[]> open(Caller caller, InspectionId inspection, PhotoId photo);
}
