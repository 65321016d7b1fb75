package cn.venuepass.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.RepeatedTest;

/** Adds up random worlds, and each number again from the places themselves. */
class CoveragePropertyTest {
  private static final List<Stage> STAGES = List.of(Stage.values());

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Division> divisions = new ArrayList<>();
  private final List<VenueType> types = new ArrayList<>();
  private final List<SomePlace> places = new ArrayList<>();

  private record SomePlace(Division division, VenueType type, Stage stage) {}

  @RepeatedTest(50)
  void childrenTypesAndDepartmentsShouldEachAddUpToTheWhole() {
    makeWorld();
    Coverage coverage = Coverage.of(divisions, types, rows());
    checkTree(coverage.tree());
    Funnel whole = coverage.tree().sum();
    assertThat(
            coverage.byType().stream()
                .map(Coverage.OfType::funnel)
                .reduce(Funnel.NONE, Funnel::plus))
        .as("seed %d", seed)
        .isEqualTo(whole);
    assertThat(
            coverage.byDepartment().stream()
                .map(Coverage.OfDepartment::funnel)
                .reduce(Funnel.NONE, Funnel::plus))
        .as("seed %d", seed)
        .isEqualTo(whole);
    assertThat(whole.surveyed()).as("seed %d", seed).isEqualTo(places.size());
    for (Coverage.OfType row : coverage.byType()) {
      check(
          row.funnel(), places.stream().filter(place -> place.type().equals(row.type())).toList());
    }
  }

  private void checkTree(DivisionSum<Funnel> node) {
    Division division = node.division().orElseThrow();
    check(node.sum(), places.stream().filter(place -> lies(place.division(), division)).toList());
    node.children().forEach(this::checkTree);
  }

  private void check(Funnel funnel, List<SomePlace> of) {
    checkNumber(funnel, Funnel::surveyed, Stage.UNAPPLIED, of);
    checkNumber(funnel, Funnel::applied, Stage.APPLIED, of);
    checkNumber(funnel, Funnel::approved, Stage.APPROVED, of);
    checkNumber(funnel, Funnel::posted, Stage.POSTED, of);
    checkNumber(funnel, Funnel::scanned, Stage.SCANNED, of);
    assertThat(funnel.silent())
        .as("seed %d", seed)
        .isEqualTo(of.stream().filter(place -> place.stage() == Stage.POSTED).count());
  }

  private void checkNumber(
      Funnel funnel, ToLongFunction<Funnel> number, Stage stage, List<SomePlace> of) {
    assertThat(number.applyAsLong(funnel))
        .as("seed %d", seed)
        .isEqualTo(of.stream().filter(place -> place.stage().compareTo(stage) >= 0).count());
  }

  private boolean lies(Division division, Division top) {
    return division.equals(top)
        || division.parent().filter(parent -> lies(find(parent), top)).isPresent();
  }

  private Division find(DivisionCode code) {
    return divisions.stream().filter(known -> known.code().equals(code)).findFirst().orElseThrow();
  }

  private List<CoverageRow> rows() {
    return CoverageRow.addedUp(
        places.stream()
            .map(
                place ->
                    new CoverageRow(
                        place.division().code(), place.type().code(), Funnel.of(place.stage(), 1)))
            .toList());
  }

  private void makeWorld() {
    Division root = division(Division.Level.HEADQUARTERS, Optional.empty());
    List<Division> communities = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      Division territory = division(Division.Level.TERRITORY, Optional.of(root.code()));
      for (int j = 0; j < random.nextInt(6); j++) {
        communities.add(division(Division.Level.COMMUNITY, Optional.of(territory.code())));
      }
    }
    communities.add(root);
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      types.add(
          new VenueType(
              new VenueTypeCode("T" + i), "类型", "部门" + random.nextInt(3), StayRules.DEFAULT));
    }
    for (int i = 0; i < random.nextInt(300); i++) {
      places.add(
          new SomePlace(
              communities.get(random.nextInt(communities.size())),
              types.get(random.nextInt(types.size())),
              STAGES.get(random.nextInt(STAGES.size()))));
    }
  }

  private Division division(Division.Level level, Optional<DivisionCode> parent) {
    var code = new DivisionCode("%012d".formatted(divisions.size()));
    var division = new Division(code, "辖区", level, parent);
    divisions.add(division);
    return division;
  }
}
