package cn.venuepass.domain.posterlife;

import cn.venuepass.domain.venue.PosterId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How a poster was scanned on a day in China. What counts are passages that opened or closed a stay
 * by that poster, those of companions too. Scans that found the person inside already, or that were
 * refused, are not told apart by poster.
 *
 * @param busiestHour how many there were in the hour that had the most
 */
public record PosterDay(
    PosterId poster, LocalDate day, int scans, int busiestHour, Instant lastScanAt) {}
