package cn.venuepass.application.photo;

/** Deletes contents that no photo has: of photos that were forgotten, or never came to be. */
public interface SweepPhotos {

  /**
   * Deletes what no photo had at this call and at the last one, so that nothing goes that is just
   * coming; how many went.
   */
  int sweep();
}
