package cn.venuepass.application.posterlife;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.posterlife.PosterDay;
import cn.venuepass.domain.venue.PosterId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How often posters are scanned, day by day in China: counted from what the ledger stored, apart
 * from the way of a scan.
 */
public interface PosterDays {

  /** How long counts are kept: they hold nothing personal, and seasons can be compared. */
  Duration KEPT = Duration.ofDays(400);

  /**
   * Waits until no other node counts, until the transaction's end.
   *
   * @return until when it was counted; the epoch if never
   */
  Instant lockCountedUntil();

  /** Notes until when it was counted. */
  void setCountedUntil(Instant at);

  /** Counts the day anew; however often, it counts the same. */
  void recount(LocalDate day);

  /** The days from that one on, on which the poster was scanned, in order. */
  List<PosterDay> daysOf(PosterId poster, LocalDate from);

  /** The last scan that was counted. */
  Optional<Instant> lastScanOf(PosterId poster);

  /**
   * Posters of approved venues of the jurisdiction that were issued before that time, are not
   * revoked now, and were not scanned since; those issued first come first.
   */
  Page<SilentPoster> listSilent(
      Jurisdiction jurisdiction,
      Narrowing narrowing,
      Instant since,
      Instant now,
      PageRequest request);
}
