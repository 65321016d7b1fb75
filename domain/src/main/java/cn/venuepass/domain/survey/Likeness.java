package cn.venuepass.domain.survey;

import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Optional;

/**
 * How a place or a venue looks to whoever compares them. Of the score, 0 to 100, the name gives 60
 * and the address 40; another type takes 10 away, and whoever has two different social credit codes
 * is never surely the same.
 */
public record Likeness(
    Wording name, Wording address, VenueTypeCode type, Optional<SocialCreditCode> code) {
  /** From here on the two are the same, if nothing else comes near. */
  public static final int SURE = 90;

  /** From here on a person is asked. */
  public static final int OFFERED = 60;

  /** What scores at least so little less than the best comes near it. */
  public static final int NEAR = 15;

  private static final int NAME = 60;
  private static final int ADDRESS = 40;
  private static final int OTHER_TYPE = 10;

  public static Likeness of(SurveyPlace place) {
    PlaceDetails details = place.details();
    return of(details.name(), details.address(), details.type(), details.socialCreditCode());
  }

  public static Likeness of(AppliedVenue venue) {
    return of(venue.name(), venue.address(), venue.type(), venue.socialCreditCode());
  }

  private static Likeness of(
      VenueName name, Address address, VenueTypeCode type, Optional<SocialCreditCode> code) {
    return new Likeness(Wording.ofName(name.text()), Wording.ofAddress(address.text()), type, code);
  }

  public int score(Likeness other) {
    return score(other, name.likeness(other.name));
  }

  /** The same, where it is known how alike the names are. */
  int score(Likeness other, double names) {
    if (!mayBeOffered(names)) {
      return 0;
    }
    double sum = NAME * names + ADDRESS * address.likeness(other.address);
    long score = Math.round(sum) - (type.equals(other.type) ? 0 : OTHER_TYPE);
    return (int) Math.max(0, hasAnotherCode(other) ? Math.min(score, SURE - 1) : score);
  }

  /** Whether names that are so alike can come to an offer, if the addresses are the same. */
  static boolean mayBeOffered(double names) {
    return NAME * names + ADDRESS >= OFFERED;
  }

  private boolean hasAnotherCode(Likeness other) {
    return code.isPresent() && other.code.isPresent() && !code.equals(other.code);
  }
}
