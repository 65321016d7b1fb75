package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.venue.Direction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of visits as the ledger writes them. */
final class VisitRows {
  private static final String[] COLUMNS = {
    "venue_id",
    "entered_at",
    "id",
    "person_id",
    "entry_method",
    "entry_time_source",
    "entry_poster_id",
    "entry_by",
    "left_at",
    "exit_method",
    "exit_time_source",
    "exit_poster_id",
    "exit_by",
    "last_seen",
    "over_capacity"
  };

  private final Ids ids;
  private final CopyRows rows;

  VisitRows(Ids ids, String table) {
    this.ids = ids;
    this.rows = new CopyRows(table, COLUMNS);
  }

  CopyRows rows() {
    return rows;
  }

  void add(CityVisit visit) {
    rows.row()
        .add(ids.venue(visit.place()))
        .addTime(visit.enteredAt())
        .add(ids.visit(visit))
        .add(ids.person(visit.person()));
    add(visit.entry(), visit.place(), Direction.IN);
    rows.addTime(visit.leftAt());
    add(visit.exit(), visit.place(), Direction.OUT);
    rows.addTime(visit.lastSeen()).add(false);
  }

  private void add(@Nullable Evidence evidence, int place, Direction direction) {
    if (evidence == null) {
      rows.addNull().addNull().addNull().addNull();
      return;
    }
    rows.add(evidence.method().name()).add(evidence.clock().name());
    add(evidence.isOfPoster() ? ids.poster(place, direction) : null);
    add(evidence.by() == Evidence.NOBODY ? null : ids.account(evidence.by()));
  }

  private void add(@Nullable UUID id) {
    if (id == null) {
      rows.addNull();
    } else {
      rows.add(id);
    }
  }
}
