package cn.venuepass.bootstrap;

import cn.venuepass.application.Stores;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The demo's surveyed places: some use their codes as they should, and there is a gap of every kind
 * among the others. The venues belong to whoever signs in with {@code demo:shopkeeper}.
 */
final class DemoPlaces {
  private static final Duration SURVEYED = Duration.ofDays(20);
  private static final Duration APPLIED = Duration.ofDays(18);
  private static final Duration DECIDED = Duration.ofDays(16);
  private static final Duration FELL_SILENT = Duration.ofDays(9);
  private static final Duration YESTERDAY = Duration.ofDays(1);

  private static final WeChatIdentity SHOPKEEPER = new WeChatIdentity("demo:shopkeeper");

  /** Samples, all born before 1930. */
  private static final List<String> VISITORS =
      List.of(
          "659002190802140016",
          "659002191206300022",
          "659002191709110036",
          "659002192301050046",
          "659002192608200053");

  private final Stores stores;
  private final Instant now;
  private final AccountId shopkeeper;
  private final DemoScans scans;
  private final List<PersonId> visitors;
  private final List<DemoScans.Doors> doors = new ArrayList<>();
  private final List<Venue> approved = new ArrayList<>();

  private DemoPlaces(Stores stores, Instant now) {
    this.stores = stores;
    this.now = now;
    this.shopkeeper = stores.accounts().findOrAdd(SHOPKEEPER, now.minus(SURVEYED)).id();
    this.scans = new DemoScans(stores);
    this.visitors = VISITORS.stream().map(number -> scans.somebody(number, "访客样本")).toList();
  }

  /** How far a place of the demo has come. */
  enum Stage {
    UNAPPLIED,
    PENDING,
    REJECTED,
    APPROVED,
    POSTED,
    SILENT,
    SCANNED,
    /** Applied for under nearly that name; whether it is the place, somebody must say. */
    ALIKE,
    /** Applied for, but no survey knows it. */
    UNSURVEYED
  }

  /** A place with its stage. */
  record DemoPlace(PlaceDetails details, Stage stage) {}

  /**
   * Adds what is not there yet.
   *
   * @return the venues that were approved now
   */
  static List<Venue> fill(Stores stores, Instant now) {
    var places = new DemoPlaces(stores, now);
    StandardData.demoPlaces().forEach(places::add);
    if (!places.doors.isEmpty()) {
      places.scanAtTwoPlaces();
      DemoEvening.fill(stores, places.scans, places.doors, places.visitors, now);
    }
    return places.approved;
  }

  /** The place comes last, so that one which is there is complete. */
  private void add(DemoPlace demo) {
    SurveyPlace place =
        SurveyPlace.found(
            new SurveyPlaceId(UUID.randomUUID()), demo.details(), now.minus(SURVEYED));
    if (stores.surveyPlaces().findByKey(place.key()).isPresent()) {
      return;
    }
    switch (demo.stage()) {
      case UNAPPLIED -> added(stores.surveyPlaces().add(place));
      case UNSURVEYED -> venue(demo);
      case ALIKE -> {
        venue(demo);
        added(stores.surveyPlaces().add(place));
      }
      default -> {
        var link = new PlaceLink(venue(demo).id(), PlaceLink.Ground.BY_HAND, now.minus(APPLIED));
        added(stores.surveyPlaces().add(place.linked(link)));
      }
    }
  }

  private Venue venue(DemoPlace demo) {
    Stage stage = demo.stage();
    Venue applied =
        Venue.applied(
            new VenueId(UUID.randomUUID()), shopkeeper, details(demo), now.minus(APPLIED));
    stores.venues().add(applied);
    Instant decidedAt = now.minus(DECIDED);
    return switch (stage) {
      case REJECTED ->
          decided(applied.rejected(decidedAt, new RejectionReason("请补充详细地址")).orElseThrow());
      case APPROVED, POSTED, SILENT, SCANNED -> {
        Venue approved = decided(applied.approved(decidedAt).orElseThrow());
        hang(approved, stage, decidedAt);
        yield approved;
      }
      default -> applied;
    };
  }

  private Venue decided(Venue venue) {
    added(stores.venues().replace(venue));
    return venue;
  }

  private void hang(Venue venue, Stage stage, Instant at) {
    Poster in = poster(venue, Direction.IN, stage, at);
    Poster out = poster(venue, Direction.OUT, stage, at);
    if (stage == Stage.SILENT || stage == Stage.SCANNED) {
      stays(in, out, now.minus(FELL_SILENT));
    }
    if (stage == Stage.SCANNED) {
      stays(in, out, now.minus(YESTERDAY));
      doors.add(new DemoScans.Doors(in, out));
    }
    approved.add(venue);
  }

  private Poster poster(Venue venue, Direction direction, Stage stage, Instant at) {
    Poster poster =
        Poster.issued(new PosterId(UUID.randomUUID()), venue.id(), direction, Optional.empty(), at);
    stores.posters().add(poster);
    if (stage != Stage.APPROVED) {
      stores.posters().noteDownload(venue.id(), poster.id(), at.plus(Duration.ofHours(2)));
    }
    return poster;
  }

  /** One after another comes in, and leaves before the first goes on to the next venue. */
  private void stays(Poster in, Poster out, Instant day) {
    Instant at = day.plus(Duration.ofHours(approved.size()));
    for (PersonId visitor : visitors) {
      scans.stay(new DemoScans.Doors(in, out), visitor, at, at.plus(Duration.ofMinutes(30)));
      at = at.plus(Duration.ofMinutes(3));
    }
  }

  /** Somebody scanned at two ends of the city within minutes: one of the two was a photo. */
  private void scanAtTwoPlaces() {
    Instant at = now.minus(Duration.ofHours(2));
    scans.scan(doors.get(0).in(), visitors.get(1), at);
    scans.scan(doors.get(doors.size() - 1).in(), visitors.get(1), at.plus(Duration.ofMinutes(2)));
  }

  private static VenueDetails details(DemoPlace demo) {
    PlaceDetails place = demo.details();
    VenueName name =
        demo.stage() == Stage.ALIKE ? new VenueName(place.name().text() + "二号店") : place.name();
    return new VenueDetails(
        name,
        place.type(),
        new PersonName("店主样本"),
        new PhoneNumber("+8613800000001"),
        place.community(),
        place.address(),
        Optional.empty(),
        true,
        Optional.empty(),
        place.socialCreditCode());
  }

  private static void added(boolean done) {
    if (!done) {
      throw new IllegalStateException("the demo's places are wrong");
    }
  }
}
