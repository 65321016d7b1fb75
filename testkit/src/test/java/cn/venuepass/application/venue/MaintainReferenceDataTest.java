package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Denial.Plain.BEYOND_JURISDICTION;
import static cn.venuepass.application.Denial.Plain.IN_USE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Callers;
import cn.venuepass.application.venue.MaintainDivisions.ImportReport;
import cn.venuepass.application.venue.MaintainDivisions.Row;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintainReferenceDataTest {
  private static final String ROOT = "659002000000";
  private static final String TERRITORY = "659002001000";
  private static final String COMMUNITY = "659002001001";

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Division root = fixtures.aDivision(Division.Level.HEADQUARTERS, Optional.empty());
  private final Division own = below(root, Division.Level.TERRITORY);
  private final Division beside = below(root, Division.Level.TERRITORY);
  private final Caller.Staff admin = anAdmin(own);

  @Test
  void saveShouldPlantBelowAndRename() {
    var code = new DivisionCode(COMMUNITY);
    Division planted = done(divisions().save(admin, code, "第一社区", own.code()));
    assertThat(planted.level()).isEqualTo(Division.Level.COMMUNITY);
    assertThat(done(divisions().save(admin, code, "新名社区", own.code())).name()).isEqualTo("新名社区");
    assertThat(app.stores().divisions().childrenOf(Optional.of(own.code())))
        .extracting(Division::name)
        .containsExactly("新名社区");
  }

  @Test
  void saveShouldNotReachBesideNorBelowACommunityNorMove() {
    var code = new DivisionCode(COMMUNITY);
    Division community = below(own, Division.Level.COMMUNITY);
    assertInvalid("parent: UNKNOWN", () -> divisions().save(admin, code, "社区", beside.code()));
    assertInvalid("parent: UNKNOWN", () -> divisions().save(admin, code, "社区", code));
    assertInvalid(
        "parent: NOT_BELOW_THERE", () -> divisions().save(admin, code, "社区", community.code()));
    assertInvalid(
        "parent: NOT_BELOW_THERE",
        () -> divisions().save(anAdmin(root), community.code(), "社区", beside.code()));
    assertInvalid("name: CHARACTERS", () -> divisions().save(admin, code, "社\u0000区", own.code()));
  }

  @Test
  void removeShouldTakeOnlyWhatIsBelowAndUnused() {
    Division community = below(own, Division.Level.COMMUNITY);
    assertThat(denied(divisions().remove(admin, own.code()))).isEqualTo(NOT_FOUND);
    assertThat(denied(divisions().remove(admin, beside.code()))).isEqualTo(NOT_FOUND);
    assertThat(denied(divisions().remove(admin, new DivisionCode(COMMUNITY)))).isEqualTo(NOT_FOUND);
    Division visited = below(own, Division.Level.COMMUNITY);
    fixtures.aVenue().in(visited.code()).add();
    assertThat(denied(divisions().remove(admin, visited.code()))).isEqualTo(IN_USE);
    assertThat(done(divisions().remove(admin, community.code()))).isEqualTo(community.code());
  }

  @Test
  void loadShouldTakeChildrenBeforeTheirParents() {
    ImportReport report =
        divisions()
            .load(
                List.of(
                    row(2, COMMUNITY, TERRITORY, "COMMUNITY"),
                    row(3, TERRITORY, ROOT, "TERRITORY"),
                    row(4, ROOT, "", "HEADQUARTERS")));
    assertThat(report).isEqualTo(new ImportReport(3, List.of()));
    assertThat(
            app.stores().divisions().isWithin(new DivisionCode(COMMUNITY), new DivisionCode(ROOT)))
        .isTrue();
  }

  @Test
  void loadingTheSameTwiceShouldChangeNothing() {
    List<Row> rows =
        List.of(row(2, ROOT, "", "HEADQUARTERS"), row(3, TERRITORY, ROOT, "TERRITORY"));
    assertThat(divisions().load(rows).accepted()).isEqualTo(2);
    assertThat(divisions().load(rows).rejected()).isEmpty();
    assertThat(app.stores().divisions().childrenOf(Optional.of(new DivisionCode(ROOT)))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "65900200000X, '', HEADQUARTERS, code: FORMAT",
    "659002000009, '', HEAD, level: UNKNOWN",
    "659002000009, 659002000000, HEADQUARTERS, parent: NOT_BELOW_THERE",
    "659002000009, '', TERRITORY, parent: REQUIRED",
    "659002000009, 659002000000, COMMUNITY, parent: NOT_BELOW_THERE",
    "659002000009, 659002000008, TERRITORY, parent: UNKNOWN",
    "659002000009, x, TERRITORY, parent: FORMAT",
    "659002000000, '', HEADQUARTERS, code: REPEATED"
  })
  void loadShouldNameTheWrongLineAndStoreNone(
      String code, String parent, String level, String fault) {
    ImportReport report =
        divisions().load(List.of(row(2, ROOT, "", "HEADQUARTERS"), row(3, code, parent, level)));
    assertThat(report.accepted()).isZero();
    assertThat(report.rejected())
        .singleElement()
        .satisfies(
            wrong -> {
              assertThat(wrong.line()).isEqualTo(3);
              assertThat(wrong.fault()).hasMessage(fault);
            });
    assertThat(app.stores().divisions().find(new DivisionCode(ROOT))).isEmpty();
  }

  @Test
  void loadShouldKeepAnAdministratorBelowTheirDivision() {
    assertThat(
            divisions()
                .load(admin, List.of(row(2, COMMUNITY, own.code().text(), "COMMUNITY")))
                .accepted())
        .isEqualTo(1);
    assertThat(divisions().load(admin, List.of(row(2, ROOT, "", "HEADQUARTERS"))).rejected())
        .singleElement()
        .satisfies(wrong -> assertThat(wrong.fault()).hasMessage("level: OUT_OF_RANGE"));
    assertThat(
            divisions()
                .load(
                    admin,
                    List.of(
                        row(2, "659002001002", beside.code().text(), "COMMUNITY"),
                        row(3, COMMUNITY, beside.code().text(), "COMMUNITY")))
                .rejected())
        .extracting(wrong -> wrong.line() + " " + wrong.fault().getMessage())
        .containsExactly("2 parent: UNKNOWN", "3 parent: UNKNOWN");
  }

  @Test
  void venueTypesShouldBeMaintainedFromTheRootAlone() {
    var code = new VenueTypeCode("TEA_HOUSE");
    var type = new VenueType(code, "茶馆", "市场监管", StayRules.DEFAULT);
    assertThat(denied(types().save(admin, type))).isEqualTo(BEYOND_JURISDICTION);
    assertThat(denied(types().remove(admin, code))).isEqualTo(BEYOND_JURISDICTION);
    Caller.Staff whole = anAdmin(root);
    assertThat(denied(types().remove(whole, code))).isEqualTo(NOT_FOUND);
    assertThat(done(types().save(whole, type))).isEqualTo(type);
    assertThat(app.stores().venueTypes().find(code)).contains(type);
    fixtures.aVenue().ofType(type).add();
    assertThat(denied(types().remove(whole, code))).isEqualTo(IN_USE);
    VenueType unused = fixtures.aVenueType(StayRules.DEFAULT);
    assertThat(done(types().remove(whole, unused.code()))).isEqualTo(unused.code());
  }

  private Caller.Staff anAdmin(Division division) {
    return Callers.aStaffMember(app, Role.ADMIN, division.code());
  }

  private MaintainDivisions divisions() {
    return app.useCases().venue().maintainDivisions();
  }

  private MaintainVenueTypes types() {
    return app.useCases().venue().maintainVenueTypes();
  }

  private static Row row(int line, String code, String parent, String level) {
    return new Row(
        line, code, Optional.of(parent).filter(text -> !text.isEmpty()), level, "属地" + line);
  }

  private static void assertInvalid(String message, Runnable work) {
    assertThatThrownBy(work::run).isInstanceOf(InvalidValue.class).hasMessage(message);
  }

  private Division below(Division above, Division.Level level) {
    return fixtures.aDivision(level, Optional.of(above.code()));
  }
}
