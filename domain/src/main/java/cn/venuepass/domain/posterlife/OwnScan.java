package cn.venuepass.domain.posterlife;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.PosterId;

/**
 * An entry that a person scanned themselves.
 *
 * @param territory where the venue lies
 */
public record OwnScan(
    PersonId person, PosterId poster, DivisionCode territory, DoubtfulScan passage) {}
