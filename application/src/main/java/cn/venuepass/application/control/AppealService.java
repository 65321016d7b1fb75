package cn.venuepass.application.control;

import static cn.venuepass.application.Denial.Plain.APPEAL_DECIDED;
import static cn.venuepass.application.Denial.Plain.APPEAL_OPEN;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.CONTROL_ORDER_NOT_ACTIVE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.OWN_CONTROL_ORDER;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppeal.Decision;
import cn.venuepass.domain.control.ControlAppealId;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.control.ControlSignature;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class AppealService implements AppealAgainstControl, AnswerAppeals {
  private final ControlOrderRepository orders;
  private final ControlAppealRepository appeals;
  private final VenueRepository venues;
  private final FamilyRepository family;
  private final ControlNews news;
  private final ControlDeeds deeds;
  private final Creations creations;
  private final Transactions transactions;
  private final InstantSource clock;

  AppealService(
      ControlOrderRepository orders,
      ControlAppealRepository appeals,
      VenueRepository venues,
      FamilyRepository family,
      ControlNews news,
      ControlDeeds deeds,
      Creations creations,
      Transactions transactions,
      InstantSource clock) {
    this.orders = orders;
    this.appeals = appeals;
    this.venues = venues;
    this.family = family;
    this.news = news;
    this.deeds = deeds;
    this.creations = creations;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Page<Concerning> list(Caller.Resident resident, PageRequest request) {
    Page<ControlOrder> page = orders.listConcerning(resident.account(), resident.person(), request);
    Map<ControlOrderId, ControlAppeal> latest = latest(page.items());
    Map<VenueId, VenueName> names =
        venues
            .findAll(page.items().stream().flatMap(order -> venueOf(order).stream()).toList())
            .stream()
            .collect(toMap(Venue::id, venue -> venue.details().name()));
    Map<PersonId, FamilyLinkId> relatives =
        family.listOf(resident.account()).stream()
            .collect(toMap(FamilyLink::person, FamilyLink::id));
    return page.map(
        order ->
            new Concerning(
                order,
                order.target() instanceof ControlTarget.OfPerson of
                    ? Optional.ofNullable(relatives.get(of.person()))
                    : Optional.empty(),
                venueOf(order).map(names::get),
                Optional.ofNullable(latest.get(order.id()))));
  }

  @Override
  public Result<ControlAppeal> appeal(
      Caller.Resident resident, ControlOrderId id, ControlNote text, Optional<CreationKey> key) {
    Instant now = clock.instant();
    return creations.once(
        key,
        fresh ->
            Result.of(orders.findConcerning(id, resident.account(), resident.person()), NOT_FOUND)
                .flatMap(
                    order ->
                        order.state(now) == ControlOrder.State.ACTIVE
                            ? add(new ControlAppealId(fresh), resident, order, text, now)
                            : Result.denied(CONTROL_ORDER_NOT_ACTIVE)),
        created -> Result.of(appeals.find(new ControlAppealId(created)), NOT_FOUND));
  }

  @Override
  public Page<ControlAppeal> list(
      Caller.Staff controller, ControlAppeal.Status status, PageRequest request) {
    deeds.noteAppealsViewed(controller);
    return appeals.listWithin(controller.account().jurisdiction(), status, request);
  }

  @Override
  public Result<ControlAppeal> decide(
      Caller.Staff controller, ControlAppealId id, boolean upheld, ControlNote answer) {
    var by = new ControlSignature(controller.account().id(), clock.instant());
    var decision = Decision.answered(upheld, answer, by);
    return transactions.attempt(
        () ->
            Result.of(appeals.findWithin(id, controller.account().jurisdiction()), NOT_FOUND)
                .flatMap(
                    appeal ->
                        Result.of(orders.find(appeal.order()), NOT_FOUND)
                            .flatMap(
                                order -> decide(controller, appeal, order, decision, answer))));
  }

  private Result<ControlAppeal> add(
      ControlAppealId id,
      Caller.Resident resident,
      ControlOrder order,
      ControlNote text,
      Instant now) {
    var appeal = new ControlAppeal(id, order.id(), resident.account(), text, now, Optional.empty());
    return appeals.add(appeal) ? Result.done(appeal) : Result.denied(APPEAL_OPEN);
  }

  private Result<ControlAppeal> decide(
      Caller.Staff controller,
      ControlAppeal appeal,
      ControlOrder order,
      Decision decision,
      ControlNote answer) {
    if (order.isSignedBy(controller.account().id())) {
      return Result.denied(OWN_CONTROL_ORDER);
    }
    if (!appeals.decide(appeal.id(), decision)) {
      return Result.denied(APPEAL_DECIDED);
    }
    deeds.note(controller, AuditAction.CONTROL_APPEAL_DECIDED, order);
    Instant now = decision.signed().at();
    boolean upheld = decision.status() == ControlAppeal.Status.UPHELD;
    if (upheld) {
      Optional<ControlOrder> lifted = order.lifted(decision.signed(), answer);
      if (lifted.isPresent()) {
        if (!orders.replace(lifted.get())) {
          return Result.denied(CHANGED_MEANWHILE);
        }
        deeds.note(controller, AuditAction.CONTROL_ORDER_LIFTED, lifted.get());
        news.tell(lifted.get(), false, now);
      }
    }
    news.tell(appeal, upheld, now);
    return Result.done(appeal.decided(decision));
  }

  private static Optional<VenueId> venueOf(ControlOrder order) {
    return order.target() instanceof ControlTarget.OfVenue of
        ? Optional.of(of.venue())
        : Optional.empty();
  }

  private Map<ControlOrderId, ControlAppeal> latest(List<ControlOrder> shown) {
    Map<ControlOrderId, ControlAppeal> latest = new HashMap<>();
    appeals
        .listOf(shown.stream().map(ControlOrder::id).toList())
        .forEach(appeal -> latest.put(appeal.order(), appeal));
    return latest;
  }
}
