package cn.venuepass.application.coverage;

/** What the service does again and again so that no blind spot is forgotten. */
public interface KeepBlindSpots {

  /**
   * Brings the ledger up to date, and notes every quarter of an hour how far places have come
   * today.
   *
   * @return how many steps were taken in the ledger; none when another node is at it
   */
  int keep();
}
