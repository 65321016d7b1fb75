package cn.venuepass.persistence.cases;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Overlap;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.persistence.ManyRows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The rows of case_contact and case_overlap: many are written by few statements. */
final class ContactRows {
  private static final int AT_ONCE = 2_000;

  /** One row for each overlap, those of a contact one after the other. */
  static final String SELECT =
      """
      SELECT c.person_id, c.ring, c.grade, c.total_minutes, c.staff, c.risk,
             o.via_id, o.venue_id, o.venue_name, o.begins, o.ends, o.minutes,
             o.grade AS overlap_grade, o.nearby, o.staff AS overlap_staff
        FROM (%s) c
        JOIN case_overlap o ON o.case_id = c.case_id AND o.person_id = c.person_id
       ORDER BY c.ring, c.risk DESC, c.person_id, o.place
      """;

  private ContactRows() {}

  private record Placed(UUID of, PersonId person, int place, Overlap overlap) {}

  /**
   * Makes these the contacts of a case, and writes only what differs from those that it has.
   *
   * @return how many were written
   */
  static int replace(
      Handle handle, CaseId of, List<Contact> stored, List<Contact> contacts, Instant at) {
    Set<Contact> known = Set.copyOf(stored);
    Set<Contact> wanted = Set.copyOf(contacts);
    delete(handle, of, stored.stream().filter(contact -> !wanted.contains(contact)).toList());
    List<Contact> fresh = contacts.stream().filter(contact -> !known.contains(contact)).toList();
    insert(handle, of, fresh, at);
    return fresh.size();
  }

  private static void delete(Handle handle, CaseId of, List<Contact> contacts) {
    for (int from = 0; from < contacts.size(); from += AT_ONCE) {
      List<Contact> some = contacts.subList(from, Math.min(from + AT_ONCE, contacts.size()));
      int unused =
          handle
              .createUpdate(
                  "DELETE FROM case_contact WHERE case_id = :case AND person_id IN (<people>)")
              .bind("case", of.value())
              .bindList("people", some.stream().map(contact -> contact.person().value()).toList())
              .execute();
    }
  }

  private static void insert(Handle handle, CaseId of, List<Contact> contacts, Instant at) {
    ManyRows<Contact> rows =
        new ManyRows<Contact>()
            .uuid("case_id", contact -> of.value())
            .uuid("person_id", contact -> contact.person().value())
            .number("ring", Contact::ring)
            .text("grade", contact -> contact.grade().name())
            .number("total_minutes", Contact::totalMinutes)
            .flag("staff", Contact::staff)
            .number("risk", Contact::risk)
            .time("stored_at", contact -> at);
    for (int from = 0; from < contacts.size(); from += AT_ONCE) {
      List<Contact> some = contacts.subList(from, Math.min(from + AT_ONCE, contacts.size()));
      rows.write(handle, rows.insertInto("case_contact"), some);
      insertOverlaps(handle, of, some);
    }
  }

  private static void insertOverlaps(Handle handle, CaseId of, List<Contact> contacts) {
    ManyRows<Placed> rows =
        new ManyRows<Placed>()
            .uuid("case_id", Placed::of)
            .uuid("person_id", placed -> placed.person().value())
            .number("place", Placed::place)
            .uuid("via_id", placed -> placed.overlap().via().value())
            .uuid("venue_id", placed -> placed.overlap().venue().value())
            .text("venue_name", placed -> placed.overlap().venueName().text())
            .time("begins", placed -> placed.overlap().from())
            .time("ends", placed -> placed.overlap().to())
            .number("minutes", placed -> placed.overlap().minutes())
            .text("grade", placed -> placed.overlap().grade().name())
            .flag("nearby", placed -> placed.overlap().nearby())
            .flag("staff", placed -> placed.overlap().staff());
    List<Placed> waiting = new ArrayList<>();
    for (Contact contact : contacts) {
      int place = 0;
      for (Overlap overlap : contact.overlaps()) {
        waiting.add(new Placed(of.value(), contact.person(), place++, overlap));
        if (waiting.size() == AT_ONCE) {
          rows.write(handle, rows.insertInto("case_overlap"), waiting);
          waiting.clear();
        }
      }
    }
    rows.write(handle, rows.insertInto("case_overlap"), waiting);
  }

  /** Tells lists apart: another one has another digest. */
  static String digest(List<Contact> contacts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Contact contact : contacts) {
        digest.update(line(contact).getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(Contact contact) {
    var line = new StringBuilder();
    line.append(contact.person().value()).append(contact.ring()).append(contact.grade());
    line.append(contact.totalMinutes()).append(contact.staff()).append(contact.risk());
    for (Overlap overlap : contact.overlaps()) {
      line.append(overlap.via().value()).append(overlap.venue().value()).append(overlap.from());
      line.append(overlap.to()).append(overlap.minutes()).append(overlap.grade());
      line.append(overlap.nearby()).append(overlap.staff()).append(overlap.venueName().text());
    }
    return line.append('\n').toString();
  }

  /** Makes contacts of rows, which come in their order, and hands each over when it is whole. */
  static final class Gatherer {
    private final Consumer<Contact> taker;
    private final List<Overlap> overlaps = new ArrayList<>();
    private List<Contact> last = List.of();

    Gatherer(Consumer<Contact> taker) {
      this.taker = taker;
    }

    void take(ResultSet row) throws SQLException {
      var person = new PersonId(uuid(row, "person_id"));
      if (!last.isEmpty() && !last.get(0).person().equals(person)) {
        finish();
      }
      overlaps.add(overlap(row));
      last =
          List.of(
              new Contact(
                  person,
                  row.getInt("ring"),
                  ContactGrade.valueOf(row.getString("grade")),
                  List.of(overlaps.get(0)),
                  row.getInt("total_minutes"),
                  row.getBoolean("staff"),
                  row.getInt("risk")));
    }

    void finish() {
      for (Contact known : last) {
        taker.accept(
            new Contact(
                known.person(),
                known.ring(),
                known.grade(),
                overlaps,
                known.totalMinutes(),
                known.staff(),
                known.risk()));
      }
      last = List.of();
      overlaps.clear();
    }

    private static Overlap overlap(ResultSet row) throws SQLException {
      return new Overlap(
          new PersonId(uuid(row, "via_id")),
          new VenueId(uuid(row, "venue_id")),
          new VenueName(row.getString("venue_name")),
          instant(row, "begins"),
          instant(row, "ends"),
          row.getInt("minutes"),
          ContactGrade.valueOf(row.getString("overlap_grade")),
          row.getBoolean("nearby"),
          row.getBoolean("overlap_staff"));
    }
  }
}
