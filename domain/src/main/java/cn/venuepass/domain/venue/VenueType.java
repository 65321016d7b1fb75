package cn.venuepass.domain.venue;

/**
 * A class of venues (宾馆, 药店…).
 *
 * @param department the industry department that supervises it
 */
public record VenueType(VenueTypeCode code, String name, String department, StayRules stay) {}
