package cn.venuepass.application.gate;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.gate.GateKeeper.scanned;
import static cn.venuepass.application.gate.GateKeeper.typed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.gate.UploadRegistrations.KeptScan;
import cn.venuepass.application.gate.UploadRegistrations.Upload;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.domain.gate.GateDevice;
import cn.venuepass.domain.gate.ReceivedSequence.Run;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ViewDevicesTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final VenueId venue = fixtures.aVenue().by(applicant.account()).add().id();

  @Test
  void listShouldShowTheLastNumberAndTheGaps() {
    upload("gate-1", kept(typed(SampleIdNumbers.next()), 1, 2, 5));
    assertThat(devices())
        .singleElement()
        .satisfies(
            device -> {
              assertThat(device.id()).isEqualTo(new DeviceId("gate-1"));
              assertThat(device.lastSeen()).isEqualTo(app.clock().instant());
              assertThat(device.received().last()).isEqualTo(5);
              assertThat(device.received().gaps()).containsExactly(new Run(3, 4));
            });
  }

  @Test
  void aLaterUploadShouldCloseAGap() {
    upload("gate-1", kept(typed(SampleIdNumbers.next()), 1, 3));
    app.clock().advance(Duration.ofHours(1));
    upload("gate-1", kept(typed(SampleIdNumbers.next()), 2));
    assertThat(devices())
        .singleElement()
        .satisfies(
            device -> {
              assertThat(device.received().gaps()).isEmpty();
              assertThat(device.lastSeen()).isEqualTo(app.clock().instant());
            });
  }

  @Test
  void whatIsDeniedOrUnreadableShouldHaveArrived() {
    upload(
        new Upload(
            new DeviceId("gate-1"),
            kept(scanned("0".repeat(80)), 1),
            List.of(new SequenceNumber(2))));
    assertThat(devices())
        .singleElement()
        .satisfies(
            device -> {
              assertThat(device.received().last()).isEqualTo(2);
              assertThat(device.received().gaps()).isEmpty();
            });
  }

  @Test
  void listShouldShowTheDevicesOfOneVenueInTheOrderOfTheirIds() {
    upload("gate-2", kept(typed(SampleIdNumbers.next()), 1));
    upload("gate-1", kept(typed(SampleIdNumbers.next()), 1));
    assertThat(devices())
        .extracting(device -> device.id().text())
        .containsExactly("gate-1", "gate-2");
    VenueId other = fixtures.aVenue().by(applicant.account()).add().id();
    assertThat(done(view().list(applicant, other))).isEmpty();
  }

  @Test
  void listShouldBeForTheVenuesActiveManagers() {
    Caller.Resident other = aResident(app);
    assertThat(denied(view().list(other, venue))).isEqualTo(NOT_FOUND);
    var activeFrom = app.clock().instant().plus(Duration.ofHours(1));
    fixtures.aManager(
        venue, app.stores().people().find(other.person().orElseThrow()).orElseThrow(), activeFrom);
    assertThat(denied(view().list(other, venue)))
        .isEqualTo(new Denial.ManagerNotActive(activeFrom));
  }

  private void upload(String device, List<KeptScan> scans) {
    upload(new Upload(new DeviceId(device), scans, List.of()));
  }

  private void upload(Upload upload) {
    done(app.useCases().gate().uploadRegistrations().upload(applicant, venue, upload));
  }

  private List<KeptScan> kept(Credential credential, long... numbers) {
    return LongStream.of(numbers)
        .mapToObj(
            number ->
                new KeptScan(
                    fixtures.aScanId(),
                    new SequenceNumber(number),
                    app.clock().instant(),
                    Direction.IN,
                    credential))
        .toList();
  }

  private List<GateDevice> devices() {
    return done(view().list(applicant, venue));
  }

  private ViewDevices view() {
    return app.useCases().gate().viewDevices();
  }
}
