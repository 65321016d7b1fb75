package cn.venuepass.domain.person;

import java.time.Instant;

/**
 * An account holder looks after a person without a phone (亲情号), and consents for them.
 *
 * @param name as the guardian typed it
 * @param consent the guardian's, for the person (Personal Information Protection Law, article 31)
 * @param since from when on the guardian sees the person's visits
 */
public record FamilyLink(
    FamilyLinkId id,
    AccountId guardian,
    PersonId person,
    PersonName name,
    Relation relation,
    Consent consent,
    Instant since) {
  /** How many people one account looks after at most. */
  public static final int MOST = 10;
}
