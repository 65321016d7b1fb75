package cn.venuepass.application.survey;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.Turns;
import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.survey.ImportSlices.Slice;
import cn.venuepass.application.venue.CommunityChanges;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.survey.SurveyImport;
import cn.venuepass.domain.survey.SurveyImport.OnBadLine;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyPlaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works lists off in slices; where nothing is to be kept of a list with a bad line, in one. */
final class ImportWork implements WorkOffImports {
  private static final String WORK = "survey-import";
  private static final Duration TURN = Duration.ofSeconds(30);

  /** A list of which all or nothing is kept is worked off in one transaction. */
  private static final Duration TURN_OF_WHOLE = Duration.ofMinutes(10);

  private static final int SLICE = 500;
  private static final int MOST_TRIES = 5;

  private final SurveyImportRepository imports;
  private final SurveyPlaceRepository places;
  private final ImportSlices slices;
  private final CommunityChanges changes;
  private final StaffRepository staff;
  private final Transactions transactions;
  private final Turns turns;
  private final InstantSource clock;

  ImportWork(
      SurveyImportRepository imports,
      SurveyPlaceRepository places,
      ImportSlices slices,
      CommunityChanges changes,
      StaffRepository staff,
      Transactions transactions,
      Turns turns,
      InstantSource clock) {
    this.imports = imports;
    this.places = places;
    this.slices = slices;
    this.changes = changes;
    this.staff = staff;
    this.transactions = transactions;
    this.turns = turns;
    this.clock = clock;
  }

  @Override
  public void workOff() {
    boolean more = true;
    Optional<SurveyImport> next = imports.findUnfinished();
    while (more && next.isPresent()) {
      Instant now = clock.instant();
      Duration turn = next.get().onBadLine() == OnBadLine.KEEP_NONE ? TURN_OF_WHOLE : TURN;
      more = turns.inTurn(WORK, now, now.plus(turn), this::goOn);
      next = imports.findUnfinished();
    }
  }

  /** One slice; a list that nobody could ever work off does not stand in the way of others. */
  private void goOn() {
    Optional<SurveyImport> list = imports.findUnfinished();
    try {
      retried();
    } catch (Overtaken | TemporarilyUnavailable e) {
      throw new TemporarilyUnavailable("a list of places waits", e);
    } catch (RuntimeException e) {
      list.ifPresent(known -> giveUp(known));
      throw e;
    }
  }

  private void retried() {
    for (int i = 1; i <= MOST_TRIES; i++) {
      try {
        boolean unused =
            transactions.run(() -> imports.findUnfinished().map(this::nextStep).isPresent());
        return;
      } catch (Overtaken e) {
        if (i == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private SurveyImport nextStep(SurveyImport list) {
    return rightsOf(list)
        .map(own -> step(list, own))
        .orElseGet(() -> stored(list, list.failed(clock.instant()), List.of(), Map.of()));
  }

  private void giveUp(SurveyImport list) {
    boolean unused = imports.advance(list, list.failed(clock.instant()), List.of(), Map.of());
  }

  private Optional<Jurisdiction> rightsOf(SurveyImport list) {
    return staff
        .find(list.by())
        .filter(account -> account.enabled() && account.roles().contains(Role.SUPERVISOR))
        .map(StaffAccount::jurisdiction);
  }

  /** Works a list off to its end, in the transaction that is running. */
  SurveyImport finish(SurveyImport list, Jurisdiction jurisdiction) {
    SurveyImport now = list;
    while (now.state().isUnfinished()) {
      now = step(now, jurisdiction);
    }
    return now;
  }

  private SurveyImport step(SurveyImport list, Jurisdiction jurisdiction) {
    return list.onBadLine() == OnBadLine.KEEP_NONE
        ? whole(list, jurisdiction)
        : slice(list, jurisdiction);
  }

  private SurveyImport slice(SurveyImport list, Jurisdiction jurisdiction) {
    Instant now = clock.instant();
    List<SurveyLine> lines = imports.lines(list.id(), list.done(), SLICE);
    Slice slice = slices.examine(lines, jurisdiction, now, ids -> imports.named(list.id(), ids));
    keep(slice);
    return stored(list, list.after(slice.tally(), now), slice.bad(), slice.good());
  }

  private SurveyImport whole(SurveyImport list, Jurisdiction jurisdiction) {
    Instant now = clock.instant();
    Set<SurveyPlaceId> named = new HashSet<>();
    List<Slice> all = new ArrayList<>();
    for (int first = 0; first < list.lines(); first += SLICE) {
      Slice slice =
          slices.examine(imports.lines(list.id(), first, SLICE), jurisdiction, now, ids -> named);
      named.addAll(slice.good().values());
      all.add(slice);
    }
    List<SurveyLine> bad = all.stream().flatMap(slice -> slice.bad().stream()).toList();
    if (!bad.isEmpty()) {
      return stored(list, list.withNothingKept(bad.size(), now), bad, Map.of());
    }
    SurveyImport result = list;
    for (Slice slice : all) {
      keep(slice);
      result = stored(result, result.after(slice.tally(), now), slice.bad(), slice.good());
    }
    return result;
  }

  private void keep(Slice slice) {
    if (!places.store(slice.added(), slice.changed())) {
      throw new Overtaken();
    }
  }

  private SurveyImport stored(
      SurveyImport before,
      SurveyImport after,
      List<SurveyLine> bad,
      Map<Integer, SurveyPlaceId> good) {
    if (!imports.advance(before, after, bad, good)) {
      throw new Overtaken();
    }
    if (!after.state().isUnfinished() && after.tally().accepted() > 0) {
      changes.note(imports.communitiesOf(after.id()), clock.instant());
    }
    return after;
  }
}
