package cn.venuepass.application.survey;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Stores;
import cn.venuepass.application.survey.ImportPlaces.HandedIn;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.survey.PlaceKey;
import cn.venuepass.domain.survey.SurveyImport;
import cn.venuepass.domain.survey.SurveyImport.OnBadLine;
import cn.venuepass.domain.survey.SurveyImport.State;
import cn.venuepass.domain.survey.SurveyImport.Tally;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.testkit.SampleCreditCodes;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.InMemoryStore;
import cn.venuepass.testkit.memory.RebuiltStores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportPlacesTest {
  private static final Optional<CreationKey> NO_KEY = Optional.empty();

  private final Stores stores = InMemoryStore.create();
  private final TestApplication app = new TestApplication(stores);
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode territory =
      fixtures.aDivision(Division.Level.TERRITORY, Optional.empty()).code();
  private final DivisionCode community =
      fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory)).code();
  private final VenueTypeCode type = fixtures.aVenueType(StayRules.DEFAULT).code();
  private final Caller.Staff own = aStaffMember(app, Role.SUPERVISOR, territory);

  @Test
  void aListShouldBeTakenAndTheSameAgainChangeNothing() {
    List<SurveyLine> lines = List.of(line(1, "甲店", ""), line(2, "乙店", aCode()));
    assertThat(handIn(lines).list().tally()).isEqualTo(new Tally(2, 0, 0, 0));
    HandedIn again = handIn(lines);
    assertThat(again.list().tally()).isEqualTo(new Tally(0, 0, 2, 0));
    assertThat(again.list().state()).isEqualTo(State.DONE);
    assertThat(place("甲店").details().type()).isEqualTo(type);
  }

  @Test
  void badLinesShouldBeNamedAndTheGoodOnesKept() {
    SurveyLine unknownType = new SurveyLine(3, cells("丙店", "NO_TYPE", community, ""), List.of());
    SurveyLine noCommunity = new SurveyLine(4, cells("丁店", type.text(), territory, ""), List.of());
    SurveyLine foreign =
        new SurveyLine(5, cells("戊店", type.text(), fixtures.aCommunity(), ""), List.of());
    SurveyLine unknown =
        new SurveyLine(
            6, cells("己店", type.text(), new DivisionCode("000000000000"), ""), List.of());
    HandedIn handedIn =
        handIn(
            List.of(
                line(1, "甲店", ""), line(2, "甲 店", ""), unknownType, noCommunity, foreign, unknown));
    assertThat(handedIn.list().tally()).isEqualTo(new Tally(1, 0, 0, 5));
    assertThat(handedIn.rejected())
        .extracting(SurveyLine::number, bad -> bad.faults().get(0).field(), ImportPlacesTest::rule)
        .containsExactly(
            tuple(2, "name", Rule.REPEATED),
            tuple(3, "type", Rule.UNKNOWN),
            tuple(4, "communityCode", Rule.NOT_A_COMMUNITY),
            tuple(5, "communityCode", Rule.UNKNOWN),
            tuple(6, "communityCode", Rule.UNKNOWN));
  }

  @Test
  void nothingShouldBeKeptOfAListWithABadLineIfSoWished() {
    List<SurveyLine> lines = List.of(line(1, "甲店", ""), line(2, "", ""));
    HandedIn handedIn =
        app.useCases().survey().importPlaces().handIn(own, OnBadLine.KEEP_NONE, lines, NO_KEY);
    assertThat(handedIn.list().state()).isEqualTo(State.NOTHING_KEPT);
    assertThat(handedIn.list().tally()).isEqualTo(new Tally(0, 0, 0, 1));
    assertThat(handedIn.rejected()).extracting(SurveyLine::number).containsExactly(2);
    assertThat(stores.surveyPlaces().findByKey(key("甲店"))).isEmpty();
    HandedIn good =
        app.useCases()
            .survey()
            .importPlaces()
            .handIn(own, OnBadLine.KEEP_NONE, lines.subList(0, 1), NO_KEY);
    assertThat(good.list().tally()).isEqualTo(new Tally(1, 0, 0, 0));
  }

  @Test
  void aDepartmentShouldBringItsOwnTypesOnly() {
    var caller = department(type);
    VenueTypeCode other = fixtures.aVenueType(StayRules.DEFAULT).code();
    SurveyLine foreign = new SurveyLine(2, cells("乙店", other.text(), community, ""), List.of());
    HandedIn handedIn =
        app.useCases()
            .survey()
            .importPlaces()
            .handIn(caller, OnBadLine.KEEP_GOOD, List.of(line(1, "甲店", ""), foreign), NO_KEY);
    assertThat(handedIn.list().tally()).isEqualTo(new Tally(1, 0, 0, 1));
    assertThat(handedIn.rejected().get(0).faults().get(0).field()).isEqualTo("type");
  }

  @Test
  void aForeignPlaceShouldNotBeTakenOver() {
    String code = aCode();
    DivisionCode elsewhere = fixtures.aCommunity();
    Caller.Staff other = aStaffMember(app, Role.SUPERVISOR, elsewhere);
    var theirs = new SurveyLine(1, cells("甲店", type.text(), elsewhere, code), List.of());
    assertThat(handIn(other, List.of(theirs)).list().tally()).isEqualTo(new Tally(1, 0, 0, 0));
    HandedIn handedIn = handIn(List.of(line(1, "甲店", code)));
    assertThat(handedIn.rejected())
        .extracting(ImportPlacesTest::rule)
        .containsExactly(Rule.OF_ANOTHER_PLACE);
    VenueTypeCode ofDepartment = fixtures.aVenueType(StayRules.DEFAULT).code();
    var department = department(ofDepartment);
    var asOtherType = new SurveyLine(1, cells("甲店", ofDepartment.text(), elsewhere, ""), List.of());
    assertThat(handIn(department, List.of(asOtherType)).rejected())
        .extracting(ImportPlacesTest::rule)
        .containsExactly(Rule.OF_ANOTHER_PLACE);
    assertThat(stores.surveyPlaces().listKnown(List.of(new SocialCreditCode(code)), List.of()))
        .extracting(place -> place.details().community())
        .containsExactly(elsewhere);
  }

  @Test
  void twoLinesShouldNotBeOnePlace() {
    String code = aCode();
    assertThat(handIn(List.of(line(1, "甲店", code))).list().tally().added()).isEqualTo(1);
    HandedIn handedIn = handIn(List.of(line(1, "新甲店", code), line(2, "甲店", "")));
    assertThat(handedIn.list().tally()).isEqualTo(new Tally(0, 1, 0, 1));
    assertThat(handedIn.rejected())
        .extracting(ImportPlacesTest::rule)
        .containsExactly(Rule.REPEATED);
  }

  @Test
  void aLongListShouldBeWorkedOffInItsTurn() {
    List<SurveyLine> lines = many(1_201);
    HandedIn handedIn = handIn(lines);
    assertThat(handedIn.list().state()).isEqualTo(State.WAITING);
    assertThat(stores.surveyPlaces().findByKey(key("店1"))).isEmpty();
    app.useCases().survey().workOffImports().workOff();
    assertThat(view(handedIn).tally()).isEqualTo(new Tally(1_201, 0, 0, 0));
    assertThat(view(handedIn).state()).isEqualTo(State.DONE);
    HandedIn again = handIn(lines);
    app.useCases().survey().workOffImports().workOff();
    assertThat(view(again).tally()).isEqualTo(new Tally(0, 0, 1_201, 0));
  }

  @Test
  void aLongListShouldBeKeptWhollyOrNotAtAll() {
    List<SurveyLine> lines = new ArrayList<>(many(1_201));
    lines.set(1_150, line(1_151, "", ""));
    HandedIn handedIn =
        app.useCases().survey().importPlaces().handIn(own, OnBadLine.KEEP_NONE, lines, NO_KEY);
    app.useCases().survey().workOffImports().workOff();
    assertThat(view(handedIn).state()).isEqualTo(State.NOTHING_KEPT);
    assertThat(view(handedIn).done()).isEqualTo(1_201);
    assertThat(stores.surveyPlaces().findByKey(key("店1"))).isEmpty();
    assertThat(
            done(app.useCases().survey().importPlaces().rejected(own, handedIn.list().id(), 0, 10)))
        .extracting(SurveyLine::number)
        .containsExactly(1_151);
    lines.set(1_150, line(1_151, "店1151", ""));
    HandedIn mended =
        app.useCases().survey().importPlaces().handIn(own, OnBadLine.KEEP_NONE, lines, NO_KEY);
    app.useCases().survey().workOffImports().workOff();
    assertThat(view(mended).tally()).isEqualTo(new Tally(1_201, 0, 0, 0));
  }

  @Test
  void aListThatWasUnderWayWhenANodeDiedShouldGoOn() {
    HandedIn handedIn = handIn(many(1_201));
    var stores2 = failingOnWrite(2);
    assertThatThrownBy(
            () -> new TestApplication(stores2).useCases().survey().workOffImports().workOff())
        .isInstanceOf(NodeDied.class);
    assertThat(view(handedIn).done()).isEqualTo(500);
    assertThat(view(handedIn).state()).isEqualTo(State.RUNNING);
    app.useCases().survey().workOffImports().workOff();
    assertThat(view(handedIn).tally()).isEqualTo(new Tally(1_201, 0, 0, 0));
  }

  @Test
  void whoeverMayNotAnyMoreShouldHaveTheirListGivenUp() {
    HandedIn handedIn = handIn(many(1_201));
    StaffAccount account = stores.staff().find(own.account().id()).orElseThrow();
    assertThat(stores.staff().replace(account.disabled())).isTrue();
    app.useCases().survey().workOffImports().workOff();
    assertThat(view(handedIn).state()).isEqualTo(State.FAILED);
    assertThat(view(handedIn).done()).isZero();
  }

  @Test
  void aListShouldBeSeenByNobodyElse() {
    SurveyImport list = handIn(List.of(line(1, "甲店", ""))).list();
    Caller.Staff colleague = aStaffMember(app, Role.SUPERVISOR, territory);
    var imports = app.useCases().survey().importPlaces();
    assertThat(denied(imports.view(colleague, list.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(imports.rejected(colleague, list.id(), 0, 1))).isEqualTo(NOT_FOUND);
    assertThat(imports.list(colleague, PageRequest.first(5)).items()).isEmpty();
    assertThat(imports.list(own, PageRequest.first(5)).items()).containsExactly(list);
  }

  @Test
  void theSameKeyShouldHandAListInOnce() {
    var key =
        Optional.of(new CreationKey(new AccountId(own.account().id().value()), "survey", "k"));
    var imports = app.useCases().survey().importPlaces();
    List<SurveyLine> lines = List.of(line(1, "甲店", ""));
    HandedIn first = imports.handIn(own, OnBadLine.KEEP_GOOD, lines, key);
    assertThat(imports.handIn(own, OnBadLine.KEEP_GOOD, lines, key)).isEqualTo(first);
    assertThat(imports.list(own, PageRequest.first(5)).items()).hasSize(1);
  }

  @Test
  void aListThatOthersOvertookShouldBeTriedAgain() {
    AtomicInteger writes = new AtomicInteger();
    var overtaken =
        RebuiltStores.with(
            stores,
            SurveyPlaceRepository.class,
            watched(
                () -> {
                  if (writes.incrementAndGet() == 1) {
                    throw new Overtaken();
                  }
                }));
    HandedIn handedIn =
        new TestApplication(overtaken)
            .useCases()
            .survey()
            .importPlaces()
            .handIn(own, OnBadLine.KEEP_GOOD, List.of(line(1, "甲店", "")), NO_KEY);
    assertThat(handedIn.list().tally()).isEqualTo(new Tally(1, 0, 0, 0));
    assertThat(writes).hasValue(2);
  }

  @Test
  void handingInShouldBeAudited() {
    SurveyImport list = handIn(List.of(line(1, "甲店", ""))).list();
    var events = LoggedEvents.events(app);
    assertThat(events)
        .filteredOn(event -> event.deed().action() == AuditAction.SURVEY_IMPORTED)
        .extracting(event -> event.deed().reference())
        .containsExactly(Optional.of(list.id().value().toString()));
  }

  private static final class NodeDied extends Error {
    private static final long serialVersionUID = 1L;
  }

  private Stores failingOnWrite(int number) {
    AtomicInteger writes = new AtomicInteger();
    return RebuiltStores.with(
        stores,
        SurveyPlaceRepository.class,
        watched(
            () -> {
              if (writes.incrementAndGet() == number) {
                throw new NodeDied();
              }
            }));
  }

  /** The places, with something that happens before many are stored. */
  private SurveyPlaceRepository watched(Runnable before) {
    return (SurveyPlaceRepository)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SurveyPlaceRepository.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("store")) {
                before.run();
              }
              try {
                return method.invoke(stores.surveyPlaces(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private HandedIn handIn(List<SurveyLine> lines) {
    return handIn(own, lines);
  }

  private HandedIn handIn(Caller.Staff caller, List<SurveyLine> lines) {
    return app.useCases()
        .survey()
        .importPlaces()
        .handIn(caller, OnBadLine.KEEP_GOOD, lines, NO_KEY);
  }

  private SurveyImport view(HandedIn handedIn) {
    return done(app.useCases().survey().importPlaces().view(own, handedIn.list().id()));
  }

  private SurveyPlace place(String name) {
    return stores.surveyPlaces().findByKey(key(name)).orElseThrow();
  }

  private PlaceKey key(String name) {
    return PlaceKey.of(line(1, name, "").details());
  }

  private Caller.Staff department(VenueTypeCode... types) {
    var account =
        app.addStaff(
            "department-" + UUID.randomUUID(),
            Set.of(Role.SUPERVISOR),
            new Jurisdiction.OfVenueTypes(Set.of(types)));
    return new Caller.Staff(own.session(), account, Optional.empty());
  }

  private List<SurveyLine> many(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> line(i, "店" + i, "")).toList();
  }

  private SurveyLine line(int number, String name, String code) {
    return SurveyLine.read(number, cells(name, type.text(), community, code));
  }

  private static SurveyLine.Cells cells(
      String name, String type, DivisionCode community, String code) {
    return new SurveyLine.Cells(name, type, community.text(), "胜利路1号", code);
  }

  private static Rule rule(SurveyLine line) {
    return line.faults().stream().map(InvalidValue::rule).findFirst().orElseThrow();
  }

  private static String aCode() {
    return SampleCreditCodes.next().text();
  }
}
