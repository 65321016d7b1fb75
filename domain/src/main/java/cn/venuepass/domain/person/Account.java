package cn.venuepass.domain.person;

import java.util.Optional;

/** A person's access to the service; real-named once it is bound to a person, for good. */
public record Account(AccountId id, Optional<PersonId> person, Optional<Consent> consent) {
  public boolean realNamed() {
    return person.isPresent();
  }
}
