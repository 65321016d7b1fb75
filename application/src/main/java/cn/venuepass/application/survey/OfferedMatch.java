package cn.venuepass.application.survey;

import cn.venuepass.domain.survey.AppliedVenue;
import cn.venuepass.domain.survey.SurveyPlace;
import java.time.Instant;
import java.util.UUID;

/**
 * A place and a venue that may be the same.
 *
 * @param score how alike they are, 0 to 100
 */
public record OfferedMatch(
    UUID id, SurveyPlace place, AppliedVenue venue, int score, Instant offeredAt) {}
