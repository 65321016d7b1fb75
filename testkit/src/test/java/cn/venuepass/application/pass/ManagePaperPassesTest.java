package cn.venuepass.application.pass;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Families.NAME;
import static cn.venuepass.application.Families.aFamilyMember;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.pass.ManagePaperPasses.IssuedPass;
import cn.venuepass.application.venue.QrCodeRenderer.Format;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.pass.PaperPass;
import cn.venuepass.domain.pass.PassCode;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagePaperPassesTest {
  private final TestApplication app = new TestApplication();
  private final Caller.Resident guardian = aResident(app);
  private final ResidentIdNumber idNumber = SampleIdNumbers.next();
  private final FamilyLink member = aFamilyMember(app, guardian, idNumber);

  @Test
  void issueShouldMakeAPassThatIsGood() {
    IssuedPass issued = done(passes().issue(guardian, member.id()));
    assertThat(issued.issuedAt()).isEqualTo(now());
    PaperPass good = good();
    assertThat(good.person()).isEqualTo(member.person());
    assertThat(good.issuedBy()).isEqualTo(guardian.account());
    assertThat(app.passCodes().read(issued.code())).contains(new PassCode.OnPaper(good.id()));
    assertThat(done(passes().view(guardian, member.id()))).isEqualTo(issued);
  }

  @Test
  void issueShouldRevokeThePassThatThePersonHad() {
    done(passes().issue(guardian, member.id()));
    PaperPass first = good();
    app.clock().advance(Duration.ofDays(1));
    IssuedPass second = done(passes().issue(guardian, member.id()));
    assertThat(app.stores().paperPasses().find(first.id()).flatMap(PaperPass::revokedAt))
        .contains(now());
    assertThat(done(passes().view(guardian, member.id()))).isEqualTo(second);
  }

  @Test
  void issueShouldRevokeThePassThatAnotherGuardianIssued() {
    Caller.Resident other = aResident(app);
    FamilyLink theirs = aFamilyMember(app, other, idNumber);
    done(passes().issue(other, theirs.id()));
    IssuedPass mine = done(passes().issue(guardian, member.id()));
    assertThat(done(passes().view(guardian, member.id()))).isEqualTo(mine);
    assertThat(denied(passes().view(other, theirs.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(passes().print(other, theirs.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(passes().revoke(other, theirs.id()))).isEqualTo(NOT_FOUND);
    assertThat(good().revokedAt()).isEmpty();
  }

  @Test
  void viewShouldFindNothingBeforeAPassIsIssued() {
    assertNoPass();
  }

  @Test
  void revokeShouldEndThePass() {
    done(passes().issue(guardian, member.id()));
    PaperPass pass = good();
    app.clock().advance(Duration.ofDays(1));
    assertThat(done(passes().revoke(guardian, member.id()))).isEqualTo(pass.id());
    assertThat(app.stores().paperPasses().find(pass.id()).flatMap(PaperPass::revokedAt))
        .contains(now());
    assertNoPass();
  }

  @Test
  void drawShouldPictureTheCode() {
    IssuedPass issued = done(passes().issue(guardian, member.id()));
    assertThat(text(passes().draw(guardian, member.id(), Format.PNG)))
        .isEqualTo("PNG:" + issued.code());
  }

  @Test
  void printShouldShowTheCodeAndTheMaskedName() {
    IssuedPass issued = done(passes().issue(guardian, member.id()));
    assertThat(text(passes().print(guardian, member.id())))
        .isEqualTo("card " + issued.code() + " " + NAME.masked());
  }

  @Test
  void theMemberOfSomebodyElseShouldNotBeFound() {
    done(passes().issue(guardian, member.id()));
    Caller.Resident other = aResident(app);
    assertThat(denials(other, member)).containsOnly(NOT_FOUND);
    assertThat(denied(passes().issue(other, member.id()))).isEqualTo(NOT_FOUND);
    assertThat(good().issuedBy()).isEqualTo(guardian.account());
  }

  @Test
  void aMemberWithAnAccountShouldNotBeFound() {
    aResident(app, idNumber);
    assertThat(denied(passes().issue(guardian, member.id()))).isEqualTo(NOT_FOUND);
  }

  @Test
  void anIssuedPassShouldNotPrintItsCode() {
    IssuedPass issued = done(passes().issue(guardian, member.id()));
    assertThat(issued.toString()).doesNotContain(issued.code());
  }

  private void assertNoPass() {
    assertThat(denials(guardian, member)).containsOnly(NOT_FOUND);
  }

  private List<Denial> denials(Caller.Resident who, FamilyLink link) {
    return List.of(
        denied(passes().view(who, link.id())),
        denied(passes().draw(who, link.id(), Format.SVG)),
        denied(passes().print(who, link.id())),
        denied(passes().revoke(who, link.id())));
  }

  private PaperPass good() {
    return app.stores().paperPasses().findGood(member.person()).orElseThrow();
  }

  private static String text(Result<byte[]> picture) {
    return new String(done(picture), UTF_8);
  }

  private ManagePaperPasses passes() {
    return app.useCases().pass().managePaperPasses();
  }

  private Instant now() {
    return app.clock().instant();
  }
}
