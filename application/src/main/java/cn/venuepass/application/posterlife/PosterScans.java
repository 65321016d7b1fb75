package cn.venuepass.application.posterlife;

import cn.venuepass.domain.posterlife.BusyHour;
import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.posterlife.TwoPlaces;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the ledger stored, looked at by poster. */
public interface PosterScans {

  /**
   * The hours of the day, in China, in which a poster was scanned more often than that, in no
   * order.
   *
   * @param pastDays how many days before the poster's past begins
   */
  List<BusyHour> listBusyHours(LocalDate day, int least, int pastDays);

  /**
   * Each entry in the half-open interval that a person scanned themselves, with their own entry
   * before, if that was in another territory and not longer ago than that; in no order.
   */
  List<TwoPlaces> listTwoPlaces(Instant from, Instant to, Duration within);

  /** The passages by that poster of the venue in the half-open interval, in no order. */
  List<DoubtfulScan> listOf(VenueId venue, PosterId poster, Instant from, Instant to);
}
