package cn.venuepass.application.photo;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.INSPECTION_NOT_OPEN;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.PHOTOS_FULL;
import static cn.venuepass.application.Denial.Plain.UNREADABLE_PHOTO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.OddStores;
import cn.venuepass.application.Result;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.inspection.Inspections;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionStep.By;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.photo.PhotoId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeepPhotosTest {
  private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 'p', 'i', 'c', 't', 'u', 'r'};

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode community = fixtures.aCommunity();
  private final Caller.Staff supervisor = aStaffMember(app, Role.SUPERVISOR, community);
  private final Caller.Staff elsewhere = aStaffMember(app, Role.SUPERVISOR, fixtures.aCommunity());
  private final Caller.Resident applicant = aResident(app);
  private final Venue venue = fixtures.aVenue().in(community).by(applicant.account()).add();
  private final Inspection inspection = Inspections.ordered(app, supervisor, venue.id(), 7);

  @Test
  void aPhotoShouldBeKeptSealedAndShownToWhoeverSeesTheInspection() {
    Photo one = done(add(supervisor));
    Photo two = done(add(applicant));
    assertThat(done(photos().list(applicant, inspection.id()))).containsExactlyInAnyOrder(one, two);
    assertThat(one.by()).isEqualTo(By.SUPERVISOR);
    assertThat(two.by()).isEqualTo(By.VENUE);
    assertThat(done(photos().open(applicant, inspection.id(), one.id()))).isEqualTo(PICTURE);
    assertThat(done(photos().open(supervisor, inspection.id(), two.id()))).isEqualTo(PICTURE);
    byte[] sealed = app.photos().get(one.content()).orElseThrow();
    assertThat(new String(sealed, UTF_8)).doesNotContain("pictur");
    assertThat(LoggedEvents.of(app, AuditAction.INSPECTION_PHOTO_ADDED)).hasSize(2);
    assertThat(LoggedEvents.of(app, AuditAction.INSPECTION_PHOTO_VIEWED)).hasSize(2);
  }

  @Test
  void nobodyElseShouldAddOrSeeAnything() {
    Photo photo = done(add(supervisor));
    for (Caller stranger : new Caller[] {elsewhere, aResident(app)}) {
      assertThat(denied(add(stranger))).isEqualTo(NOT_FOUND);
      assertThat(denied(photos().list(stranger, inspection.id()))).isEqualTo(NOT_FOUND);
      assertThat(denied(photos().open(stranger, inspection.id(), photo.id()))).isEqualTo(NOT_FOUND);
    }
    var other = fixtures.anInspection(Premises.of(venue), Optional.empty());
    assertThat(denied(photos().open(supervisor, other.id(), photo.id()))).isEqualTo(NOT_FOUND);
    var unknown = new PhotoId(UUID.randomUUID());
    assertThat(denied(photos().open(supervisor, inspection.id(), unknown))).isEqualTo(NOT_FOUND);
    assertThat(app.photos().names()).containsExactly(photo.content());
  }

  @Test
  void theVenueShouldAddPhotosOnlyWhileItHasSomethingToPutRight() {
    Inspection settled = fixtures.anInspection(Premises.of(venue), Optional.empty());
    assertThat(denied(photos().add(applicant, settled.id(), PICTURE, Optional.empty())))
        .isEqualTo(INSPECTION_NOT_OPEN);
    assertThat(done(photos().add(supervisor, settled.id(), PICTURE, Optional.empty())).by())
        .isEqualTo(By.SUPERVISOR);
  }

  @Test
  void noMoreThanTenShouldBeKeptAndNothingOfTheEleventh() {
    for (int i = 0; i < Photo.MOST; i++) {
      done(add(supervisor));
    }
    assertThat(denied(add(supervisor))).isEqualTo(PHOTOS_FULL);
    assertThat(app.photos().names()).hasSize(Photo.MOST);
  }

  @Test
  void garbageShouldNotBeKept() {
    byte[] garbage = "garbage".getBytes(UTF_8);
    assertThat(denied(photos().add(supervisor, inspection.id(), garbage, Optional.empty())))
        .isEqualTo(UNREADABLE_PHOTO);
    assertThat(app.photos().names()).isEmpty();
  }

  @Test
  void oneKeyShouldAddOnePhoto() {
    var key = Optional.of(new CreationKey(applicant.account(), "photo", "k"));
    Photo photo = done(photos().add(applicant, inspection.id(), PICTURE, key));
    assertThat(done(photos().add(applicant, inspection.id(), PICTURE, key))).isEqualTo(photo);
    assertThat(app.photos().names()).containsExactly(photo.content());
    assertThat(done(photos().open(applicant, inspection.id(), photo.id()))).isEqualTo(PICTURE);
  }

  @Test
  void aStoreThatIsDownShouldLeaveNothingHalfKept() {
    app.photos().broken(true);
    assertThatThrownBy(() -> add(supervisor)).isInstanceOf(TemporarilyUnavailable.class);
    app.photos().broken(false);
    assertThat(done(photos().list(supervisor, inspection.id()))).isEmpty();
    assertThat(app.photos().names()).isEmpty();
  }

  @Test
  void whatNoPhotoHasShouldGoWithTheSecondSweep() {
    Photo kept = done(add(supervisor));
    var odd = new TestApplication(OddStores.withoutAuditLog(app.stores()));
    assertThatThrownBy(
            () ->
                odd.useCases()
                    .photo()
                    .keepPhotos()
                    .add(supervisor, inspection.id(), PICTURE, Optional.empty()))
        .isInstanceOf(AssertionError.class);
    assertThat(odd.photos().names()).hasSize(1);
    assertThat(done(photos().list(supervisor, inspection.id()))).containsExactly(kept);
    SweepPhotos sweep = odd.useCases().photo().sweepPhotos();
    assertThat(sweep.sweep()).isZero();
    assertThat(odd.photos().names()).hasSize(1);
    assertThat(sweep.sweep()).isEqualTo(1);
    assertThat(odd.photos().names()).isEmpty();
    assertThat(app.useCases().photo().sweepPhotos().sweep()).isZero();
    assertThat(app.useCases().photo().sweepPhotos().sweep()).isZero();
    assertThat(app.photos().names()).containsExactly(kept.content());
  }

  private Result<Photo> add(Caller caller) {
    return photos().add(caller, inspection.id(), PICTURE, Optional.empty());
  }

  private KeepPhotos photos() {
    return app.useCases().photo().keepPhotos();
  }
}
