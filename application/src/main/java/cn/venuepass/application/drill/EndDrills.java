package cn.venuepass.application.drill;

/** Ends drills whose case was closed, and those that run for a day; one node at a time does it. */
@FunctionalInterface
public interface EndDrills {

  /**
   * Ends what is over.
   *
   * @return how many were ended; none while another node is at it
   */
  int end();
}
