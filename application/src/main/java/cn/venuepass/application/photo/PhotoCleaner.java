package cn.venuepass.application.photo;

import java.util.Optional;

/** Makes a photo of what somebody sent. */
public interface PhotoCleaner {

  /**
   * The picture anew as a JPEG of at most 1,600 pixels a side, upright, with nothing but what can
   * be seen on it: no place, no time, no device, no thumbnail.
   *
   * @return nothing for what is no JPEG or PNG, is damaged, or has more than 40 million pixels
   */
  Optional<byte[]> clean(byte[] picture);
}
