package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.survey.SurveyImportRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.SurveyImport;
import cn.venuepass.domain.survey.SurveyImport.OnBadLine;
import cn.venuepass.domain.survey.SurveyImport.Tally;
import cn.venuepass.domain.survey.SurveyImportId;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link SurveyImportRepository}, and what lists of places are stored with. */
public interface SurveyImportsContract extends StoreContract {

  @Test
  default void aListShouldBeKeptWithItsLines() {
    var line = line(2).withFault(new InvalidValue("name", Rule.REPEATED));
    List<SurveyLine> lines = List.of(line, line(5), line(9));
    SurveyImport list = aList(new StaffId(UUID.randomUUID()), lines);
    assertThat(imports().lines(list.id(), 0, 2))
        .usingRecursiveComparison()
        .isEqualTo(lines.subList(0, 2));
    assertThat(imports().lines(list.id(), 1, 5))
        .extracting(SurveyLine::number)
        .containsExactly(5, 9);
    assertThat(imports().findOf(list.by(), list.id())).contains(list);
    assertThat(imports().findOf(new StaffId(UUID.randomUUID()), list.id())).isEmpty();
    assertThat(imports().listBad(list.id(), 0, 5)).isEmpty();
  }

  @Test
  default void listsShouldBeShownToWhoeverHandedThemInTheLatestFirst() {
    var staff = new StaffId(UUID.randomUUID());
    SurveyImport first = aList(staff, List.of(line(1)));
    clock().advance(Duration.ofSeconds(1));
    SurveyImport second = aList(staff, List.of(line(1)));
    SurveyImport unused = aList(new StaffId(UUID.randomUUID()), List.of(line(1)));
    var page = imports().listOf(staff, PageRequest.first(1));
    assertThat(page.items()).containsExactly(second);
    assertThat(imports().listOf(staff, new PageRequest(1, page.next())).items())
        .containsExactly(first);
  }

  @Test
  default void aSliceShouldBeDoneOnce() {
    SurveyImport list = aList(new StaffId(UUID.randomUUID()), List.of(line(1), line(2), line(3)));
    SurveyImport after = list.after(new Tally(1, 0, 0, 1), clock().instant());
    SurveyPlace place = fixtures().aPlace(fixtures().aCommunity());
    List<SurveyLine> bad = List.of(line(2).withFault(new InvalidValue("type", Rule.UNKNOWN)));
    assertThat(AtOnce.run(6, i -> imports().advance(list, after, bad, Map.of(1, place.id()))))
        .containsOnlyOnce(true);
    assertThat(imports().findOf(list.by(), list.id())).contains(after);
    assertThat(
            imports().named(list.id(), List.of(place.id(), new SurveyPlaceId(UUID.randomUUID()))))
        .containsExactly(place.id());
    assertThat(imports().communitiesOf(list.id())).containsExactly(place.details().community());
    assertThat(imports().listBad(list.id(), 0, 5)).usingRecursiveComparison().isEqualTo(bad);
    assertThat(imports().listBad(list.id(), 2, 5)).isEmpty();
  }

  @Test
  default void theOldestUnfinishedListShouldBeNext() {
    finishAll();
    SurveyImport first = aList(new StaffId(UUID.randomUUID()), List.of(line(1)));
    clock().advance(Duration.ofSeconds(1));
    SurveyImport second = aList(new StaffId(UUID.randomUUID()), List.of(line(1), line(2)));
    assertThat(imports().findUnfinished()).contains(first);
    var one = new Tally(0, 0, 1, 0);
    assertThat(imports().advance(first, first.after(one, clock().instant()), List.of(), Map.of()))
        .isTrue();
    SurveyImport running = second.after(one, clock().instant());
    assertThat(imports().advance(second, running, List.of(), Map.of())).isTrue();
    assertThat(imports().findUnfinished()).contains(running);
    finishAll();
    assertThat(imports().findUnfinished()).isEmpty();
  }

  @Test
  default void manyPlacesShouldBeStoredAllOrNone() {
    DivisionCode community = fixtures().aCommunity();
    SurveyPlace known = fixtures().aPlace(community);
    SurveyPlace fresh = like(known, community, "一");
    SurveyPlace clash = like(known, community, "二");
    assertThat(stores().surveyPlaces().store(List.of(clash), List.of())).isTrue();
    SurveyPlace again =
        new SurveyPlace(
            new SurveyPlaceId(UUID.randomUUID()),
            clash.details(),
            clash.surveyedAt(),
            Optional.empty(),
            Optional.empty(),
            0);
    assertThat(
            stores()
                .surveyPlaces()
                .store(List.of(fresh, again), List.of(known.corrected(known.details()))))
        .isFalse();
    assertThat(find(fresh)).isEmpty();
    assertThat(find(known)).contains(known);
    SurveyPlace outdated = known.corrected(known.details()).corrected(known.details());
    assertThat(stores().surveyPlaces().store(List.of(fresh), List.of(outdated))).isFalse();
    SurveyPlace intoAnother = known.corrected(clash.details());
    assertThat(stores().surveyPlaces().store(List.of(fresh), List.of(intoAnother))).isFalse();
    assertThat(find(fresh)).isEmpty();
    SurveyPlace next = known.corrected(like(known, community, "三").details());
    assertThat(stores().surveyPlaces().store(List.of(fresh), List.of(next))).isTrue();
    assertThat(find(known)).contains(next);
    assertThat(stores().surveyPlaces().listKnown(List.of(), List.of(fresh.key(), next.key())))
        .containsExactlyInAnyOrder(fresh, next);
  }

  @Test
  default void theSameManyPlacesShouldBeStoredOnce() {
    DivisionCode community = fixtures().aCommunity();
    SurveyPlace known = fixtures().aPlace(community);
    assertThat(
            AtOnce.run(
                6,
                i ->
                    stores()
                        .surveyPlaces()
                        .store(
                            IntStream.range(0, 50)
                                .mapToObj(n -> like(known, community, "第" + n))
                                .toList(),
                            List.of())))
        .containsOnlyOnce(true);
  }

  @Test
  default void divisionsShouldBeFoundWithinAJurisdiction() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    Division below = fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code()));
    DivisionCode foreign = fixtures().aCommunity();
    var asked = List.of(territory.code(), below.code(), foreign, new DivisionCode("000000000000"));
    assertThat(stores().divisions().listWithin(asked, Jurisdiction.of(territory.code())))
        .containsExactlyInAnyOrder(territory, below);
    var department =
        new Jurisdiction.OfVenueTypes(Set.of(fixtures().aPlace(foreign).details().type()));
    assertThat(stores().divisions().listWithin(asked, department)).hasSize(3);
    assertThat(stores().divisions().listWithin(List.of(), department)).isEmpty();
  }

  private Optional<SurveyPlace> find(SurveyPlace place) {
    return stores()
        .surveyPlaces()
        .findWithin(place.id(), Jurisdiction.of(place.details().community()));
  }

  private SurveyPlace like(SurveyPlace place, DivisionCode community, String name) {
    PlaceDetails details = place.details();
    var other =
        new PlaceDetails(
            new VenueName(details.name().text() + name),
            details.type(),
            community,
            details.address(),
            Optional.empty());
    return SurveyPlace.found(new SurveyPlaceId(UUID.randomUUID()), other, clock().instant());
  }

  private void finishAll() {
    for (var next = imports().findUnfinished();
        next.isPresent();
        next = imports().findUnfinished()) {
      assertThat(
              imports()
                  .advance(next.get(), next.get().failed(clock().instant()), List.of(), Map.of()))
          .isTrue();
    }
  }

  private SurveyImport aList(StaffId staff, List<SurveyLine> lines) {
    SurveyImport list =
        SurveyImport.handedIn(
            new SurveyImportId(UUID.randomUUID()),
            staff,
            clock().instant(),
            OnBadLine.KEEP_GOOD,
            lines.size());
    imports().add(list, lines);
    return list;
  }

  private static SurveyLine line(int number) {
    return SurveyLine.read(
        number, new SurveyLine.Cells("商店" + number, "HOTEL", "659002001001", "胜利路1号", ""));
  }

  private SurveyImportRepository imports() {
    return stores().surveyImports();
  }
}
