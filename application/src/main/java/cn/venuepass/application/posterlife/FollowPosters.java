package cn.venuepass.application.posterlife;

/** Counts scans by poster and warns of what is odd; the service does it of itself. */
@FunctionalInterface
public interface FollowPosters {

  /**
   * Counts all days that may have changed since the last time, however long ago that was, and looks
   * for what is odd in them.
   *
   * @return false when another node is at it
   */
  boolean follow();
}
