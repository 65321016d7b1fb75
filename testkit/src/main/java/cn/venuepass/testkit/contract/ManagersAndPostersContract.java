package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.venue.PosterLanding;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.Venue;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.venue.ManagerRepository} and {@link
 * cn.venuepass.application.venue.PosterRepository}.
 */
public interface ManagersAndPostersContract extends StoreContract {

  @Test
  default void addShouldTakeAPersonOncePerVenue() {
    Venue venue = fixtures().aVenue().add();
    Person person = fixtures().aPerson();
    var added =
        AtOnce.run(
            6,
            i ->
                stores()
                    .managers()
                    .add(
                        new Manager(
                            new ManagerId(UUID.randomUUID()),
                            venue.id(),
                            person.id(),
                            new PersonName("古丽样本"),
                            person.idNumber().masked(),
                            clock().instant(),
                            clock().instant())));
    assertThat(added).containsOnlyOnce(true);
    assertThat(stores().managers().listOf(venue.id())).hasSize(1);
  }

  @Test
  default void removeShouldEndAnAppointmentOnce() {
    Venue venue = fixtures().aVenue().add();
    Venue other = fixtures().aVenue().add();
    Person person = fixtures().aPerson();
    Manager manager = fixtures().aManager(venue.id(), person, clock().instant());
    assertThat(stores().managers().find(venue.id(), manager.id())).contains(manager);
    assertThat(stores().managers().remove(other.id(), manager.id())).isFalse();
    assertThat(stores().managers().remove(venue.id(), manager.id())).isTrue();
    assertThat(stores().managers().remove(venue.id(), manager.id())).isFalse();
    assertThat(stores().managers().listOf(venue.id())).isEmpty();
    fixtures().aManager(venue.id(), person, clock().instant());
    assertThat(stores().managers().listOf(venue.id())).hasSize(1);
  }

  @Test
  default void listOfShouldKeepTheOrderOfAddition() {
    Venue venue = fixtures().aVenue().add();
    Manager first = fixtures().aManager(venue.id(), fixtures().aPerson(), clock().instant());
    clock().advance(Duration.ofMinutes(1));
    Manager second = fixtures().aManager(venue.id(), fixtures().aPerson(), clock().instant());
    assertThat(stores().managers().listOf(venue.id())).containsExactly(first, second);
  }

  @Test
  default void postersShouldBeListedAndFoundAtTheirVenue() {
    Venue venue = fixtures().aVenue().add();
    var poster =
        Poster.issued(
            new PosterId(UUID.randomUUID()),
            venue.id(),
            Direction.IN,
            Optional.of(new PosterLabel("北门")),
            clock().instant());
    stores().posters().add(poster);
    clock().advance(Duration.ofMinutes(1));
    Poster second = fixtures().aPoster(venue.id(), Direction.OUT);
    assertThat(stores().posters().listOf(venue.id())).containsExactly(poster, second);
    assertThat(stores().posters().find(venue.id(), poster.id())).contains(poster);
    assertThat(stores().posters().find(fixtures().aVenue().add().id(), poster.id())).isEmpty();
  }

  @Test
  default void revokeShouldCountTheFirstTime() {
    Venue venue = fixtures().aVenue().add();
    Poster poster = fixtures().aPoster(venue.id(), Direction.IN);
    var first = clock().instant();
    assertThat(stores().posters().revoke(venue.id(), poster.id(), first)).isTrue();
    assertThat(stores().posters().revoke(venue.id(), poster.id(), first.plus(Duration.ofHours(1))))
        .isTrue();
    assertThat(stores().posters().find(venue.id(), poster.id()).flatMap(Poster::revokedAt))
        .contains(first);
    assertThat(stores().posters().revoke(fixtures().aVenue().add().id(), poster.id(), first))
        .isFalse();
  }

  @Test
  default void landingShouldSayWhetherAScanWouldBeTaken() {
    Venue venue = fixtures().aVenue().add();
    Poster poster = fixtures().aPoster(venue.id(), Direction.OUT);
    Poster revoked = fixtures().aPoster(venue.id(), Direction.IN);
    stores().posters().revoke(venue.id(), revoked.id(), clock().instant());
    var name = venue.details().name();
    assertThat(stores().posters().landing(poster.id(), clock().instant()))
        .contains(new PosterLanding(name, Direction.OUT, true));
    assertThat(stores().posters().landing(revoked.id(), clock().instant()))
        .contains(new PosterLanding(name, Direction.IN, false));
    stores().venues().replace(venue.removed(clock().instant()).orElseThrow());
    assertThat(stores().posters().landing(poster.id(), clock().instant()))
        .contains(new PosterLanding(name, Direction.OUT, false));
    assertThat(stores().posters().landing(new PosterId(UUID.randomUUID()), clock().instant()))
        .isEmpty();
  }
}
