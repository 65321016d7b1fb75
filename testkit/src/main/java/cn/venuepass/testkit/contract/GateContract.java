package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.domain.gate.GateDevice;
import cn.venuepass.domain.gate.ReceivedSequence.Run;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.gate.TurnedAwayId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.gate.GateDeviceRepository}, {@link
 * cn.venuepass.application.gate.TurnedAwayRepository} and {@link
 * cn.venuepass.application.venue.RosterRepository}.
 */
public interface GateContract extends StoreContract {

  @Test
  default void aDevicesNumbersShouldAddUpInAnyOrder() {
    VenueId venue = fixtures().aVenue().add().id();
    var device = new DeviceId("gate-1");
    received(venue, device, 4, 5, 1);
    clock().advance(Duration.ofMinutes(1));
    received(venue, device, 5, 9);
    assertThat(stores().gateDevices().listOf(venue))
        .singleElement()
        .satisfies(
            known -> {
              assertThat(known.id()).isEqualTo(device);
              assertThat(known.lastSeen()).isEqualTo(clock().instant());
              assertThat(known.received().runs())
                  .containsExactly(new Run(1, 1), new Run(4, 5), new Run(9, 9));
            });
  }

  @Test
  default void uploadsAtOnceShouldLoseNoNumber() {
    VenueId venue = fixtures().aVenue().add().id();
    var device = new DeviceId("gate-2");
    List<Integer> done =
        AtOnce.run(
            8,
            i -> {
              received(venue, device, LongStream.range(0, 10).map(n -> 1 + i + n * 8).toArray());
              return i;
            });
    assertThat(done).hasSize(8);
    assertThat(stores().gateDevices().listOf(venue))
        .singleElement()
        .satisfies(known -> assertThat(known.received().runs()).containsExactly(new Run(1, 80)));
  }

  @Test
  default void aThousandGapsShouldFit() {
    VenueId venue = fixtures().aVenue().add().id();
    var device = new DeviceId("x".repeat(64));
    long first = (1L << 53) - 1 - 4_000;
    received(venue, device, LongStream.range(0, 2_000).map(n -> first + 2 * n).toArray());
    assertThat(stores().gateDevices().listOf(venue))
        .singleElement()
        .satisfies(known -> assertThat(known.received().runs()).hasSize(1_000));
  }

  @Test
  default void devicesShouldBelongToTheirVenue() {
    VenueId venue = fixtures().aVenue().add().id();
    received(venue, new DeviceId("b"), 1);
    received(venue, new DeviceId("A"), 1);
    received(fixtures().aVenue().add().id(), new DeviceId("a"), 1);
    assertThat(stores().gateDevices().listOf(venue))
        .extracting(GateDevice::id)
        .containsExactly(new DeviceId("A"), new DeviceId("b"));
  }

  @Test
  default void notesOfWhoWasTurnedAwayShouldBeListedTheLatestFirst() {
    VenueId venue = fixtures().aVenue().add().id();
    TurnedAway first = turnedAway(venue, Optional.empty());
    clock().advance(Duration.ofMinutes(1));
    TurnedAway second = turnedAway(venue, Optional.of("说没带手机也不报证件号"));
    turnedAway(fixtures().aVenue().add().id(), Optional.empty());
    var notes = stores().turnedAway();
    assertThat(notes.listOf(venue, PageRequest.first(1)).items()).containsExactly(second);
    assertThat(notes.listOf(venue, PageRequest.first(5)).items()).containsExactly(second, first);
    assertThat(notes.find(venue, first.id())).contains(first);
    assertThat(notes.find(fixtures().aVenue().add().id(), first.id())).isEmpty();
    assertThat(notes.count(venue, first.at(), second.at())).isEqualTo(1);
    assertThat(notes.count(venue, first.at(), second.at().plusMillis(1))).isEqualTo(2);
  }

  @Test
  default void somebodyShouldBeOnARosterOnceAtATime() {
    VenueId venue = fixtures().aVenue().add().id();
    Person person = fixtures().aPerson();
    List<RosterEntry> entries = LongStream.range(0, 6).mapToObj(i -> entry(venue, person)).toList();
    List<Boolean> added = AtOnce.run(6, i -> stores().rosters().add(entries.get(i)));
    assertThat(added).containsOnlyOnce(true);
    RosterEntry current = stores().rosters().listOf(venue).get(0);
    assertThat(entries).contains(current);
    assertThat(stores().rosters().find(venue, current.id())).contains(current);
    assertThat(stores().rosters().find(fixtures().aVenue().add().id(), current.id())).isEmpty();

    clock().advance(Duration.ofHours(1));
    Instant ended = clock().instant();
    assertThat(stores().rosters().end(fixtures().aVenue().add().id(), current.id(), ended))
        .isFalse();
    assertThat(stores().rosters().end(venue, current.id(), ended)).isTrue();
    assertThat(stores().rosters().end(venue, current.id(), ended)).isFalse();
    assertThat(stores().rosters().listOf(venue)).isEmpty();
    assertThat(stores().rosters().add(entry(venue, person))).isTrue();
    assertThat(stores().rosters().entriesOf(venue, List.of(person.id())))
        .extracting(RosterEntry::until)
        .containsExactlyInAnyOrder(Optional.of(ended), Optional.empty());
    assertThat(stores().rosters().entriesOf(venue, List.of(fixtures().aPerson().id()))).isEmpty();
    assertThat(stores().rosters().entriesOf(venue, List.of())).isEmpty();
  }

  private void received(VenueId venue, DeviceId device, long... numbers) {
    stores()
        .gateDevices()
        .received(
            venue,
            device,
            LongStream.of(numbers).mapToObj(SequenceNumber::new).toList(),
            clock().instant());
  }

  private TurnedAway turnedAway(VenueId venue, Optional<String> note) {
    var turnedAway =
        new TurnedAway(
            new TurnedAwayId(UUID.randomUUID()),
            venue,
            new TurnedAway.Words("拒不登记", note),
            fixtures().anAccount(),
            clock().instant());
    stores().turnedAway().add(turnedAway);
    return turnedAway;
  }

  private RosterEntry entry(VenueId venue, Person person) {
    return new RosterEntry(
        new RosterEntryId(UUID.randomUUID()),
        venue,
        person.id(),
        new PersonName("古丽样本"),
        person.idNumber().masked(),
        clock().instant(),
        Optional.empty());
  }
}
