package cn.venuepass.domain.survey;

import cn.venuepass.domain.venue.VenueId;

/** A surveyed place and a venue that may be the same. */
public record PlacePair(SurveyPlaceId place, VenueId venue) {}
