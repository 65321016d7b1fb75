package cn.venuepass.benchmarks.city;

import cn.venuepass.application.Stores;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Divisions, venue types, venues and posters, stored as the service stores them. */
final class TownRows {
  private static final DivisionCode HEADQUARTERS = new DivisionCode("659002000000");
  private static final Duration REVIEW = Duration.ofDays(1);

  private final City city;
  private final Stores stores;
  private final Map<String, String> names = new HashMap<>();

  TownRows(City city, Stores stores) {
    this.city = city;
    this.stores = stores;
  }

  void store(List<VenueType> types) {
    Boolean unused =
        stores
            .transactions()
            .run(
                () -> {
                  types.forEach(stores.venueTypes()::save);
                  types.forEach(type -> names.put(type.code().text(), type.name()));
                  storeDivisions();
                  city.town().places().forEach(this::store);
                  return true;
                });
  }

  /** The code of a community. */
  static DivisionCode community(int community) {
    return new DivisionCode(
        "659002%03d%03d"
            .formatted(Town.territory(community) + 1, Town.placeInTerritory(community) + 1));
  }

  private void storeDivisions() {
    stores
        .divisions()
        .save(new Division(HEADQUARTERS, "第一师阿拉尔市", Division.Level.HEADQUARTERS, Optional.empty()));
    for (int territory = 0; territory < city.town().territories(); territory++) {
      stores
          .divisions()
          .save(
              new Division(
                  territory(territory),
                  "样本街道" + (territory + 1),
                  Division.Level.TERRITORY,
                  Optional.of(HEADQUARTERS)));
    }
    for (int community = 0; community < city.town().communities(); community++) {
      int territory = Town.territory(community);
      stores
          .divisions()
          .save(
              new Division(
                  community(community),
                  "样本街道%d第%d社区".formatted(territory + 1, Town.placeInTerritory(community) + 1),
                  Division.Level.COMMUNITY,
                  Optional.of(territory(territory))));
    }
  }

  private void store(Place place) {
    var id = new VenueId(city.ids().venue(place.number()));
    Instant approved = city.town().opened();
    Venue applied =
        Venue.applied(
            id,
            new AccountId(city.ids().account(place.manager())),
            details(place),
            approved.minus(REVIEW));
    Venue own = place.parent() == Place.NONE ? applied : applied.withOwnParent();
    stores.venues().add(own.approved(approved).orElseThrow());
    issue(place, id, Direction.IN, approved);
    if (place.tracksExits()) {
      issue(place, id, Direction.OUT, approved);
    }
  }

  private void issue(Place place, VenueId venue, Direction direction, Instant at) {
    stores
        .posters()
        .add(
            Poster.issued(
                new PosterId(city.ids().poster(place.number(), direction)),
                venue,
                direction,
                Optional.empty(),
                at));
  }

  private VenueDetails details(Place place) {
    return new VenueDetails(
        new VenueName("样本%s%d".formatted(names.get(place.kind().type()), place.number() + 1)),
        new VenueTypeCode(place.kind().type()),
        SampleIdentity.name(place.manager()),
        SampleIdentity.phone(place.manager()),
        community(place.community()),
        new Address("样本路%d号".formatted(place.number() + 1)),
        place.parent() == Place.NONE
            ? Optional.empty()
            : Optional.of(new VenueId(city.ids().venue(place.parent()))),
        place.tracksExits(),
        Optional.empty(),
        Optional.empty());
  }

  private static DivisionCode territory(int territory) {
    return new DivisionCode("659002%03d000".formatted(territory + 1));
  }
}
