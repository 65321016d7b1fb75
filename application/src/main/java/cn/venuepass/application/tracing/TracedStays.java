package cn.venuepass.application.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.Statements;
import cn.venuepass.domain.tracing.TracedStay;
import cn.venuepass.domain.tracing.TracedVenue;
import cn.venuepass.domain.tracing.TracedVisit;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People's stays as a trace sees them, with the venues at which they were. */
final class TracedStays {
  private final ContactSearch search;
  private final Statements statements;
  private final DivisionCode within;
  private final Map<VenueId, TracedVenue> venues = new HashMap<>();

  TracedStays(ContactSearch search, Statements statements, DivisionCode within) {
    this.search = search;
    this.statements = statements;
    this.within = within;
  }

  /** All that may reach into the span of time, wherever they were, and perhaps some more. */
  List<TracedStay> of(Collection<PersonId> people, Interval span) {
    List<TracedVisit> visits = span.isEmpty() ? List.of() : search.visitsOf(people, span);
    List<Statement> told =
        people.stream().flatMap(person -> statements.unscannedOf(person).stream()).toList();
    Set<VenueId> unknown = new HashSet<>();
    visits.forEach(traced -> unknown.add(traced.visit().venue()));
    told.forEach(statement -> unknown.add(statement.venue()));
    unknown.removeAll(venues.keySet());
    search.familiesOf(unknown, within).forEach(venue -> venues.put(venue.id(), venue));
    List<TracedStay> stays = new ArrayList<>();
    visits.forEach(traced -> stays.add(of(traced)));
    told.stream()
        .filter(statement -> venues.containsKey(statement.venue()))
        .forEach(statement -> stays.add(alone(statement)));
    return stays;
  }

  /** The stay of a visit at one of the venues that are known by now. */
  TracedStay of(TracedVisit traced) {
    TracedVenue venue = venues.get(traced.visit().venue());
    if (venue == null) {
      throw new IllegalStateException("a visit at a venue that is not known");
    }
    return statements.of(traced, venue);
  }

  /** What somebody told of stays that nobody scanned, at the known venues of the division. */
  List<TracedStay> toldBy(PersonId person) {
    return statements.unscannedOf(person).stream()
        .filter(statement -> isWithin(statement.venue()))
        .map(this::alone)
        .toList();
  }

  /** Whether it is a known venue that lies below the division. */
  boolean isWithin(VenueId venue) {
    TracedVenue known = venues.get(venue);
    return known != null && known.within();
  }

  Map<VenueId, TracedVenue> venues() {
    return venues;
  }

  /** Everybody who told something. */
  Set<PersonId> tellers() {
    return statements.people();
  }

  private TracedStay alone(Statement statement) {
    TracedVenue venue = venues.get(statement.venue());
    if (venue == null) {
      throw new IllegalStateException("a statement about a venue that is not known");
    }
    return Statements.alone(statement, venue);
  }
}
