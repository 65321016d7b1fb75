package cn.venuepass.domain.coverage;

import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;

/**
 * What a place lacks now.
 *
 * @param since since when, as far as is known
 * @param community where it lies
 * @param department which industry department supervises it
 */
public record Lack(
    Subject subject, Gap gap, Instant since, DivisionCode community, String department) {}
