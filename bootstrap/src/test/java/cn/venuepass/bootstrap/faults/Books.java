package cn.venuepass.bootstrap.faults;

import cn.venuepass.bootstrap.faults.Journal.Acknowledged;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.testkit.http.Answer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All visits, and where everybody stands at each door: as the answers have it, in order, by a naive
 * model; or as the store has it.
 */
record Books(List<Visit> visits, List<Presence> presences) {

  /** A visit with what was observed of it. */
  record Visit(
      String venue, String person, String id, @Nullable Instant entered, @Nullable Instant left) {}

  /** The latest passage of a person at a venue. */
  record Presence(String venue, String person, boolean inside, String visit, Instant seen) {}

  /** What follows from the answers; an answer that does not follow from those before is a fault. */
  static Books of(List<Journal> journals) {
    var books = new Books(new ArrayList<>(), new ArrayList<>());
    journals.forEach(journal -> journal.told().values().forEach(books::keep));
    return books;
  }

  /** What stands in the database. */
  static Books in(Connection database) throws SQLException {
    var books = new Books(new ArrayList<>(), new ArrayList<>());
    try (Statement query = database.createStatement()) {
      try (ResultSet row =
          query.executeQuery(
              """
              SELECT v.venue_id, COALESCE(a.id, v.person_id) AS person, v.id, v.left_at,
                     CASE WHEN v.entry_method IS NOT NULL THEN v.entered_at END AS entered
                FROM visit v LEFT JOIN account a ON a.person_id = v.person_id
              """)) {
        while (row.next()) {
          books.visits.add(
              new Visit(
                  row.getString("venue_id"),
                  row.getString("person"),
                  row.getString("id"),
                  instant(row, "entered"),
                  instant(row, "left_at")));
        }
      }
      try (ResultSet row =
          query.executeQuery(
              """
              SELECT p.venue_id, COALESCE(a.id, p.person_id) AS person, p.inside, p.visit_id,
                     p.last_seen
                FROM presence p LEFT JOIN account a ON a.person_id = p.person_id
              """)) {
        while (row.next()) {
          books.presences.add(
              new Presence(
                  row.getString("venue_id"),
                  row.getString("person"),
                  row.getBoolean("inside"),
                  row.getString("visit_id"),
                  row.getObject("last_seen", OffsetDateTime.class).toInstant()));
        }
      }
    }
    return books;
  }

  /** What stands here and not there; what stands twice is more than what stands once. */
  List<Object> without(Books others) {
    List<Object> rest = subtract(visits, others.visits);
    rest.addAll(subtract(presences, others.presences));
    return rest;
  }

  private static List<Object> subtract(Collection<?> some, Collection<?> others) {
    Map<Object, Integer> left = new HashMap<>();
    others.forEach(other -> left.merge(other, 1, Integer::sum));
    List<Object> rest = new ArrayList<>();
    for (Object one : some) {
      if (left.merge(one, -1, Integer::sum) < 0) {
        rest.add(one);
      }
    }
    return rest;
  }

  private void keep(List<Acknowledged> scans) {
    Map<String, Visit> open = new HashMap<>();
    Map<String, Presence> latest = new HashMap<>();
    for (Acknowledged scan : scans) {
      Answer answer = scan.answer();
      String venue = scan.scan().door().venue();
      String person = scan.scan().person().account();
      Instant at = Instant.parse(answer.field("at"));
      String visit = answer.field("visitId");
      boolean entering = scan.scan().direction() == Direction.IN;
      Visit stay = open.get(venue);
      String outcome =
          stay == null
              ? entering ? "ENTERED" : "LEFT_WITHOUT_ENTRY"
              : entering ? "ALREADY_INSIDE" : "LEFT";
      if (!answer.field("outcome").equals(outcome) || (stay != null && !visit.equals(stay.id()))) {
        throw new AssertionError(
            "after %s somebody was told %s".formatted(latest.get(venue), answer.text()));
      }
      if (!entering) {
        open.remove(venue);
        visits.add(new Visit(venue, person, visit, stay == null ? null : stay.entered(), at));
      } else if (stay == null) {
        open.put(venue, new Visit(venue, person, visit, at, null));
      }
      latest.put(venue, new Presence(venue, person, entering, visit, at));
    }
    visits.addAll(open.values());
    presences.addAll(latest.values());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
