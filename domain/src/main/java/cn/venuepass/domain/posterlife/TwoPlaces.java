package cn.venuepass.domain.posterlife;

import java.util.List;

/** Two entries of one person, the second right after the first. */
public record TwoPlaces(OwnScan first, OwnScan second) {
  public List<OwnScan> scans() {
    return List.of(first, second);
  }
}
