package cn.venuepass.application;

import cn.venuepass.application.access.SessionRepository;
import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.application.venue.ManagerRepository;
import cn.venuepass.application.venue.MyVenue;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.application.venue.VenueTypeRepository;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.application.visit.VisitRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** Stores that behave as stores seldom do. */
public final class OddStores {
  private OddStores() {}

  /** Fail whatever they are asked. */
  public static Stores thatNobodyMayAsk() {
    return new Stores(
        failing(Transactions.class),
        failing(CreationLog.class),
        failing(AccountRepository.class),
        failing(PersonRepository.class),
        failing(SessionRepository.class),
        failing(StaffRepository.class),
        failing(DivisionRepository.class),
        failing(VenueTypeRepository.class),
        failing(VenueRepository.class),
        failing(ManagerRepository.class),
        failing(PosterRepository.class),
        failing(VisitLedger.class),
        failing(VisitRepository.class));
  }

  /** Somebody else always changes a venue a moment earlier. */
  public static Stores overtaken(Stores stores) {
    return with(stores, stores.staff(), new Overtaken(stores.venues()));
  }

  public static Stores with(Stores stores, StaffRepository staff) {
    return with(stores, staff, stores.venues());
  }

  private static Stores with(Stores stores, StaffRepository staff, VenueRepository venues) {
    return new Stores(
        stores.transactions(),
        stores.creationLog(),
        stores.accounts(),
        stores.people(),
        stores.sessions(),
        staff,
        stores.divisions(),
        stores.venueTypes(),
        venues,
        stores.managers(),
        stores.posters(),
        stores.visitLedger(),
        stores.visits());
  }

  private static <T> T failing(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              throw new AssertionError("asked " + port.getSimpleName() + "." + method.getName());
            }));
  }

  private record Overtaken(VenueRepository venues) implements VenueRepository {
    @Override
    public boolean replace(Venue next) {
      return false;
    }

    @Override
    public void add(Venue venue) {
      venues.add(venue);
    }

    @Override
    public Optional<MyVenue> findFor(VenueId venue, AccountId account, Optional<PersonId> person) {
      return venues.findFor(venue, account, person);
    }

    @Override
    public Optional<Venue> findWithin(VenueId venue, Jurisdiction jurisdiction) {
      return venues.findWithin(venue, jurisdiction);
    }

    @Override
    public Page<MyVenue> listFor(
        AccountId account, Optional<PersonId> person, PageRequest request) {
      return venues.listFor(account, person, request);
    }

    @Override
    public Page<Venue> listWithin(
        Jurisdiction jurisdiction, VenueStatus status, PageRequest request) {
      return venues.listWithin(jurisdiction, status, request);
    }
  }
}
