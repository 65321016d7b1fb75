package cn.venuepass.application.control;

import static cn.venuepass.application.Denial.Plain.CASE_CLOSED;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.CONTROL_ORDER_NOT_ACTIVE;
import static cn.venuepass.application.Denial.Plain.CONTROL_ORDER_NOT_PROPOSED;
import static cn.venuepass.application.Denial.Plain.FOREIGN_CONTROL_ORDER;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.ONLY_A_DRILL;
import static cn.venuepass.application.Denial.Plain.OWN_CONTROL_ORDER;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.cases.CaseRepository;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppeal.Decision;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.control.ControlSignature;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

final class ControlOrderService implements MakeControlOrders {
  private final ControlOrderRepository orders;
  private final ControlAppealRepository appeals;
  private final CaseRepository cases;
  private final VenueRepository venues;
  private final PersonRepository people;
  private final Lookups lookups;
  private final ControlNews news;
  private final ControlDeeds deeds;
  private final Creations creations;
  private final Transactions transactions;
  private final InstantSource clock;

  ControlOrderService(
      ControlOrderRepository orders,
      ControlAppealRepository appeals,
      CaseRepository cases,
      VenueRepository venues,
      PersonRepository people,
      Lookups lookups,
      ControlNews news,
      ControlDeeds deeds,
      Creations creations,
      Transactions transactions,
      InstantSource clock) {
    this.orders = orders;
    this.appeals = appeals;
    this.cases = cases;
    this.venues = venues;
    this.people = people;
    this.lookups = lookups;
    this.news = news;
    this.deeds = deeds;
    this.creations = creations;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Result<ControlOrder> propose(
      Caller.Staff controller, Proposal proposal, Optional<CreationKey> key) {
    Jurisdiction jurisdiction = controller.account().jurisdiction();
    if (!(jurisdiction instanceof Jurisdiction.OfDivision own)) {
      return Result.denied(NOT_FOUND);
    }
    return creations.once(
        key,
        id ->
            allowed(proposal.caseId(), jurisdiction)
                .flatMap(done -> target(controller, proposal.target()))
                .map(target -> add(controller, id, proposal, target, own.division())),
        id -> Result.of(orders.findWithin(new ControlOrderId(id), jurisdiction), NOT_FOUND));
  }

  @Override
  public Result<ControlOrder> approve(Caller.Staff controller, ControlOrderId id) {
    return step(
        controller,
        id,
        found -> judged(controller, found, found.approved(signature(controller))),
        next -> {
          deeds.note(controller, AuditAction.CONTROL_ORDER_APPROVED, next);
          news.tell(next, true, clock.instant());
          if (next.target() instanceof ControlTarget.OfVenue of) {
            int unused = orders.keepLockedIn(id, of.venue(), clock.instant());
          }
        });
  }

  @Override
  public Result<ControlOrder> decline(
      Caller.Staff controller, ControlOrderId id, ControlNote reason) {
    return step(
        controller,
        id,
        found -> judged(controller, found, found.declined(signature(controller), reason)),
        next -> deeds.note(controller, AuditAction.CONTROL_ORDER_DECLINED, next));
  }

  @Override
  public Result<ControlOrder> withdraw(Caller.Staff controller, ControlOrderId id) {
    return step(
        controller,
        id,
        found ->
            found.isProposedBy(controller.account().id())
                ? Result.of(found.withdrawn(signature(controller)), CONTROL_ORDER_NOT_PROPOSED)
                : Result.denied(FOREIGN_CONTROL_ORDER),
        next -> deeds.note(controller, AuditAction.CONTROL_ORDER_WITHDRAWN, next));
  }

  @Override
  public Result<ControlOrder> lift(Caller.Staff controller, ControlOrderId id, ControlNote reason) {
    return step(
        controller,
        id,
        found -> Result.of(found.lifted(signature(controller), reason), CONTROL_ORDER_NOT_ACTIVE),
        next -> {
          deeds.note(controller, AuditAction.CONTROL_ORDER_LIFTED, next);
          news.tell(next, false, clock.instant());
          settleAppeal(controller, next);
        });
  }

  /** Whoever waits for an answer needs none any more. */
  private void settleAppeal(Caller.Staff controller, ControlOrder lifted) {
    ControlSignature by = signature(controller);
    appeals.listOf(List.of(lifted.id())).stream()
        .filter(appeal -> appeal.status() == ControlAppeal.Status.OPEN)
        .filter(appeal -> appeals.decide(appeal.id(), Decision.lifted(by)))
        .forEach(
            appeal -> {
              deeds.note(controller, AuditAction.CONTROL_APPEAL_DECIDED, lifted);
              news.tell(appeal, true, by.at());
            });
  }

  /** Whether something may come of the case, if the order is made for one. */
  private Result<Boolean> allowed(Optional<CaseId> caseId, Jurisdiction jurisdiction) {
    return caseId
        .map(
            id ->
                Result.of(cases.findWithin(jurisdiction, id), NOT_FOUND)
                    .flatMap(ControlOrderService::isEarnest))
        .orElseGet(() -> Result.done(true));
  }

  private static Result<Boolean> isEarnest(Case of) {
    if (of.drill()) {
      return Result.denied(ONLY_A_DRILL);
    }
    return of.isOpen() ? Result.done(true) : Result.denied(CASE_CLOSED);
  }

  private Result<ControlTarget> target(Caller.Staff controller, Named named) {
    if (named instanceof Named.Venue venue) {
      Jurisdiction jurisdiction = controller.account().jurisdiction();
      return Result.of(venues.findWithin(venue.venue(), jurisdiction), NOT_FOUND)
          .map(Venue::id)
          .map(ControlTarget.OfVenue::new);
    }
    return lookups
        .limited(controller.account().id(), Limited.ID_NUMBER_TYPED, 1)
        .map(staff -> people.findOrAdd(((Named.Person) named).idNumber(), Optional.empty()).id())
        .map(ControlTarget.OfPerson::new);
  }

  private ControlOrder add(
      Caller.Staff controller,
      UUID id,
      Proposal proposal,
      ControlTarget target,
      DivisionCode division) {
    ControlOrder order =
        ControlOrder.proposed(
            new ControlOrderId(id),
            target,
            division,
            proposal.caseId().map(CaseId::value),
            proposal.grounds(),
            proposal.expiresAt(),
            signature(controller));
    orders.add(order);
    deeds.note(controller, AuditAction.CONTROL_ORDER_PROPOSED, order);
    return order;
  }

  /** What a second controller makes of a proposal. */
  private static Result<ControlOrder> judged(
      Caller.Staff controller, ControlOrder found, Optional<ControlOrder> next) {
    Denial denial =
        found.isProposedBy(controller.account().id())
            ? OWN_CONTROL_ORDER
            : CONTROL_ORDER_NOT_PROPOSED;
    return Result.of(next, denial);
  }

  private Result<ControlOrder> step(
      Caller.Staff controller,
      ControlOrderId id,
      Function<ControlOrder, Result<ControlOrder>> step,
      Consumer<ControlOrder> then) {
    return transactions.attempt(
        () ->
            Result.of(orders.findWithin(id, controller.account().jurisdiction()), NOT_FOUND)
                .flatMap(step)
                .flatMap(
                    next -> {
                      if (!orders.replace(next)) {
                        return Result.denied(CHANGED_MEANWHILE);
                      }
                      then.accept(next);
                      return Result.done(next);
                    }));
  }

  private ControlSignature signature(Caller.Staff controller) {
    return new ControlSignature(controller.account().id(), clock.instant());
  }
}
