package cn.venuepass.persistence.lookup;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.lookup.Lookup;
import cn.venuepass.application.lookup.LookupLog;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table of look-ups, to which rows are only added. */
public final class JdbiLookupLog implements LookupLog {
  private final Jdbi jdbi;
  private final IdGenerator ids;

  public JdbiLookupLog(Jdbi jdbi, IdGenerator ids) {
    this.jdbi = jdbi;
    this.ids = ids;
  }

  @Override
  public void add(List<Lookup> lookups) {
    jdbi.useTransaction(
        handle -> {
          var batch =
              handle.prepareBatch(
                  """
                  INSERT INTO lookup (id, account_id, person_id, purpose, venue_id, at)
                  VALUES (:id, :account, :person, :purpose, :venue, :at)
                  """);
          for (Lookup lookup : lookups) {
            batch
                .bind("id", ids.next())
                .bind("account", lookup.by().value())
                .bindByType("person", lookup.person().map(PersonId::value).orElse(null), UUID.class)
                .bind("purpose", lookup.purpose().name())
                .bindByType("venue", lookup.venue().map(VenueId::value).orElse(null), UUID.class)
                .bind("at", lookup.at())
                .add();
          }
          int[] unused = batch.execute();
        });
  }
}
