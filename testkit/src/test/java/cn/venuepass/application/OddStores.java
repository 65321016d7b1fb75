package cn.venuepass.application;

import cn.venuepass.application.access.SessionRepository;
import cn.venuepass.application.audit.AuditLog;
import cn.venuepass.application.notification.Outbox;
import cn.venuepass.application.venue.MyVenue;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.testkit.memory.RebuiltStores;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Stores that behave as stores seldom do. */
public final class OddStores {
  private OddStores() {}

  /** Fail whatever they are asked. */
  public static Stores thatNobodyMayAsk() {
    return RebuiltStores.of(component -> failing(component.getType()));
  }

  /** Somebody else always changes a venue a moment earlier. */
  public static Stores overtaken(Stores stores) {
    return RebuiltStores.with(stores, VenueRepository.class, new Overtaken(stores.venues()));
  }

  /** Nobody can be told anything. */
  public static Stores withoutOutbox(Stores stores) {
    return RebuiltStores.with(stores, Outbox.class, (Outbox) failing(Outbox.class));
  }

  /** No session can be added, ended or found. */
  public static Stores withoutSessions(Stores stores) {
    return RebuiltStores.with(
        stores, SessionRepository.class, (SessionRepository) failing(SessionRepository.class));
  }

  /** Nothing can be noted. */
  public static Stores withoutAuditLog(Stores stores) {
    return RebuiltStores.with(stores, AuditLog.class, (AuditLog) failing(AuditLog.class));
  }

  private static Object failing(Class<?> port) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (proxy, method, arguments) -> {
          throw new AssertionError("asked " + port.getSimpleName() + "." + method.getName());
        });
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
    public List<Venue> findAll(Collection<VenueId> some) {
      return venues.findAll(some);
    }

    @Override
    public Optional<MyVenue> findFor(VenueId venue, AccountId account, Optional<PersonId> person) {
      return venues.findFor(venue, account, person);
    }

    @Override
    public Optional<MyVenue> findAlsoRemovedFor(
        VenueId venue, AccountId account, Optional<PersonId> person) {
      return venues.findAlsoRemovedFor(venue, account, person);
    }

    @Override
    public Optional<Venue> find(VenueId venue) {
      return venues.find(venue);
    }

    @Override
    public List<Venue> listNaming(VenueId parent) {
      return venues.listNaming(parent);
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
        Jurisdiction jurisdiction, Narrowing narrowing, VenueStatus status, PageRequest request) {
      return venues.listWithin(jurisdiction, narrowing, status, request);
    }
  }
}
