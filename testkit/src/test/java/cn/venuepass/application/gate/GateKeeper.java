package cn.venuepass.application.gate;

import static cn.venuepass.application.Answers.done;

import cn.venuepass.application.Result;
import cn.venuepass.application.gate.RegisterPerson.Registered;
import cn.venuepass.application.gate.RegisterPerson.Registration;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.testkit.TestApplication;
import java.util.Optional;

/** A manager who registers people at the gate of a venue. */
final class GateKeeper {
  static final PersonName NAME = new PersonName("访客样本");

  private final TestApplication app;
  private final Caller.Resident manager;
  private final VenueId venue;

  GateKeeper(TestApplication app, Caller.Resident manager, VenueId venue) {
    this.app = app;
    this.manager = manager;
    this.venue = venue;
  }

  static Credential typed(ResidentIdNumber idNumber) {
    return new Credential.IdNumber(idNumber, Optional.of(NAME));
  }

  static Credential scanned(String code) {
    return new Credential.PassCode(code);
  }

  /** The code on the person's screen now. */
  static Credential onScreen(TestApplication app, PersonId person) {
    return scanned(app.passCodes().issue(person, app.clock().instant()).code());
  }

  Result<Registered> register(Direction direction, Credential credential) {
    return register(app.fixtures().aScanId(), direction, credential);
  }

  Result<Registered> register(ScanId scan, Direction direction, Credential credential) {
    return register(new Registration(scan, direction, credential, false));
  }

  Result<Registered> register(Registration registration) {
    return app.useCases().gate().registerPerson().register(manager, venue, registration);
  }

  ScanRecord letsIn(Credential credential) {
    return done(register(Direction.IN, credential)).record();
  }

  ScanRecord letsOut(Credential credential) {
    return done(register(Direction.OUT, credential)).record();
  }
}
