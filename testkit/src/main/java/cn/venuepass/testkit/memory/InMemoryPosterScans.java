package cn.venuepass.testkit.memory;

import cn.venuepass.application.posterlife.PosterScans;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.posterlife.BusyHour;
import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.posterlife.OwnScan;
import cn.venuepass.domain.posterlife.PosterDay;
import cn.venuepass.domain.posterlife.TwoPlaces;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.testkit.memory.InMemoryVisitLedger.PosterPassage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class InMemoryPosterScans implements PosterScans {
  private final InMemoryStore store;
  private final InMemoryVisitLedger ledger;
  private final InMemoryPosterDays days;
  private final InMemoryPosterRepository posters;
  private final InMemoryVenueRepository venues;
  private final InMemoryDivisionRepository divisions;

  InMemoryPosterScans(
      InMemoryStore store,
      InMemoryVisitLedger ledger,
      InMemoryPosterDays days,
      InMemoryPosterRepository posters,
      InMemoryVenueRepository venues,
      InMemoryDivisionRepository divisions) {
    this.store = store;
    this.ledger = ledger;
    this.days = days;
    this.posters = posters;
    this.venues = venues;
    this.divisions = divisions;
  }

  @Override
  public List<BusyHour> listBusyHours(LocalDate day, int least, int pastDays) {
    return store.run(
        () -> {
          Map<Hour, List<PosterPassage>> hours =
              days.passages(day).collect(Collectors.groupingBy(Hour::of));
          return hours.entrySet().stream()
              .filter(hour -> hour.getValue().size() > least)
              .map(hour -> busyHour(hour.getKey(), hour.getValue(), day, pastDays))
              .toList();
        });
  }

  private BusyHour busyHour(Hour hour, List<PosterPassage> passages, LocalDate day, int pastDays) {
    List<PosterDay> past = days.daysOf(hour.poster(), day.minusDays(pastDays), day);
    List<Instant> times = passages.stream().map(PosterPassage::at).sorted().toList();
    return new BusyHour(
        hour.poster(),
        posters.findAny(hour.poster()).orElseThrow().venue(),
        hour.begin(),
        passages.size(),
        (int) passages.stream().map(PosterPassage::person).distinct().count(),
        times.get(0),
        times.get(times.size() - 1),
        new BusyHour.Past(past.size(), past.stream().mapToInt(PosterDay::busiestHour).sum()));
  }

  @Override
  public List<TwoPlaces> listTwoPlaces(Instant from, Instant to, Duration within) {
    return store.run(
        () -> {
          Map<PersonId, List<OwnScan>> own =
              ledger
                  .passages()
                  .filter(InMemoryPosterScans::isOwnEntry)
                  .filter(entry -> lies(entry.at(), from.minus(within), to))
                  .sorted(
                      Comparator.comparing(PosterPassage::at)
                          .thenComparing(entry -> entry.passage().visit().value().toString()))
                  .map(this::ownScan)
                  .collect(Collectors.groupingBy(OwnScan::person));
          List<TwoPlaces> places = new ArrayList<>();
          for (List<OwnScan> scans : own.values()) {
            for (int i = 1; i < scans.size(); i++) {
              places.add(new TwoPlaces(scans.get(i - 1), scans.get(i)));
            }
          }
          return places.stream()
              .filter(pair -> !pair.second().passage().at().isBefore(from))
              .filter(pair -> !at(pair.first()).isBefore(at(pair.second()).minus(within)))
              .filter(pair -> !pair.first().territory().equals(pair.second().territory()))
              .toList();
        });
  }

  @Override
  public List<DoubtfulScan> listOf(VenueId venue, PosterId poster, Instant from, Instant to) {
    return store.run(
        () ->
            ledger
                .passages()
                .filter(passage -> passage.poster().equals(poster))
                .filter(passage -> passage.passage().venue().equals(venue))
                .filter(passage -> lies(passage.at(), from, to))
                .map(PosterPassage::passage)
                .toList());
  }

  private static boolean isOwnEntry(PosterPassage passage) {
    return passage.method() == ScanMethod.POSTER && passage.passage().direction() == Direction.IN;
  }

  private OwnScan ownScan(PosterPassage entry) {
    return new OwnScan(
        entry.person(), entry.poster(), territory(entry.passage().venue()), entry.passage());
  }

  private DivisionCode territory(VenueId venue) {
    DivisionCode community = venues.findAny(venue).orElseThrow().details().community();
    return divisions.find(community).flatMap(Division::parent).orElse(community);
  }

  private static Instant at(OwnScan scan) {
    return scan.passage().at();
  }

  private static boolean lies(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private record Hour(PosterId poster, Instant begin) {
    static Hour of(PosterPassage passage) {
      return new Hour(passage.poster(), passage.at().truncatedTo(ChronoUnit.HOURS));
    }
  }
}
