package cn.venuepass.application.survey;

import static java.util.Objects.requireNonNull;

import cn.venuepass.application.Transactions;
import cn.venuepass.application.Turns;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.survey.PlaceMatchRepository.Compared;
import cn.venuepass.application.venue.CommunityChanges;
import cn.venuepass.application.venue.CommunityChanges.Change;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.PlaceMatches;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares community by community where something has changed. */
final class MatchWork implements MatchPlaces {
  private static final String WORK = "survey-match";
  private static final Duration TURN = Duration.ofSeconds(30);
  private static final int CHANGES_AT_ONCE = 2_000;
  private static final int COMMUNITIES_AT_ONCE = 20;

  private final PlaceMatchRepository matches;
  private final SurveyPlaceRepository places;
  private final CommunityChanges changes;
  private final Transactions transactions;
  private final Turns turns;
  private final AuditTrail audit;
  private final InstantSource clock;

  MatchWork(
      PlaceMatchRepository matches,
      SurveyPlaceRepository places,
      CommunityChanges changes,
      Transactions transactions,
      Turns turns,
      AuditTrail audit,
      InstantSource clock) {
    this.matches = matches;
    this.places = places;
    this.changes = changes;
    this.transactions = transactions;
    this.turns = turns;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void matchChanged() {
    boolean more = true;
    while (more && !changes.list(1).isEmpty()) {
      Instant now = clock.instant();
      more = turns.inTurn(WORK, now, now.plus(TURN), this::goOn);
    }
  }

  @Override
  public void matchAll() {
    changes.note(matches.listUnsettled(), clock.instant());
    matchChanged();
  }

  private void goOn() {
    boolean unused =
        transactions.run(
            () -> {
              List<Change> noted = changes.list(CHANGES_AT_ONCE);
              Set<DivisionCode> communities =
                  noted.stream()
                      .map(Change::community)
                      .distinct()
                      .limit(COMMUNITIES_AT_ONCE)
                      .collect(Collectors.toSet());
              List<Change> due =
                  noted.stream().filter(one -> communities.contains(one.community())).toList();
              loosen(communities);
              match(communities);
              changes.forget(due);
              return due.isEmpty();
            });
  }

  /** A venue that was removed is no place any more. */
  private void loosen(Set<DivisionCode> communities) {
    for (SurveyPlace place : matches.listLinkedToRemoved(communities)) {
      if (places.replace(place.unlinked())) {
        note(AuditAction.SURVEY_PLACE_UNLINKED, List.of(place));
      }
    }
  }

  private void match(Set<DivisionCode> communities) {
    Compared compared = matches.compare(communities);
    PlaceMatches found =
        PlaceMatches.among(compared.places(), compared.venues(), compared.refused());
    Instant now = clock.instant();
    link(found.sure(), compared.places(), now);
    Map<PlacePair, Integer> offers = new HashMap<>(found.offers());
    offers.entrySet().removeAll(compared.offered().entrySet());
    matches.offer(offers, now);
    matches.withdraw(
        compared.offered().keySet().stream()
            .filter(pair -> !found.offers().containsKey(pair))
            .toList());
  }

  /** All at once; one by one where somebody was faster, who keeps what they have linked. */
  private void link(
      Map<PlacePair, PlaceLink.Ground> sure, List<SurveyPlace> compared, Instant now) {
    Map<SurveyPlaceId, SurveyPlace> byId =
        compared.stream()
            .collect(Collectors.toMap(SurveyPlace::id, Function.identity(), (one, same) -> one));
    Map<PlacePair, SurveyPlace> linked = new HashMap<>();
    sure.forEach(
        (pair, ground) ->
            linked.put(
                pair,
                requireNonNull(byId.get(pair.place()), "a place that was compared")
                    .linked(new PlaceLink(pair.venue(), ground, now))));
    if (!places.store(List.of(), List.copyOf(linked.values()))) {
      linked.values().removeIf(place -> !places.replace(place));
    }
    matches.settle(linked.keySet());
    note(AuditAction.SURVEY_PLACE_LINKED, linked.values());
  }

  private void note(AuditAction action, Collection<SurveyPlace> changed) {
    audit.note(
        new Actor.OfSystem(),
        changed.stream()
            .map(
                place ->
                    Deed.of(action, AuditPurpose.SUPERVISION)
                        .within(place.details().community())
                        .under(place.id().value().toString()))
            .toList());
  }
}
