package cn.venuepass.benchmarks.load.generator;

/**
 * The residents of a side and where each of them stands: whoever is outside goes into a venue next,
 * and out of the same one after that. It outlives the loads.
 */
final class Crowd {
  private final int venues;
  private final int[] journeys;
  private final boolean[] inside;
  private final boolean[] unsure;
  private ScanRequests requests;

  Crowd(World world) {
    int residents = world.tokens().size();
    this.venues = world.in().size();
    this.journeys = new int[residents];
    this.inside = new boolean[residents];
    this.unsure = new boolean[residents];
    this.requests = new ScanRequests(world);
  }

  /** The same people with new tokens. */
  void renew(World world) {
    if (world.tokens().size() != journeys.length || world.in().size() != venues) {
      throw new IllegalArgumentException("another world");
    }
    requests = new ScanRequests(world);
  }

  int size() {
    return journeys.length;
  }

  ScanRequests requests() {
    return requests;
  }

  /** The venue of the resident's next scan. */
  int venueOf(int resident) {
    return Math.floorMod(resident + journeys[resident] * 7, venues);
  }

  boolean isInside(int resident) {
    return inside[resident];
  }

  /** Notes an answer; false when it does not follow from those before. */
  boolean answered(int resident, Said said) {
    boolean expected = said.answers(inside[resident], unsure[resident]);
    unsure[resident] = false;
    if (said.isInside()) {
      inside[resident] = true;
    } else if (said.isOutside()) {
      inside[resident] = false;
      journeys[resident]++;
    }
    return expected;
  }

  /**
   * Nobody knows whether the scan was stored: it is repeated, and more than one answer is right.
   */
  void lost(int resident) {
    unsure[resident] = true;
  }
}
