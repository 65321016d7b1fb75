package cn.venuepass.benchmarks.city;

import cn.venuepass.benchmarks.city.VisitPartitions.Partition;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.persistence.Database;
import cn.venuepass.persistence.FieldKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.postgresql.copy.CopyIn;

/**
 * Fills an empty database with a city: the product makes its schema, venues go through its
 * repositories, people and visits through COPY. Visits arrive in the order of time, as they would
 * have; never more than a few days of them are in memory.
 */
final class CityFiller {
  private static final int WORKERS = 2;
  private static final int HOUSEHOLDS_AT_ONCE = 500;

  private final City city;
  private final Target target;
  private final CityKeys keys;
  private final Consumer<String> progress;

  /**
   * A filler.
   *
   * @param progress is told how far it is, often
   */
  CityFiller(City city, Target target, CityKeys keys, Consumer<String> progress) {
    this.city = city;
    this.target = target;
    this.keys = keys;
    this.progress = progress;
  }

  /**
   * Fills the database.
   *
   * @throws IllegalArgumentException when there are people in it already, or it belongs to others
   */
  void fill(List<VenueType> types) throws SQLException {
    prepare(types);
    Path folder = temporaryFolder();
    try (var spool = new VisitSpool(folder)) {
      fillPeople(spool);
      spool.finish();
      fillVisits(spool);
    } finally {
      delete(folder);
    }
    progress.accept("vacuum and analyze");
    try (Connection connection = target.connect()) {
      Target.execute(connection, "VACUUM (ANALYZE)");
    }
  }

  private void prepare(List<VenueType> types) {
    progress.accept("schema and venues");
    CityPlan plan = city.plan();
    try (Database database = Database.open(target.settings(), plan::end)) {
      database.claim(keys.purpose(), keys.fields());
      var stores = database.stores(keys.fields(), UUID::randomUUID);
      if (hasPeople()) {
        throw new IllegalArgumentException("there is a city in this database already");
      }
      database.makeRoomForVisits(
          LocalDate.ofInstant(plan.begin(), ZoneOffset.UTC).minusDays(1),
          LocalDate.ofInstant(plan.end(), ZoneOffset.UTC));
      new TownRows(city, stores).store(types);
    }
  }

  private boolean hasPeople() {
    try (Connection connection = target.connect()) {
      return Counts.of(connection, "SELECT count(*) FROM person") > 0;
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be read", e);
    }
  }

  private void fillPeople(VisitSpool spool) throws SQLException {
    try (Connection connection = target.connect()) {
      IndexesAside indexes = IndexesAside.of(connection, "presence");
      var next = new AtomicInteger();
      FieldKeys now = keys.fields().now();
      Workers.run(WORKERS, () -> fillPeople(spool, next, now));
      progress.accept("indexes of presence");
      indexes.restore(connection);
    }
  }

  private void fillPeople(VisitSpool spool, AtomicInteger next, FieldKeys now) throws SQLException {
    int all = city.plan().households();
    var rows = new PeopleRows(city, now);
    try (Connection connection = target.connect()) {
      for (int from = claim(next); from < all; from = claim(next)) {
        progress.accept("people: household %,d of %,d".formatted(from, all));
        for (int number = from; number < Math.min(all, from + HOUSEHOLDS_AT_ONCE); number++) {
          Household household = city.household(number);
          List<Chronicle> chronicles = city.chronicles(household);
          rows.add(household, chronicles);
          chronicles.forEach(chronicle -> spool.add(chronicle.visits()));
        }
        rows.copy(connection);
      }
    }
  }

  private static int claim(AtomicInteger next) {
    return next.getAndAdd(HOUSEHOLDS_AT_ONCE);
  }

  private void fillVisits(VisitSpool spool) throws SQLException {
    try (Connection connection = target.connect()) {
      VisitPartitions weeks = VisitPartitions.detach(connection, spool.days());
      var left = new ConcurrentLinkedQueue<>(weeks.list());
      var done = new AtomicLong();
      Workers.run(
          WORKERS,
          () -> {
            for (Partition week = left.poll(); week != null; week = left.poll()) {
              fill(week, spool, done);
            }
          });
      progress.accept("weeks become partitions");
      weeks.attach(connection);
    }
  }

  private void fill(Partition week, VisitSpool spool, AtomicLong done) throws SQLException {
    try (Connection connection = target.connect()) {
      IndexesAside indexes = IndexesAside.of(connection, week.table());
      var rows = new VisitRows(city.ids(), week.table());
      CopyIn copy = rows.rows().begin(connection);
      try {
        for (long day : spool.days().stream().filter(week::holds).toList()) {
          spool.drain(day, visits -> fill(visits, rows, copy, done));
        }
        rows.rows().end(copy);
      } finally {
        CopyRows.cancel(copy);
      }
      progress.accept("indexes of " + week.table());
      indexes.restore(connection);
    }
  }

  private void fill(Iterator<CityVisit> visits, VisitRows rows, CopyIn copy, AtomicLong done)
      throws SQLException {
    while (visits.hasNext()) {
      rows.add(visits.next());
      if (rows.rows().isFull()) {
        rows.rows().send(copy);
        progress.accept("visits: %,d".formatted(done.get()));
      }
      long unused = done.incrementAndGet();
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("venuepass-city");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
