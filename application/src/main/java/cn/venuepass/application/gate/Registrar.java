package cn.venuepass.application.gate;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.PASS_CODE_EXPIRED;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.pass.Bearer;
import cn.venuepass.application.pass.PassReader;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What registering has in common, at a gate with network and without. */
final class Registrar {
  private final PassReader passes;
  private final PersonRepository people;
  private final VisitLedger ledger;

  Registrar(PassReader passes, PersonRepository people, VisitLedger ledger) {
    this.passes = passes;
    this.people = people;
    this.ledger = ledger;
  }

  /** Why a credential is no good, if that can be said without asking any store. */
  Optional<Denial> refusal(Credential credential, Instant at) {
    return credential instanceof Credential.PassCode pass
        ? passes.refusal(pass.code(), at, Duration.ZERO)
        : Optional.empty();
  }

  /** Whom a credential shows; nothing if it is a code that was not made here. */
  Optional<Bearer> bearer(Credential credential, Instant at, Duration tolerance) {
    if (credential instanceof Credential.PassCode pass) {
      return passes.read(pass.code(), at, tolerance);
    }
    var typed = (Credential.IdNumber) credential;
    Person person = people.findOrAdd(typed.number(), typed.name());
    return Optional.of(Bearer.typed(person.id()));
  }

  /** The same, of somebody who is known already; nobody is added. */
  Optional<Bearer> knownBearer(Credential credential, Instant at, Duration tolerance) {
    return credential instanceof Credential.IdNumber typed
        ? people.findByIdNumber(typed.number()).map(Bearer::typed)
        : bearer(credential, at, tolerance);
  }

  /** Applies the bearer's scan; by a code that is over, only an earlier answer is given. */
  Result<ScanRecord> apply(Scan scan, Bearer.Standing standing) {
    return switch (standing) {
      case GOOD -> Result.of(ledger.apply(scan), NOT_FOUND);
      case UNTIL_LATELY -> Result.of(ledger.findAnswer(scan), PASS_CODE_EXPIRED);
      case OVER -> Result.denied(PASS_CODE_EXPIRED);
    };
  }

  /** The answer to an earlier scan with that id. */
  Optional<ScanRecord> findAnswer(Scan scan) {
    return ledger.findAnswer(scan);
  }
}
