package cn.venuepass.application.posterlife;

import cn.venuepass.application.Days;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.Turns;
import cn.venuepass.domain.posterlife.BurstRule;
import cn.venuepass.domain.posterlife.BusyHour;
import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.posterlife.FarApart;
import cn.venuepass.domain.posterlife.OwnScan;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.visit.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class FollowService implements FollowPosters {
  private static final String WORK = "poster-life";

  /** After that long a node that has the turn is believed to be dead. */
  private static final Duration TURN = Duration.ofMinutes(30);

  /**
   * How much later than its time a scan may be stored: it waits for seconds, hardly for minutes.
   */
  private static final Duration LATE = Duration.ofHours(1);

  /** How far it looks back after an outage: as long as visits are kept by default. */
  private static final int MOST_DAYS = 28;

  private final Turns turns;
  private final Transactions transactions;
  private final PosterDays days;
  private final PosterScans scans;
  private final PosterWarningRepository warnings;
  private final BurstRule burst;
  private final FarApart farApart;
  private final IdGenerator ids;
  private final InstantSource clock;

  FollowService(
      Stores stores, BurstRule burst, FarApart farApart, IdGenerator ids, InstantSource clock) {
    this.turns = stores.turns();
    this.transactions = stores.transactions();
    this.days = stores.posterDays();
    this.scans = stores.posterScans();
    this.warnings = stores.posterWarnings();
    this.burst = burst;
    this.farApart = farApart;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public boolean follow() {
    Instant now = clock.instant();
    return turns.inTurn(WORK, now, now.plus(TURN), () -> followUntil(now));
  }

  /** A day at a time, so that a long outage is caught up step by step. */
  private void followUntil(Instant now) {
    LocalDate today = Days.of(now);
    LocalDate day = transactions.run(() -> firstDay(today));
    while (!day.isAfter(today)) {
      LocalDate open = day;
      day = transactions.run(() -> follow(open, now));
    }
  }

  private LocalDate firstDay(LocalDate today) {
    LocalDate open = Days.of(days.lockCountedUntil().minus(LATE));
    LocalDate earliest = today.minusDays(MOST_DAYS - 1L);
    return open.isBefore(earliest) ? earliest : open;
  }

  /** Gives the next day. */
  private LocalDate follow(LocalDate day, Instant now) {
    Instant counted = days.lockCountedUntil();
    days.recount(day);
    scans.listBusyHours(day, burst.leastToLookAt(), burst.pastDays()).stream()
        .filter(burst::isBurst)
        .forEach(this::warn);
    warnOfTwoPlaces(day);
    Instant end = Days.begin(day.plusDays(1));
    Instant until = end.isBefore(now) ? end : now;
    if (until.isAfter(counted)) {
      days.setCountedUntil(until);
    }
    return day.plusDays(1);
  }

  private void warn(BusyHour hour) {
    warnings.store(
        new PosterWarning(
            new PosterWarningId(ids.next()),
            hour.poster(),
            hour.venue(),
            Doubt.Kind.BURST,
            hour.begin(),
            hour.end(),
            hour.people(),
            hour.firstAt(),
            hour.lastAt(),
            Optional.empty()),
        scans.listOf(hour.venue(), hour.poster(), hour.begin(), hour.end()));
  }

  private void warnOfTwoPlaces(LocalDate day) {
    Map<PosterId, List<OwnScan>> byPoster =
        scans
            .listTwoPlaces(Days.begin(day), Days.begin(day.plusDays(1)), farApart.within())
            .stream()
            .filter(farApart::is)
            .flatMap(places -> places.scans().stream())
            .collect(Collectors.groupingBy(OwnScan::poster));
    byPoster.forEach((poster, own) -> warn(poster, day, own));
  }

  private void warn(PosterId poster, LocalDate day, List<OwnScan> own) {
    List<DoubtfulScan> doubtful = own.stream().map(OwnScan::passage).distinct().toList();
    List<Instant> times =
        doubtful.stream().map(DoubtfulScan::at).sorted(Comparator.naturalOrder()).toList();
    warnings.store(
        new PosterWarning(
            new PosterWarningId(ids.next()),
            poster,
            doubtful.get(0).venue(),
            Doubt.Kind.TWO_PLACES,
            Days.begin(day),
            Days.begin(day.plusDays(1)),
            (int) own.stream().map(OwnScan::person).distinct().count(),
            times.get(0),
            times.get(times.size() - 1),
            Optional.empty()),
        doubtful);
  }
}
