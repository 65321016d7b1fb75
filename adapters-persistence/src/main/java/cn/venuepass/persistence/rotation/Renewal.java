package cn.venuepass.persistence.rotation;

import cn.venuepass.persistence.FieldKeys;
import cn.venuepass.persistence.PersonalFields;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings stored values under new keys, slice by slice, beside the service's work. A walk goes
 * through every personal table by id; when one finds nothing under an older key, all is done.
 */
public final class Renewal {
  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

  private final Jdbi jdbi;
  private final PersonalFields fields;
  private final Consumer<FieldKeys> installation;
  private final InstantSource clock;
  private final int slice;
  private final Walk walk = new Walk(UUID.randomUUID());

  /**
   * @param installation renews what stands beside the tables
   * @param slice how many rows are looked at in one step
   */
  public Renewal(
      Jdbi jdbi,
      PersonalFields fields,
      Consumer<FieldKeys> installation,
      InstantSource clock,
      int slice) {
    this.jdbi = jdbi;
    this.fields = fields;
    this.installation = installation;
    this.clock = clock;
    this.slice = slice;
  }

  /** Does one slice; false if there is nothing to do here for now. */
  public boolean step() {
    FieldKeys keys = fields.now();
    if (!keys.haveOutdated()) {
      return false;
    }
    Instant now = clock.instant();
    Optional<Walk.Position> position = jdbi.withHandle(handle -> walk.take(handle, keys, now));
    position.ifPresent(taken -> goOn(keys, taken));
    return position.isPresent();
  }

  private void goOn(FieldKeys keys, Walk.Position position) {
    if (position.table().isEmpty()) {
      LOG.info("bringing personal values under {}", keys);
      installation.accept(keys);
    }
    PersonalTable table =
        position
            .table()
            .flatMap(
                name -> PersonalTables.ALL.stream().filter(t -> t.name().equals(name)).findFirst())
            .orElseGet(() -> PersonalTables.ALL.get(0));
    List<RenewedRow> rows = rows(table, position.last());
    List<RenewedRow> outdated = rows.stream().filter(row -> row.isOutdated(keys)).toList();
    outdated.forEach(row -> renew(row, keys));
    jdbi.useHandle(
        handle -> {
          Instant now = clock.instant();
          int next = PersonalTables.ALL.indexOf(table) + 1;
          if (rows.size() == slice) {
            UUID last = rows.get(rows.size() - 1).id();
            walk.advance(handle, table.name(), last, outdated.size(), now);
          } else if (next < PersonalTables.ALL.size()) {
            String name = PersonalTables.ALL.get(next).name();
            walk.advance(handle, name, null, outdated.size(), now);
          } else if (position.found() + outdated.size() > 0) {
            walk.begin(handle, keys);
          } else {
            walk.finish(handle, now);
            LOG.info("personal values are under {}", keys);
          }
        });
  }

  private List<RenewedRow> rows(PersonalTable table, Optional<UUID> after) {
    if (table.encrypted().isEmpty()) {
      return List.of();
    }
    String beyond = after.isPresent() ? "WHERE id > :after" : "";
    return jdbi.withHandle(
        handle -> {
          Query query =
              handle
                  .createQuery(
                      "SELECT %s FROM %s %s ORDER BY id LIMIT :rows"
                          .formatted(RenewedRow.columns(table), table.name(), beyond))
                  .bind("rows", slice);
          after.ifPresent(last -> query.bind("after", last));
          return query.map((row, context) -> RenewedRow.read(table, row)).list();
        });
  }

  private void renew(RenewedRow row, FieldKeys keys) {
    try {
      row.renew(jdbi, keys);
    } catch (IllegalStateException unreadable) {
      LOG.warn("{} cannot be read and stays as it is", row, unreadable);
    }
  }
}
