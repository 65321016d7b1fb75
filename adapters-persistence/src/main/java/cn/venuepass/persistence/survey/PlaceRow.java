package cn.venuepass.persistence.survey;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** How a surveyed place stands in its row. */
final class PlaceRow {
  static final String COLUMNS =
      """
      p.id, p.name, p.type_code, p.community_code, p.address, p.social_credit_code,
      p.surveyed_at, p.venue_id, p.link_ground, p.linked_at, p.removed_at, p.revision
      """;

  /** The same for queries after places that are linked to nothing. */
  static final String UNLINKED_COLUMNS =
      """
      p.id, p.name, p.type_code, p.community_code, p.address, p.social_credit_code,
      p.surveyed_at, p.removed_at, p.revision""";

  private PlaceRow() {}

  static <S extends SqlStatement<S>> S bind(S statement, SurveyPlace place) {
    PlaceDetails details = place.details();
    Optional<PlaceLink> link = place.link();
    return statement
        .bind("id", place.id().value())
        .bind("name", details.name().text())
        .bind("type", details.type().text())
        .bind("community", details.community().text())
        .bind("address", details.address().text())
        .bindByType(
            "creditCode",
            details.socialCreditCode().map(SocialCreditCode::text).orElse(null),
            String.class)
        .bind("key", place.key().text())
        .bind("surveyedAt", place.surveyedAt())
        .bindByType("venue", link.map(known -> known.venue().value()).orElse(null), UUID.class)
        .bindByType("ground", link.map(known -> known.ground().name()).orElse(null), String.class)
        .bindByType("linkedAt", link.map(PlaceLink::at).orElse(null), Instant.class)
        .bindByType("removedAt", place.removedAt().orElse(null), Instant.class)
        .bind("revision", place.revision());
  }

  static SurveyPlace read(ResultSet row) throws SQLException {
    return read(row, link(row));
  }

  static SurveyPlace readUnlinked(ResultSet row) throws SQLException {
    return read(row, Optional.empty());
  }

  private static SurveyPlace read(ResultSet row, Optional<PlaceLink> link) throws SQLException {
    return new SurveyPlace(
        new SurveyPlaceId(uuid(row, "id")),
        new PlaceDetails(
            new VenueName(row.getString("name")),
            new VenueTypeCode(row.getString("type_code")),
            new DivisionCode(row.getString("community_code")),
            new Address(row.getString("address")),
            optionalText(row, "social_credit_code", SocialCreditCode::new)),
        instant(row, "surveyed_at"),
        link,
        optionalInstant(row, "removed_at"),
        row.getInt("revision"));
  }

  private static Optional<PlaceLink> link(ResultSet row) throws SQLException {
    Optional<VenueId> venue = optionalId(row, "venue_id", VenueId::new);
    return venue.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlaceLink(
                venue.get(),
                PlaceLink.Ground.valueOf(row.getString("link_ground")),
                instant(row, "linked_at")));
  }
}
