package cn.venuepass.testkit.memory;

import cn.venuepass.application.survey.SurveyPlaceRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.PlaceKey;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemorySurveyPlaceRepository implements SurveyPlaceRepository {
  private final InMemoryStore store;
  private final InMemoryDivisionRepository divisions;
  private final Map<SurveyPlaceId, SurveyPlace> places;

  InMemorySurveyPlaceRepository(InMemoryStore store, InMemoryDivisionRepository divisions) {
    this.store = store;
    this.divisions = divisions;
    this.places = store.table();
  }

  @Override
  public boolean add(SurveyPlace place) {
    return store.run(() -> isFree(place) && places.putIfAbsent(place.id(), place) == null);
  }

  @Override
  public boolean replace(SurveyPlace next) {
    return store.run(
        () -> {
          boolean follows =
              Optional.ofNullable(places.get(next.id()))
                  .filter(known -> known.revision() == next.revision() - 1)
                  .isPresent();
          if (follows && isFree(next)) {
            places.put(next.id(), next);
            return true;
          }
          return false;
        });
  }

  @Override
  public boolean store(List<SurveyPlace> added, List<SurveyPlace> changed) {
    return store.run(
        () -> {
          Map<SurveyPlaceId, SurveyPlace> before = new LinkedHashMap<>(places);
          boolean all =
              changed.stream().allMatch(this::replace) && added.stream().allMatch(this::add);
          if (!all) {
            places.clear();
            places.putAll(before);
          }
          return all;
        });
  }

  @Override
  public List<SurveyPlace> listKnown(
      Collection<SocialCreditCode> codes, Collection<PlaceKey> keys) {
    return store.run(
        () -> {
          Set<SocialCreditCode> wanted = new HashSet<>(codes);
          Set<PlaceKey> like = new HashSet<>(keys);
          return places.values().stream()
              .filter(
                  place ->
                      like.contains(place.key())
                          || place
                              .details()
                              .socialCreditCode()
                              .filter(wanted::contains)
                              .isPresent())
              .toList();
        });
  }

  @Override
  public Optional<SurveyPlace> findWithin(SurveyPlaceId place, Jurisdiction jurisdiction) {
    return store.run(
        () -> Optional.ofNullable(places.get(place)).filter(found -> lies(found, jurisdiction)));
  }

  @Override
  public Optional<SurveyPlace> findByKey(PlaceKey key) {
    return findFirst(place -> place.key().equals(key));
  }

  @Override
  public Optional<SurveyPlace> findByVenue(VenueId venue) {
    return findFirst(place -> place.link().map(PlaceLink::venue).equals(Optional.of(venue)));
  }

  /** The place, a removed one too. */
  Optional<SurveyPlace> findAny(SurveyPlaceId place) {
    return Optional.ofNullable(places.get(place));
  }

  /** Those that are there, for queries over all of them. */
  Stream<SurveyPlace> standing() {
    return places.values().stream().filter(place -> place.removedAt().isEmpty());
  }

  boolean lies(SurveyPlace place, Jurisdiction jurisdiction) {
    return divisions.lies(place.details().community(), place.details().type(), jurisdiction);
  }

  /** Whether some place, removed or not, is like that. */
  boolean anyIs(Predicate<SurveyPlace> like) {
    return places.values().stream().anyMatch(like);
  }

  private Optional<SurveyPlace> findFirst(Predicate<SurveyPlace> like) {
    return store.run(() -> places.values().stream().filter(like).findFirst());
  }

  private boolean isFree(SurveyPlace place) {
    return places.values().stream()
        .filter(other -> !other.id().equals(place.id()))
        .noneMatch(
            other ->
                other.key().equals(place.key())
                    || sharesCode(other, place)
                    || sharesVenue(other, place));
  }

  private static boolean sharesCode(SurveyPlace one, SurveyPlace other) {
    return one.details().socialCreditCode().isPresent()
        && one.details().socialCreditCode().equals(other.details().socialCreditCode());
  }

  private static boolean sharesVenue(SurveyPlace one, SurveyPlace other) {
    return one.link().isPresent()
        && one.link().map(PlaceLink::venue).equals(other.link().map(PlaceLink::venue));
  }
}
