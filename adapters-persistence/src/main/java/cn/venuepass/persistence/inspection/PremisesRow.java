package cn.venuepass.persistence.inspection;

import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.inspection.Premises.OfPlace;
import cn.venuepass.domain.inspection.Premises.OfVenue;
import cn.venuepass.domain.inspection.Premises.Target;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** How premises stand in a row: venue_id or place_id, name, type_code, community_code. */
final class PremisesRow {
  private PremisesRow() {}

  static <S extends SqlStatement<S>> S bind(S statement, Premises premises) {
    Target target = premises.target();
    return statement
        .bindByType("venue", target.venue().map(VenueId::value).orElse(null), UUID.class)
        .bindByType("place", target.place().map(SurveyPlaceId::value).orElse(null), UUID.class)
        .bind("name", premises.name().text())
        .bind("type", premises.type().text())
        .bind("community", premises.community().text());
  }

  static Premises read(ResultSet row) throws SQLException {
    Optional<VenueId> venue = optionalId(row, "venue_id", VenueId::new);
    return new Premises(
        venue.isPresent()
            ? new OfVenue(venue.get())
            : new OfPlace(new SurveyPlaceId(uuid(row, "place_id"))),
        new VenueName(row.getString("name")),
        new VenueTypeCode(row.getString("type_code")),
        new DivisionCode(row.getString("community_code")));
  }
}
