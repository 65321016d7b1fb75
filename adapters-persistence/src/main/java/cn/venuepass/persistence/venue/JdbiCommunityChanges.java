package cn.venuepass.persistence.venue;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.venue.CommunityChanges;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.persistence.ManyRows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Changes as rows that are only added and deleted: no change waits for another. */
public final class JdbiCommunityChanges implements CommunityChanges {
  private static final ManyRows<Row> ROWS =
      new ManyRows<Row>()
          .uuid("id", Row::id)
          .text("community_code", row -> row.community().text())
          .time("noted_at", Row::at);
  private static final String ADD = ROWS.insertInto("community_change");

  private final Jdbi jdbi;
  private final IdGenerator ids;

  private record Row(UUID id, DivisionCode community, Instant at) {}

  public JdbiCommunityChanges(Jdbi jdbi, IdGenerator ids) {
    this.jdbi = jdbi;
    this.ids = ids;
  }

  @Override
  public void note(Collection<DivisionCode> communities, Instant at) {
    List<Row> rows =
        communities.stream().map(community -> new Row(ids.next(), community, at)).toList();
    jdbi.useHandle(handle -> ROWS.write(handle, ADD, rows));
  }

  @Override
  public List<Change> list(int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, community_code FROM community_change
                     ORDER BY noted_at, id LIMIT :limit
                    """)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Change(
                            uuid(row, "id"), new DivisionCode(row.getString("community_code"))))
                .list());
  }

  @Override
  public void forget(Collection<Change> changes) {
    if (!changes.isEmpty()) {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate("DELETE FROM community_change WHERE id IN (<ids>)")
                  .bindList("ids", changes.stream().map(Change::id).toList())
                  .execute());
    }
  }
}
