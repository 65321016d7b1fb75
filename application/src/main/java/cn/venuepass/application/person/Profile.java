package cn.venuepass.application.person;

import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.Person;
import java.util.Optional;

/** An account with the person behind it, once it is real-named. */
public record Profile(Account account, Optional<Person> person) {}
