package cn.venuepass.application;

import static cn.venuepass.application.Answers.done;

import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.Relation;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import java.util.Optional;

/** People without a phone, and who looks after them. */
public final class Families {
  public static final PersonName NAME = new PersonName("家人样本");
  public static final Relation MOTHER = new Relation("母亲");

  private Families() {}

  /** Somebody new whom the guardian looks after from now on. */
  public static FamilyLink aFamilyMember(TestApplication app, Caller.Resident guardian) {
    return aFamilyMember(app, guardian, SampleIdNumbers.next());
  }

  public static FamilyLink aFamilyMember(
      TestApplication app, Caller.Resident guardian, ResidentIdNumber idNumber) {
    return done(app.useCases()
            .person()
            .lookAfterFamily()
            .add(guardian, idNumber, NAME, MOTHER, Optional.empty()))
        .link();
  }

  /** The code of a new paper pass for the member. */
  public static String aPaperPass(
      TestApplication app, Caller.Resident guardian, FamilyLink member) {
    return done(app.useCases().pass().managePaperPasses().issue(guardian, member.id())).code();
  }
}
