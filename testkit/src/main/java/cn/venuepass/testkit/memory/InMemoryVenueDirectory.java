package cn.venuepass.testkit.memory;

import static java.util.stream.Collectors.groupingBy;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.directory.ListedVenue;
import cn.venuepass.application.directory.VenueDirectory;
import cn.venuepass.application.directory.VenueSearch;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.AppliedVenue;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryVenueDirectory implements VenueDirectory {
  private static final Comparator<Waiting> LONGEST_FIRST =
      Comparator.comparing(Waiting::oldest)
          .thenComparing(waiting -> waiting.community().code().text());

  private final InMemoryStore store;
  private final InMemoryVenueRepository venues;
  private final InMemoryDivisionRepository divisions;

  InMemoryVenueDirectory(
      InMemoryStore store, InMemoryVenueRepository venues, InMemoryDivisionRepository divisions) {
    this.store = store;
    this.venues = venues;
    this.divisions = divisions;
  }

  @Override
  public Page<ListedVenue> list(
      Jurisdiction jurisdiction, VenueSearch search, PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                within(jurisdiction, search.narrowing())
                    .filter(venue -> search.status().map(has(venue)::equals).orElse(true))
                    .filter(
                        venue ->
                            Signs.say(search.words(), venue.sign().name(), venue.sign().address())),
                request,
                venue -> new Cursor(venue.appliedAt(), venue.id().value())));
  }

  @Override
  public Optional<ListedVenue> find(VenueId venue, Jurisdiction jurisdiction) {
    return store.run(
        () ->
            within(jurisdiction, Narrowing.NONE)
                .filter(found -> found.id().equals(venue))
                .findFirst());
  }

  @Override
  public List<ListedVenue> listBeside(ListedVenue venue, Jurisdiction jurisdiction) {
    return store.run(
        () ->
            within(jurisdiction, Narrowing.NONE)
                .filter(other -> !other.id().equals(venue.id()))
                .filter(other -> isBeside(venue.sign(), other.sign()))
                .toList());
  }

  @Override
  public List<Waiting> countWaiting(Jurisdiction jurisdiction) {
    return store.run(
        () ->
            within(jurisdiction, Narrowing.NONE)
                .filter(venue -> has(venue) == VenueStatus.PENDING)
                .collect(groupingBy(venue -> venue.sign().community()))
                .entrySet()
                .stream()
                .map(this::waiting)
                .sorted(LONGEST_FIRST)
                .toList());
  }

  private Waiting waiting(Map.Entry<DivisionCode, List<ListedVenue>> applications) {
    Instant oldest =
        applications.getValue().stream()
            .map(ListedVenue::appliedAt)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new Waiting(
        divisions.find(applications.getKey()).orElseThrow(),
        applications.getValue().size(),
        oldest);
  }

  private Stream<ListedVenue> within(Jurisdiction jurisdiction, Narrowing narrowing) {
    return venues
        .all()
        .filter((Venue venue) -> divisions.lies(venue, jurisdiction, narrowing))
        .map(ListedVenue::of);
  }

  private static VenueStatus has(ListedVenue venue) {
    return venue.sign().status();
  }

  private static boolean isBeside(AppliedVenue one, AppliedVenue other) {
    return one.community().equals(other.community())
        || (one.socialCreditCode().isPresent()
            && one.socialCreditCode().equals(other.socialCreditCode()));
  }
}
