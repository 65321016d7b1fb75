package cn.venuepass.benchmarks.city;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Stores;
import cn.venuepass.application.visit.PersonInside;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Brings the scans of some households to the product's ledger, one by one. */
final class LedgerReplay {
  private final City city;
  private final Stores stores;

  LedgerReplay(City city, Stores stores) {
    this.city = city;
    this.stores = stores;
  }

  void replay(Household household) {
    List<List<Trip>> trips = city.trips(household);
    for (int member = 0; member < trips.size(); member++) {
      Resident resident = household.members().get(member);
      Passing.of(
              resident, household.guardian(), trips.get(member), city.plan().end().toEpochMilli())
          .forEach(passing -> apply(resident, passing));
    }
  }

  private void apply(Resident resident, Passing passing) {
    var person = new PersonId(city.ids().person(resident.number()));
    Instant at = Instant.ofEpochMilli(passing.at());
    Evidence evidence = passing.evidence();
    target(person, passing, at)
        .ifPresent(
            target ->
                assertThat(
                        stores
                            .visitLedger()
                            .apply(
                                new Scan(
                                    new ScanId(passing.scan().toString()),
                                    person,
                                    List.of(),
                                    target,
                                    evidence.method(),
                                    evidence.by() == Evidence.NOBODY
                                        ? Optional.empty()
                                        : Optional.of(
                                            new AccountId(city.ids().account(evidence.by()))),
                                    false,
                                    at,
                                    evidence.clock())))
                    .isPresent());
  }

  /** A manager marks only somebody as gone who is inside. */
  private Optional<ScanTarget> target(PersonId person, Passing passing, Instant at) {
    int place = passing.place().number();
    var venue = new VenueId(city.ids().venue(place));
    if (passing.evidence().method() == ScanMethod.MARKED_LEFT) {
      return stores
          .visits()
          .findInside(venue, person, at)
          .map(PersonInside::visit)
          .map(visit -> new ScanTarget.OutOfVisit(venue, visit));
    }
    return Optional.of(
        passing.evidence().isOfPoster()
            ? new ScanTarget.AtPoster(new PosterId(city.ids().poster(place, passing.direction())))
            : new ScanTarget.AtVenue(venue, passing.direction()));
  }
}
