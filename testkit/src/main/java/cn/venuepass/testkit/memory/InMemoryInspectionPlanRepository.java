package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.inspection.InspectionPlanRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.InspectionPlan.Item;
import cn.venuepass.domain.inspection.InspectionPlanId;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Venue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemoryInspectionPlanRepository implements InspectionPlanRepository {
  private final InMemoryStore store;
  private final InMemoryVenueRepository venues;
  private final InMemorySurveyPlaceRepository places;
  private final InMemoryInspectionRepository inspections;
  private final Map<InspectionPlanId, InspectionPlan> plans;

  InMemoryInspectionPlanRepository(
      InMemoryStore store,
      InMemoryVenueRepository venues,
      InMemorySurveyPlaceRepository places,
      InMemoryInspectionRepository inspections) {
    this.store = store;
    this.venues = venues;
    this.places = places;
    this.inspections = inspections;
    this.plans = store.table();
  }

  @Override
  public List<Premises> candidates(Jurisdiction jurisdiction, Candidates which) {
    return store.run(
        () ->
            Stream.concat(
                    venues.approved().map(Premises::of),
                    places.standing().filter(place -> !isApproved(place)).map(Premises::of))
                .filter(premises -> inspections.lies(premises, jurisdiction))
                .filter(premises -> inspections.isWithin(premises, which.division()))
                .filter(
                    premises ->
                        which.type().filter(type -> !type.equals(premises.type())).isEmpty())
                .filter(
                    premises ->
                        which
                            .notInspectedSince()
                            .filter(since -> wasInspected(premises, since))
                            .isEmpty())
                .toList());
  }

  @Override
  public void add(InspectionPlan plan) {
    store.run(() -> plans.put(plan.id(), plan));
  }

  @Override
  public Optional<InspectionPlan> findWithin(InspectionPlanId plan, Jurisdiction jurisdiction) {
    return store.run(
        () ->
            Optional.ofNullable(plans.get(plan))
                .map(known -> with(known, within(known, jurisdiction)))
                .filter(known -> !known.items().isEmpty()));
  }

  @Override
  public Page<Listed> listWithin(Jurisdiction jurisdiction, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                plans.values().stream()
                    .map(plan -> listed(plan, within(plan, jurisdiction)))
                    .filter(listed -> listed.items() > 0),
                request,
                listed -> new Cursor(listed.plan().madeAt(), listed.plan().id().value())));
  }

  @Override
  public void tick(Collection<Premises.Target> targets, InspectionPlan.Done done) {
    Function<Item, Item> ticked =
        item ->
            item.done().isEmpty() && targets.contains(item.premises().target())
                ? new Item(item.premises(), Optional.of(done))
                : item;
    store.run(
        () -> {
          plans.replaceAll((id, plan) -> with(plan, plan.items().stream().map(ticked).toList()));
          return plans.size();
        });
  }

  /** Whether some item of a plan is like that. */
  boolean anyIs(Predicate<Premises> like) {
    return plans.values().stream()
        .flatMap(plan -> plan.items().stream())
        .anyMatch(item -> like.test(item.premises()));
  }

  private List<Item> within(InspectionPlan plan, Jurisdiction jurisdiction) {
    return plan.items().stream()
        .filter(item -> inspections.lies(item.premises(), jurisdiction))
        .toList();
  }

  private static Listed listed(InspectionPlan plan, List<Item> items) {
    int done = (int) items.stream().filter(item -> item.done().isPresent()).count();
    return new Listed(with(plan, List.of()), items.size(), done);
  }

  private static InspectionPlan with(InspectionPlan plan, List<Item> items) {
    return new InspectionPlan(
        plan.id(), plan.name(), plan.madeBy(), plan.madeAt(), plan.dueAt(), plan.drawn(), items);
  }

  private boolean isApproved(SurveyPlace place) {
    return place
        .link()
        .map(PlaceLink::venue)
        .flatMap(venues::findAny)
        .filter(Venue::isApproved)
        .isPresent();
  }

  private boolean wasInspected(Premises premises, Instant since) {
    UUID id = premises.target().id();
    Optional<UUID> foundAs =
        premises.target().venue().flatMap(places::findByVenue).map(place -> place.id().value());
    return inspections.anyIs(
        inspection -> {
          UUID inspected = inspection.premises().target().id();
          return !inspection.at().isBefore(since)
              && (inspected.equals(id) || foundAs.equals(Optional.of(inspected)));
        });
  }
}
