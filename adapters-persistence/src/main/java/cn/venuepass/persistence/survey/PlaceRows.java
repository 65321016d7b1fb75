package cn.venuepass.persistence.survey;

import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.persistence.ManyRows;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Many places in one statement, in the order of their ids or keys, so that no two writers cross.
 */
final class PlaceRows {
  private static final ManyRows<SurveyPlace> COLUMNS =
      new ManyRows<SurveyPlace>()
          .uuid("id", place -> place.id().value())
          .text("name", place -> place.details().name().text())
          .text("type_code", place -> place.details().type().text())
          .text("community_code", place -> place.details().community().text())
          .text("address", place -> place.details().address().text())
          .text(
              "social_credit_code",
              place -> place.details().socialCreditCode().map(SocialCreditCode::text).orElse(null))
          .text("place_key", place -> place.key().text())
          .time("surveyed_at", SurveyPlace::surveyedAt)
          .uuid("venue_id", place -> place.link().map(link -> link.venue().value()).orElse(null))
          .text("link_ground", place -> place.link().map(link -> link.ground().name()).orElse(null))
          .time("linked_at", place -> place.link().map(PlaceLink::at).orElse(null))
          .time("removed_at", place -> place.removedAt().orElse(null))
          .number("revision", SurveyPlace::revision);

  private static final String ADD = COLUMNS.insertInto("survey_place") + " ON CONFLICT DO NOTHING";

  private static final String REPLACE =
      """
      UPDATE survey_place
         SET name = t.name, type_code = t.type_code, community_code = t.community_code,
             address = t.address, social_credit_code = t.social_credit_code,
             place_key = t.place_key, surveyed_at = t.surveyed_at, venue_id = t.venue_id,
             link_ground = t.link_ground, linked_at = t.linked_at, removed_at = t.removed_at,
             revision = t.revision
        FROM"""
          + COLUMNS.asTable()
          + " WHERE survey_place.id = t.id AND survey_place.revision = t.revision - 1";

  private PlaceRows() {}

  /** How many could be added. */
  static int add(Handle handle, List<SurveyPlace> places) {
    return COLUMNS.writeAndCount(
        handle,
        ADD,
        places.stream().sorted(Comparator.comparing(place -> place.key().text())).toList());
  }

  /** How many were as they had been before. */
  static int replace(Handle handle, List<SurveyPlace> places) {
    return COLUMNS.writeAndCount(
        handle,
        REPLACE,
        places.stream().sorted(Comparator.comparing(place -> place.id().value())).toList());
  }
}
