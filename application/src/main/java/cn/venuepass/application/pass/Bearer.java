package cn.venuepass.application.pass;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.visit.ScanMethod;

/** Whom an authentic pass code shows, and whether it may. */
public record Bearer(PersonId person, ScanMethod method, Standing standing) {

  /** How good a code was when it was read. */
  public enum Standing {
    GOOD,
    /** No longer good, but so lately that a scan sent again may carry it: only that is answered. */
    UNTIL_LATELY,
    OVER
  }

  /** Somebody whom a manager knows by their ID number. */
  public static Bearer typed(PersonId person) {
    return new Bearer(person, ScanMethod.ID_NUMBER, Standing.GOOD);
  }
}
