package cn.venuepass.testkit;

import cn.venuepass.application.Stores;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Illness;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.control.ControlGrounds;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.control.ControlRule;
import cn.venuepass.domain.control.ControlSignature;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Finding;
import cn.venuepass.domain.inspection.Findings;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.inspection.MeasureOrder;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.Relation;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Overlap;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills stores with what a test needs, each thing new, so that tests can share one database. */
public final class StoreFixtures {
  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 100_000_000L * 1_000);

  private final Stores stores;
  private final InstantSource clock;

  public StoreFixtures(Stores stores, InstantSource clock) {
    this.stores = stores;
    this.clock = clock;
  }

  public Division aDivision(Division.Level level, Optional<DivisionCode> parent) {
    var code = new DivisionCode("%012d".formatted(NEXT.getAndIncrement()));
    var division = new Division(code, "辖区" + code.text(), level, parent);
    stores.divisions().save(division);
    return division;
  }

  /** A community in a territory of its own. */
  public DivisionCode aCommunity() {
    Division territory = aDivision(Division.Level.TERRITORY, Optional.empty());
    return aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
  }

  public VenueType aVenueType(StayRules stay) {
    var code = new VenueTypeCode("TYPE_" + NEXT.getAndIncrement());
    var type = new VenueType(code, "宾馆", "文旅", stay);
    stores.venueTypes().save(type);
    return type;
  }

  public AccountId anAccount() {
    return stores
        .accounts()
        .findOrAdd(new WeChatIdentity("open-" + UUID.randomUUID()), clock.instant())
        .id();
  }

  public Person aPerson() {
    return stores.people().findOrAdd(SampleIdNumbers.next(), Optional.of(new PersonName("艾力样本")));
  }

  /** A place of a new type in that community, to which no venue is linked. */
  public SurveyPlace aPlace(DivisionCode community) {
    return aPlace(community, aVenueType(StayRules.DEFAULT).code());
  }

  public SurveyPlace aPlace(DivisionCode community, VenueTypeCode type) {
    long number = NEXT.getAndIncrement();
    var place =
        SurveyPlace.found(
            new SurveyPlaceId(UUID.randomUUID()),
            new PlaceDetails(
                new VenueName("胡杨商店" + number),
                type,
                community,
                new Address("胜利路" + number + "号"),
                Optional.empty()),
            clock.instant());
    if (!stores.surveyPlaces().add(place)) {
      throw new IllegalStateException("the place was not added");
    }
    return place;
  }

  /** The place, linked to the venue by hand. */
  public SurveyPlace link(SurveyPlace place, VenueId venue) {
    SurveyPlace linked =
        place.linked(new PlaceLink(venue, PlaceLink.Ground.BY_HAND, clock.instant()));
    if (!stores.surveyPlaces().replace(linked)) {
      throw new IllegalStateException("the place was not linked");
    }
    return linked;
  }

  /** An inspection that found no code posted; a rectification if it has a deadline. */
  public Inspection anInspection(Premises premises, Optional<Instant> dueAt) {
    var findings =
        new Findings(
            List.of(
                new Finding(
                    ChecklistItem.CODE_POSTED,
                    Finding.Result.NOT_OK,
                    Optional.of(new InspectionNote("门口没有码"))),
                new Finding(ChecklistItem.SCANS_URGED, Finding.Result.OK, Optional.empty())));
    Inspection made =
        Inspection.made(
            new InspectionId(UUID.randomUUID()),
            premises,
            new StaffId(UUID.randomUUID()),
            Optional.of(premises.community()),
            clock.instant(),
            findings,
            new MeasureOrder(dueAt.isPresent() ? Measure.RECTIFICATION : Measure.CRITICISM, dueAt));
    stores.inspections().add(made);
    return made;
  }

  /** An open case in that division, of a new person who fell ill a day ago. */
  public Case aCase(DivisionCode division) {
    return aCase(division, aPerson().id());
  }

  public Case aCase(DivisionCode division, PersonId index) {
    var owner = new StaffId(UUID.randomUUID());
    var opened =
        new Case(
            new CaseId(UUID.randomUUID()),
            index,
            "2021-" + NEXT.getAndIncrement(),
            "流调溯源",
            new Illness(
                Optional.of(clock.instant().minus(Duration.ofDays(1))),
                Optional.empty(),
                Optional.empty()),
            false,
            owner,
            Set.of(owner, new StaffId(UUID.randomUUID())),
            division,
            clock.instant(),
            Optional.empty(),
            0);
    stores.cases().add(opened);
    return opened;
  }

  /** Somebody who was with the index person of the case for some minutes, which is their risk. */
  public Contact aContact(Case of, Person person, int minutes) {
    var overlap =
        new Overlap(
            of.index(),
            new VenueId(UUID.randomUUID()),
            new VenueName("塔里木宾馆"),
            clock.instant(),
            clock.instant().plusSeconds(60L * minutes),
            minutes,
            ContactGrade.CERTAIN,
            true,
            false);
    return new Contact(
        person.id(), 1, ContactGrade.CERTAIN, List.of(overlap), minutes, false, minutes);
  }

  /** Makes these the case's contacts, as its revision of that number. */
  public Revision aContactList(Case of, int number, List<Contact> contacts) {
    var revision =
        new Revision(
            of.id(),
            number,
            clock.instant(),
            Set.of(Revision.Cause.EVIDENCE),
            1,
            new Interval(clock.instant(), clock.instant()),
            new Revision.RingCounts(contacts.size(), 0),
            new Revision.RingCounts(0, 0),
            0,
            0,
            Revision.Basis.of(of, 0, Map.of()));
    if (!stores.contactLists().add(revision, contacts, List.of())) {
      throw new IllegalStateException("there is such a revision");
    }
    return revision;
  }

  /** An open case of that division, whose team these are; the first of them owns it. */
  public Case aCase(DivisionCode division, StaffId owner, StaffId... others) {
    return aCase(division, false, owner, others);
  }

  public Case aCase(DivisionCode division, boolean drill, StaffId owner, StaffId... others) {
    var opened =
        new Case(
            new CaseId(UUID.randomUUID()),
            aPerson().id(),
            "样本病例",
            "流调样本",
            new Illness(Optional.of(clock.instant()), Optional.empty(), Optional.empty()),
            drill,
            owner,
            Stream.concat(Stream.of(owner), Stream.of(others)).collect(Collectors.toSet()),
            division,
            clock.instant(),
            Optional.empty(),
            0);
    stores.cases().add(opened);
    return opened;
  }

  /** An order that nobody approved yet, for a day, by somebody of that division. */
  public ControlOrder aProposal(ControlTarget target, DivisionCode division) {
    return aProposal(target, division, Duration.ofDays(1));
  }

  /** One that lasts for that time from now on. */
  public ControlOrder aProposal(ControlTarget target, DivisionCode division, Duration term) {
    ControlOrder proposal =
        ControlOrder.proposed(
            new ControlOrderId(UUID.randomUUID()),
            target,
            division,
            Optional.empty(),
            new ControlGrounds(
                target.kind() == ControlTarget.Kind.PERSON
                    ? ControlRule.CLOSE_CONTACT
                    : ControlRule.CASE_AT_VENUE,
                new ControlNote("样本理由"),
                Optional.of(new ControlNote("样本证据"))),
            clock.instant().plus(term),
            aSignature());
    stores.controlOrders().add(proposal);
    return proposal;
  }

  /** The same, approved. */
  public ControlOrder anOrder(ControlTarget target) {
    return replace(aProposal(target, aCommunity()).approved(aSignature()));
  }

  /** The order, lifted now. */
  public ControlOrder lift(ControlOrder order) {
    return replace(order.lifted(aSignature(), new ControlNote("样本解除")));
  }

  /** Some controller signs now. */
  public ControlSignature aSignature() {
    return new ControlSignature(new StaffId(UUID.randomUUID()), clock.instant());
  }

  private ControlOrder replace(Optional<ControlOrder> next) {
    if (!stores.controlOrders().replace(next.orElseThrow())) {
      throw new IllegalStateException("the order was not replaced");
    }
    return next.get();
  }

  public VenueFixture aVenue() {
    return new VenueFixture();
  }

  public Poster aPoster(VenueId venue, Direction direction) {
    var poster =
        Poster.issued(
            new PosterId(UUID.randomUUID()), venue, direction, Optional.empty(), clock.instant());
    stores.posters().add(poster);
    return poster;
  }

  public Manager aManager(VenueId venue, Person person, Instant activeFrom) {
    var manager =
        new Manager(
            new ManagerId(UUID.randomUUID()),
            venue,
            person.id(),
            new PersonName("古丽样本"),
            person.idNumber().masked(),
            clock.instant(),
            activeFrom);
    stores.managers().add(manager);
    return manager;
  }

  /** A link that no store knows yet. */
  public FamilyLink newFamilyLink(AccountId guardian, PersonId person) {
    return new FamilyLink(
        new FamilyLinkId(UUID.randomUUID()),
        guardian,
        person,
        new PersonName("买买提样本"),
        new Relation("父亲"),
        new Consent("2026-1"),
        clock.instant());
  }

  public FamilyLink aFamilyLink(AccountId guardian, PersonId person) {
    FamilyLink link = newFamilyLink(guardian, person);
    if (stores.family().add(link) != FamilyRepository.Added.ADDED) {
      throw new IllegalStateException("the link was not added");
    }
    return link;
  }

  public ScanId aScanId() {
    return new ScanId(UUID.randomUUID().toString());
  }

  /** The person scans the poster now. */
  public ScanRecord scan(Poster poster, PersonId person) {
    return scan(aScanId(), poster, person);
  }

  public ScanRecord scan(ScanId id, Poster poster, PersonId person) {
    return stores
        .visitLedger()
        .apply(Scan.ofPoster(id, person, new ScanTarget.AtPoster(poster.id()), clock.instant()))
        .orElseThrow();
  }

  /** A venue with a poster for each direction. */
  public record Gate(Venue venue, Poster in, Poster out) {
    public Poster poster(Direction direction) {
      return direction == Direction.IN ? in : out;
    }
  }

  /** A venue to be: approved, with the default stays, unless told otherwise. */
  public final class VenueFixture {
    private Optional<DivisionCode> community = Optional.empty();
    private Optional<AccountId> applicant = Optional.empty();
    private Optional<Capacity> capacity = Optional.empty();
    private Optional<VenueId> parent = Optional.empty();
    private Optional<VenueType> type = Optional.empty();
    private Optional<SocialCreditCode> creditCode = Optional.empty();
    private String name = "塔里木宾馆";
    private String address = "塔里木大道1号";
    private StayRules stay = StayRules.DEFAULT;
    private boolean tracksExits;
    private boolean approved = true;

    public VenueFixture in(DivisionCode place) {
      community = Optional.of(place);
      return this;
    }

    public VenueFixture by(AccountId account) {
      applicant = Optional.of(account);
      return this;
    }

    public VenueFixture within(VenueId venue) {
      parent = Optional.of(venue);
      return this;
    }

    public VenueFixture capacity(int people) {
      capacity = Optional.of(new Capacity(people));
      return this;
    }

    public VenueFixture staying(StayRules rules) {
      stay = rules;
      return this;
    }

    public VenueFixture ofType(VenueType known) {
      type = Optional.of(known);
      return this;
    }

    public VenueFixture called(String sign) {
      name = sign;
      return this;
    }

    public VenueFixture at(String place) {
      address = place;
      return this;
    }

    public VenueFixture withCode(SocialCreditCode code) {
      creditCode = Optional.of(code);
      return this;
    }

    public VenueFixture trackingExits() {
      tracksExits = true;
      return this;
    }

    public VenueFixture underReview() {
      approved = false;
      return this;
    }

    public Venue add() {
      var details =
          new VenueDetails(
              new VenueName(name),
              type.orElseGet(() -> aVenueType(stay)).code(),
              new PersonName("负责人样本"),
              new PhoneNumber("+8613800000000"),
              community.orElseGet(StoreFixtures.this::aCommunity),
              new Address(address),
              parent,
              tracksExits,
              capacity,
              creditCode);
      Venue venue =
          Venue.applied(
              new VenueId(UUID.randomUUID()),
              applicant.orElseGet(StoreFixtures.this::anAccount),
              details,
              clock.instant());
      if (parent.isPresent()) {
        venue = venue.withOwnParent();
      }
      stores.venues().add(venue);
      return approved ? approve(venue) : venue;
    }

    public Gate addWithGate() {
      Venue venue = add();
      return new Gate(venue, aPoster(venue.id(), Direction.IN), aPoster(venue.id(), Direction.OUT));
    }

    private Venue approve(Venue venue) {
      Venue decided = venue.approved(clock.instant()).orElseThrow();
      stores.venues().replace(decided);
      return decided;
    }
  }
}
