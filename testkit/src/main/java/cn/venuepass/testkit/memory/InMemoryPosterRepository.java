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

final class InMemoryPosterRepository implements PosterRepository {
  private final InMemoryStore store;
  private final InMemoryVenueRepository venues;
  private final Map<PosterId, Poster> posters;

  InMemoryPosterRepository(InMemoryStore store, InMemoryVenueRepository venues) {
    this.store = store;
    this.venues = venues;
    this.posters = store.table();
  }

  @Override
  public void add(Poster poster) {
    store.run(() -> posters.put(poster.id(), poster));
  }

  @Override
  public Optional<Poster> find(VenueId venue, PosterId poster) {
    return store.run(() -> findAny(poster).filter(found -> found.venue().equals(venue)));
  }

  @Override
  public List<Poster> listOf(VenueId venue) {
    return store.run(() -> posters.values().stream().filter(p -> p.venue().equals(venue)).toList());
  }

  @Override
  public boolean revoke(VenueId venue, PosterId poster, Instant at) {
    return store.run(
        () -> {
          Optional<Poster> found = find(venue, poster);
          found
              .filter(known -> !known.isRevoked())
              .ifPresent(known -> posters.put(poster, revoked(known, at)));
          return found.isPresent();
        });
  }

  @Override
  public Optional<PosterLanding> landing(PosterId poster) {
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
                                        venue.isApproved() && !found.isRevoked()))));
  }

  /** Whether a poster of the venue that is not revoked was downloaded or seen. */
  boolean hangs(VenueId venue) {
    return false;
  }

  Optional<Poster> findAny(PosterId poster) {
    return Optional.ofNullable(posters.get(poster));
  }

  private static Poster revoked(Poster poster, Instant at) {
    return new Poster(
        poster.id(),
        poster.venue(),
        poster.direction(),
        poster.label(),
        poster.issuedAt(),
        Optional.of(at));
  }
}
