package cn.venuepass.rest.cases;

import cn.venuepass.application.cases.TakeStatements.Told;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Times;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody told of a stay. */
record StatementRequest(
    @Nullable String personRef,
    @Nullable String visitId,
    @Nullable String venueId,
    @Nullable String enteredAt,
    @Nullable String leftAt,
    @Nullable String note) {

  Told told() {
    var fields = new Fields();
    boolean unused = fields.exactlyOne(List.of("visitId", "venueId"), visitId, venueId);
    var person = fields.optional("personRef", personRef, id -> new PersonId(Fields.id(id)));
    var visit = fields.optional("visitId", visitId, id -> new VisitId(Fields.id(id)));
    var venue = fields.optional("venueId", venueId, id -> new VenueId(Fields.id(id)));
    var entered = fields.optional("enteredAt", enteredAt, Times::read);
    var left = fields.optional("leftAt", leftAt, Times::read);
    fields.verify();
    return new Told(
        person.get(),
        visit.get(),
        venue.get(),
        entered.get(),
        left.get(),
        Optional.ofNullable(note));
  }

  @Override
  public String toString() {
    return "StatementRequest[***]";
  }
}
