package cn.venuepass.testkit.memory;

import cn.venuepass.application.venue.PosterLanding;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryPosterRepository implements PosterRepository {
  private final InMemoryStore store;
  private final InMemoryVenueRepository venues;
  private final InMemoryControlOrderRepository orders;
  private final Map<PosterId, Poster> posters;

  InMemoryPosterRepository(
      InMemoryStore store, InMemoryVenueRepository venues, InMemoryControlOrderRepository orders) {
    this.store = store;
    this.venues = venues;
    this.orders = orders;
    this.posters = store.table();
  }

  @Override
  public void add(Poster poster) {
    store.run(() -> posters.put(poster.id(), poster));
  }

  @Override
  public boolean addSuccessor(Poster poster) {
    return store.run(
        () -> {
          boolean first = successorOf(poster.succession().replaces()).isEmpty();
          if (first) {
            posters.put(poster.id(), poster);
          }
          return first;
        });
  }

  @Override
  public Optional<Poster> find(VenueId venue, PosterId poster) {
    return store.run(() -> findAny(poster).filter(found -> found.venue().equals(venue)));
  }

  @Override
  public List<Poster> listOf(VenueId venue) {
    return store.run(() -> all().filter(poster -> poster.venue().equals(venue)).toList());
  }

  @Override
  public boolean revoke(VenueId venue, PosterId poster, Instant at) {
    return store.run(
        () -> {
          Optional<Poster> found = find(venue, poster);
          found
              .filter(known -> !known.isRevokedAt(at))
              .ifPresent(known -> posters.put(poster, revoked(known, at)));
          return found.isPresent();
        });
  }

  @Override
  public void noteDownload(VenueId venue, PosterId poster, Instant at) {
    store.run(
        () ->
            find(venue, poster)
                .filter(known -> !known.isRevokedAt(at))
                .filter(known -> known.hanging().downloadedAt().isEmpty())
                .map(
                    known ->
                        posters.put(
                            poster,
                            hanging(known, Optional.of(at), known.hanging().confirmedAt()))));
  }

  @Override
  public boolean confirm(VenueId venue, PosterId poster, Instant at) {
    return store.run(
        () -> {
          Optional<Poster> found = find(venue, poster).filter(known -> !known.isRevokedAt(at));
          found
              .filter(known -> known.hanging().confirmedAt().filter(at::isBefore).isEmpty())
              .ifPresent(
                  known ->
                      posters.put(
                          poster, hanging(known, known.hanging().downloadedAt(), Optional.of(at))));
          return found.isPresent();
        });
  }

  @Override
  public Optional<PosterLanding> landing(PosterId poster, Instant now) {
    return store.run(
        () ->
            findAny(poster)
                .flatMap(
                    found ->
                        venues
                            .findAny(found.venue())
                            .map(
                                venue ->
                                    new PosterLanding(
                                        venue.details().name(),
                                        found.direction(),
                                        venue.isApproved()
                                            && !found.isRevokedAt(now)
                                            && orders.termsOn(venue).stream()
                                                .noneMatch(term -> term.holdsOn(now))))));
  }

  /** Whether a poster of the venue that is not revoked was downloaded or seen. */
  boolean hangs(VenueId venue, Instant now) {
    return all()
        .filter(poster -> poster.venue().equals(venue) && !poster.isRevokedAt(now))
        .anyMatch(poster -> !poster.hanging().equals(Poster.Hanging.UNKNOWN));
  }

  Optional<Poster> findAny(PosterId poster) {
    return Optional.ofNullable(posters.get(poster)).map(this::succeeded);
  }

  Stream<Poster> all() {
    return posters.values().stream().map(this::succeeded);
  }

  private Optional<PosterId> successorOf(Optional<PosterId> poster) {
    return posters.values().stream()
        .filter(other -> poster.isPresent() && other.succession().replaces().equals(poster))
        .map(Poster::id)
        .findFirst();
  }

  private Poster succeeded(Poster poster) {
    return new Poster(
        poster.id(),
        poster.venue(),
        poster.direction(),
        poster.label(),
        poster.issuedAt(),
        poster.revokedAt(),
        poster.hanging(),
        new Poster.Succession(
            poster.succession().replaces(), successorOf(Optional.of(poster.id()))));
  }

  private static Poster hanging(
      Poster poster, Optional<Instant> downloadedAt, Optional<Instant> confirmedAt) {
    return new Poster(
        poster.id(),
        poster.venue(),
        poster.direction(),
        poster.label(),
        poster.issuedAt(),
        poster.revokedAt(),
        new Poster.Hanging(downloadedAt, confirmedAt),
        poster.succession());
  }

  private static Poster revoked(Poster poster, Instant at) {
    return new Poster(
        poster.id(),
        poster.venue(),
        poster.direction(),
        poster.label(),
        poster.issuedAt(),
        Optional.of(at),
        poster.hanging(),
        poster.succession());
  }
}
