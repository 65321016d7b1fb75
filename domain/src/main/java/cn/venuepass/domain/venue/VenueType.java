package cn.venuepass.domain.venue;

import cn.venuepass.domain.PlainText;

/**
 * A class of venues (宾馆, 药店…).
 *
 * @param department the industry department that supervises it
 */
public record VenueType(VenueTypeCode code, String name, String department, StayRules stay) {
  private static final int LONGEST_NAME = 60;

  public VenueType {
    name = PlainText.checked("name", name, LONGEST_NAME);
    department = PlainText.checked("department", department, LONGEST_NAME);
  }
}
