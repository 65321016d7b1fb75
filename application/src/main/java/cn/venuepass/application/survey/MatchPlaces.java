package cn.venuepass.application.survey;

/** Finds out which surveyed places are venues that somebody applied for; every node can. */
public interface MatchPlaces {

  /** Compares where something has changed, until nothing is left or another node is at it. */
  void matchChanged();

  /** Has everything compared that is linked to nothing, whatever was missed. */
  void matchAll();
}
