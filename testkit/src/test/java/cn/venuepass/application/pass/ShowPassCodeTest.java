package cn.venuepass.application.pass;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStranger;
import static cn.venuepass.application.Denial.Plain.IDENTITY_REQUIRED;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Families.aFamilyMember;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Result;
import cn.venuepass.application.venue.QrCodeRenderer.Format;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.pass.PassCode;
import cn.venuepass.domain.pass.PassCodes.Issued;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowPassCodeTest {
  private final TestApplication app = new TestApplication();
  private final Caller.Resident resident = aResident(app);

  @Test
  void showShouldMakeACodeForOneselfThatIsGoodForFiveMinutes() {
    Issued issued = done(show(resident, Optional.empty()));
    assertThat(issued.expiresAt()).isEqualTo(app.clock().instant().plus(Duration.ofMinutes(5)));
    assertThat(app.passCodes().read(issued.code()))
        .contains(new PassCode.OnScreen(resident.person().orElseThrow(), issued.expiresAt()));
  }

  @Test
  void showShouldMakeACodeForAFamilyMember() {
    FamilyLink member = aFamilyMember(app, resident);
    Issued issued = done(show(resident, Optional.of(member.id())));
    assertThat(app.passCodes().read(issued.code()))
        .contains(new PassCode.OnScreen(member.person(), issued.expiresAt()));
  }

  @Test
  void showShouldMakeAnotherCodeEachTime() {
    assertThat(done(show(resident, Optional.empty())).code())
        .isNotEqualTo(done(show(resident, Optional.empty())).code());
  }

  @Test
  void showShouldRequireAnIdentity() {
    assertThat(denied(show(aStranger(app), Optional.empty()))).isEqualTo(IDENTITY_REQUIRED);
  }

  @Test
  void showShouldNotFindTheMemberOfSomebodyElse() {
    FamilyLink member = aFamilyMember(app, aResident(app));
    assertThat(denied(show(resident, Optional.of(member.id())))).isEqualTo(NOT_FOUND);
  }

  @Test
  void showShouldNotFindAMemberWhoWasRemovedOrHasAnAccountByNow() {
    FamilyLink removed = aFamilyMember(app, resident);
    done(app.useCases().person().lookAfterFamily().remove(resident, removed.id()));
    assertThat(denied(show(resident, Optional.of(removed.id())))).isEqualTo(NOT_FOUND);
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    FamilyLink grown = aFamilyMember(app, resident, idNumber);
    aResident(app, idNumber);
    assertThat(denied(show(resident, Optional.of(grown.id())))).isEqualTo(NOT_FOUND);
  }

  @Test
  void drawShouldPictureAFreshCode() {
    FamilyLink member = aFamilyMember(app, resident);
    String picture =
        new String(done(codes().draw(resident, Optional.of(member.id()), Format.SVG)), UTF_8);
    assertThat(picture).startsWith("SVG:");
    assertThat(app.passCodes().read(picture.substring("SVG:".length())))
        .containsInstanceOf(PassCode.OnScreen.class);
    assertThat(denied(codes().draw(aStranger(app), Optional.empty(), Format.PNG)))
        .isEqualTo(IDENTITY_REQUIRED);
  }

  private Result<Issued> show(Caller.Resident who, Optional<FamilyLinkId> member) {
    return codes().show(who, member);
  }

  private ShowPassCode codes() {
    return app.useCases().pass().showPassCode();
  }
}
