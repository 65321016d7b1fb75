package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Days;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.posterlife.PosterDays;
import cn.venuepass.application.posterlife.SilentPoster;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.posterlife.PosterDay;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.testkit.memory.InMemoryVisitLedger.PosterPassage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class InMemoryPosterDays implements PosterDays {
  private static final String COUNTED = "counted until";

  private final InMemoryStore store;
  private final InMemoryVisitLedger ledger;
  private final InMemoryPosterRepository posters;
  private final InMemoryVenueRepository venues;
  private final InMemoryDivisionRepository divisions;
  private final Map<Key, PosterDay> days;
  private final Map<String, Instant> counted;

  InMemoryPosterDays(
      InMemoryStore store,
      InMemoryVisitLedger ledger,
      InMemoryPosterRepository posters,
      InMemoryVenueRepository venues,
      InMemoryDivisionRepository divisions) {
    this.store = store;
    this.ledger = ledger;
    this.posters = posters;
    this.venues = venues;
    this.divisions = divisions;
    this.days = store.table();
    this.counted = store.table();
  }

  @Override
  public Instant lockCountedUntil() {
    return store.run(() -> counted.getOrDefault(COUNTED, Instant.EPOCH));
  }

  @Override
  public void setCountedUntil(Instant at) {
    store.run(() -> counted.put(COUNTED, at));
  }

  @Override
  public void recount(LocalDate day) {
    store.run(
        () -> {
          days.keySet().removeIf(key -> key.day().equals(day));
          passages(day)
              .collect(Collectors.groupingBy(PosterPassage::poster))
              .forEach(
                  (poster, passages) ->
                      days.put(new Key(poster, day), counted(poster, day, passages)));
          return day;
        });
  }

  /** The passages of a day in China. */
  Stream<PosterPassage> passages(LocalDate day) {
    return ledger.passages().filter(passage -> Days.of(passage.at()).equals(day));
  }

  /** The days of the poster in the half-open interval. */
  List<PosterDay> daysOf(PosterId poster, LocalDate from, LocalDate to) {
    return days.values().stream()
        .filter(day -> day.poster().equals(poster))
        .filter(day -> !day.day().isBefore(from) && day.day().isBefore(to))
        .sorted(Comparator.comparing(PosterDay::day))
        .toList();
  }

  @Override
  public List<PosterDay> daysOf(PosterId poster, LocalDate from) {
    return store.run(() -> daysOf(poster, from, LocalDate.MAX));
  }

  @Override
  public Optional<Instant> lastScanOf(PosterId poster) {
    return store.run(
        () ->
            daysOf(poster, LocalDate.MIN, LocalDate.MAX).stream()
                .map(PosterDay::lastScanAt)
                .max(Comparator.naturalOrder()));
  }

  @Override
  public Page<SilentPoster> listSilent(
      Jurisdiction jurisdiction,
      Narrowing narrowing,
      Instant since,
      Instant now,
      PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                posters
                    .all()
                    .filter(poster -> poster.issuedAt().isBefore(since))
                    .filter(poster -> !poster.isRevokedAt(now))
                    .filter(
                        poster ->
                            lastScanOf(poster.id()).filter(at -> !at.isBefore(since)).isEmpty())
                    .filter(poster -> venue(poster).isApproved())
                    .filter(poster -> divisions.lies(venue(poster), jurisdiction, narrowing))
                    .map(this::silent),
                request,
                silent -> new Cursor(silent.poster().issuedAt(), silent.poster().id().value())));
  }

  private SilentPoster silent(Poster poster) {
    Venue venue = venue(poster);
    return new SilentPoster(
        poster, venue.details().name(), venue.details().community(), lastScanOf(poster.id()));
  }

  private Venue venue(Poster poster) {
    return venues.findAny(poster.venue()).orElseThrow();
  }

  private static PosterDay counted(PosterId poster, LocalDate day, List<PosterPassage> passages) {
    Map<Instant, Long> hours =
        passages.stream()
            .map(passage -> passage.at().truncatedTo(ChronoUnit.HOURS))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return new PosterDay(
        poster,
        day,
        passages.size(),
        Math.toIntExact(hours.values().stream().max(Comparator.naturalOrder()).orElseThrow()),
        passages.stream().map(PosterPassage::at).max(Comparator.naturalOrder()).orElseThrow());
  }

  private record Key(PosterId poster, LocalDate day) {}
}
